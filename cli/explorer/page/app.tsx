import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { richText, sentence } from '../../../engine/report/page/html.js';
import { writeAddress } from '../what-if/address.js';
import type { Shown, ShownMistake } from '../what-if/compute.js';
import { beginHistory, redo, takeStep, undo } from '../what-if/history.js';
import type { WhatIf } from '../what-if/what-if.js';
import { ControlsPanel } from './controls/controls-panel.js';
import { CommandLine } from './results/command-line.js';
import { Problems } from './results/problems.js';
import { AnswerPart, FigureParts, figuresInSight, goTo, Markup } from './results/results.js';
import { saveFile } from './results/save-file.js';
import { useAddress } from './use-address.js';
import { useKeys } from './use-keys.js';
import { startEngine } from './workers/clients.js';
import type { Answer, Start } from './workers/messages.js';
import { useBackground } from './workers/use-background.js';

/** The page: what can be changed on one side, what follows from it on the other. */
export function App(props: { readonly start: Start; readonly whatIf: WhatIf; readonly problem: string | null }) {
  const [history, setHistory] = useState(() => beginHistory(props.whatIf));
  const [latest, setLatest] = useState<{ readonly shown: Shown; readonly whatIf: WhatIf } | null>(null);
  const [figures, setFigures] = useState<Shown['figures']>({});
  const [mistakes, setMistakes] = useState<readonly ShownMistake[]>([]);
  const [notice, setNotice] = useState<string | null>(props.problem);
  const { present } = history;
  const engine = useMemo(
    () =>
      startEngine(
        {
          shown: (shown, whatIf) => {
            setLatest({ shown, whatIf });
            setFigures((now) => ({ ...now, ...shown.figures }));
            setMistakes([]);
          },
          rest: (others, chapters) => {
            setFigures((now) => ({ ...now, ...others }));
            setLatest((now) => now && { ...now, shown: { ...now.shown, chapters } });
          },
          mistaken: (found, instead) => {
            setMistakes(found);
            if (instead === undefined) return;
            setLatest(instead);
            setFigures(instead.shown.figures);
          },
          failed: setNotice,
        },
        figuresInSight,
      ),
    [],
  );
  const change = useCallback(
    (step: (now: WhatIf) => WhatIf, gesture: string | null = null) => setHistory((now) => takeStep(now, step, gesture)),
    [],
  );
  const background = useBackground(present, mistakes.length === 0, props.start);

  // Before the picture is drawn: the worker computes in the meantime.
  useLayoutEffect(() => engine.show(present), [present]);
  useAddress(history, props.start.whatIf, setHistory, setNotice);
  useKeys(setHistory);

  useEffect(() => {
    if (latest !== null) document.title = latest.shown.head.title;
  }, [latest?.shown.head.title]);

  const save = async (question: Parameters<typeof engine.ask>[0]): Promise<void> => {
    const answer: Answer = await engine.ask(question);
    if ('text' in answer) {
      saveFile(answer.name, answer.text);
      if (question.task === 'scenario')
        setNotice(
          `Put ${answer.name} into the folder in which tandem explore was started: npx tandem run ${answer.name}`,
        );
    } else setNotice('failure' in answer ? answer.failure : 'Nothing is saved while a field holds a mistake.');
  };
  const copyLink = async (): Promise<void> => {
    window.history.replaceState(null, '', `#${writeAddress(present)}`);
    try {
      await navigator.clipboard.writeText(location.href);
      setNotice('The link is copied. It works while tandem explore runs in this folder at this port.');
    } catch {
      setNotice('The link stands in the address bar; this browser does not let the page copy it.');
    }
  };

  const kept = history.done.length === 0 ? 'what it began with' : 'the last good';
  const problems = (
    <Problems
      notice={notice}
      mistakes={mistakes}
      shown={latest === null ? 'nothing' : kept}
      close={() => setNotice(null)}
      undo={history.done.length === 0 ? null : () => setHistory(undo)}
      change={change}
      start={props.start.whatIf}
    />
  );
  if (latest === null) {
    return (
      <main>
        <h1>tandem explore</h1>
        {problems}
        {mistakes.length === 0 && <p class="lead">Reading the case …</p>}
      </main>
    );
  }
  const { shown } = latest;
  // What stands behind the names, where it tells them apart.
  const ownTitles = new Set(shown.controls.map(({ title }) => title)).size === shown.controls.length;
  const waiting = latest.whatIf !== present && mistakes.length === 0;
  // Controls are those of what was last computed; what was set since shows as it is written.
  const now = present.futures.length === latest.whatIf.futures.length ? present : latest.whatIf;
  return (
    <>
      <button type="button" class="skip" onClick={() => goTo('answer')}>
        To the answer
      </button>
      <header>
        <Markup tag="h1" html={richText(shown.head.title)} />
        <Markup tag="p" class="lead" html={richText(shown.head.question)} />
        {ownTitles && <Markup tag="p" class="note" html={richText(sentence(shown.head.names))} />}
      </header>
      <section class="toolbar" aria-label="Tools">
        <button
          type="button"
          id="undo"
          // Not disabled, which would take the focus from whoever undoes by keyboard.
          aria-disabled={history.done.length === 0}
          onClick={() => setHistory(undo)}
          title="Ctrl+Z"
        >
          Undo
        </button>
        <button
          type="button"
          aria-disabled={history.undone.length === 0}
          onClick={() => setHistory(redo)}
          title="Shift+Ctrl+Z"
        >
          Redo
        </button>
        <button type="button" onClick={() => void copyLink()}>
          Copy link
        </button>
        <button type="button" onClick={() => void save({ task: 'numbers', whatIf: present })}>
          Save numbers
        </button>
      </section>
      <main class="explorer">
        <div class="side">
          {problems}
          <ControlsPanel
            whatIf={now}
            computed={latest.whatIf}
            controls={shown.controls}
            choices={shown.choices}
            mistakes={mistakes}
            change={change}
            save={(future) => void save({ task: 'scenario', whatIf: present, future })}
          />
        </div>
        <div class={`results${waiting ? ' waiting' : ''}`} aria-busy={waiting}>
          <AnswerPart shown={shown} />
          {shown.notes.length > 0 && (
            <ul class="notes">
              {shown.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          <FigureParts shown={shown} figures={figures} background={background} />
          <CommandLine whatIf={now} />
        </div>
      </main>
      <footer>
        <p>
          Made by tandem, a machine for asking what follows from what. It is not a forecast. Everything is computed in
          this browser; nothing leaves this machine.
        </p>
      </footer>
    </>
  );
}
