import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { richText, sentence } from '../../../engine/report/page/html.js';
import { readAddress, writeAddress } from '../what-if/address.js';
import type { Shown, ShownMistake } from '../what-if/compute.js';
import { beginHistory, endGesture, goThere, redo, takeStep, undo } from '../what-if/history.js';
import { dropSettings, type WhatIf } from '../what-if/what-if.js';
import { startEngine } from './clients.js';
import { CommandLine } from './command-line.js';
import { ControlsPanel } from './controls-panel.js';
import type { Answer, Start } from './messages.js';
import { AnswerPart, FigureParts, figuresInSight, goTo, Markup } from './results.js';
import { saveFile } from './save-file.js';
import { useBackground } from './use-background.js';

/** Quiet before the address is rewritten, in milliseconds: browsers refuse to have it done all the time. */
const ADDRESS_PAUSE = 250;

/** The page: what can be changed on one side, what follows from it on the other. */
export function App(props: { readonly start: Start; readonly whatIf: WhatIf; readonly problem: string | null }) {
  const [history, setHistory] = useState(() => beginHistory(props.whatIf));
  const [latest, setLatest] = useState<{ readonly shown: Shown; readonly whatIf: WhatIf } | null>(null);
  const [figures, setFigures] = useState<Shown['figures']>({});
  const [mistakes, setMistakes] = useState<readonly ShownMistake[]>([]);
  const [notice, setNotice] = useState<string | null>(props.problem);
  const { present } = history;
  const written = useRef({ hash: location.hash.slice(1), steps: 0 });

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
  useEffect(() => {
    const timer = setTimeout(() => {
      const hash = writeAddress(present);
      const steps = history.done.length;
      // Each step is one for the browser's way back too; a slider under way, or where the browser itself led, is none.
      const another = steps !== written.current.steps && hash !== location.hash.slice(1);
      written.current = { hash, steps };
      if (another) window.history.pushState(null, '', `#${hash}`);
      else window.history.replaceState(null, '', `#${hash}`);
    }, ADDRESS_PAUSE);
    return () => clearTimeout(timer);
  }, [present]);

  useEffect(() => {
    const moved = (): void => {
      const hash = location.hash.slice(1);
      if (hash === written.current.hash) return;
      const read = hash === '' ? { whatIf: props.start.whatIf } : readAddress(hash);
      if ('problem' in read) setNotice(read.problem);
      else setHistory((now) => goThere(now, read.whatIf));
    };
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || editing(event.target)) return;
      const key = event.key.toLowerCase();
      const back = key === 'z' && !event.shiftKey;
      if (!back && key !== 'y' && key !== 'z') return;
      event.preventDefault();
      setHistory(back ? undo : redo);
    };
    const released = (): void => setHistory(endGesture);
    addEventListener('hashchange', moved);
    addEventListener('keydown', pressed);
    addEventListener('change', released);
    return () => {
      removeEventListener('hashchange', moved);
      removeEventListener('keydown', pressed);
      removeEventListener('change', released);
    };
  }, []);

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

  const problems = (
    <>
      {notice !== null && (
        <p class="notice" role="status">
          {notice}{' '}
          <button
            type="button"
            class="quiet"
            aria-label="Close this notice"
            onClick={() => leave(() => setNotice(null))}
          >
            ✕
          </button>
        </p>
      )}
      {mistakes.length > 0 && (
        <div class="notice wrong" role="alert">
          <p>
            {latest === null
              ? 'This cannot be computed:'
              : history.done.length === 0
                ? 'The pictures show the futures without what cannot be computed:'
                : 'The pictures show the last futures that could be computed:'}
          </p>
          <ul>
            {eachOnce(mistakes).map(({ path, text }) => (
              <li key={`${path} ${text}`}>
                {path !== null && <code>{path}</code>} {text}
              </li>
            ))}
          </ul>
          {history.done.length > 0 && (
            <button type="button" onClick={() => leave(() => setHistory(undo))}>
              Undo
            </button>
          )}{' '}
          {latest !== null && mistakes.some(({ path }) => path !== null) && (
            <button type="button" onClick={() => leave(() => change((now) => dropSettings(now, mistakes)))}>
              Drop only {eachOnce(mistakes).length === 1 ? 'this setting' : 'these settings'}
            </button>
          )}
          {(latest === null || (history.done.length === 0 && mistakes.every(({ path }) => path === null))) && (
            <button type="button" onClick={() => change(() => props.start.whatIf)}>
              Begin as the page was started
            </button>
          )}
        </div>
      )}
    </>
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

/** Mistakes that several futures share, said once. */
function eachOnce(mistakes: readonly ShownMistake[]): ShownMistake[] {
  return [...new Map(mistakes.map((each) => [`${each.path} ${each.text}`, each])).values()];
}

/** Does what takes a button off the page; whoever pressed it by keyboard goes on beside where things are undone. */
function leave(act: () => void): void {
  document.getElementById('undo')?.focus();
  act();
}

/** Whether somebody is typing a text that is not yet taken over. */
function editing(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'text' && target.value !== target.dataset.shown;
}
