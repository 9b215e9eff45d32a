import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { richText, sentence } from '../../../engine/report/page/html.js';
import type { Shown } from '../what-if/compute.js';
import { beginHistory, type History, redo, takeStep, undo } from '../what-if/history.js';
import type { Start } from '../what-if/start.js';
import type { WhatIf } from '../what-if/what-if.js';
import { ControlsPanel } from './controls/controls-panel.js';
import { type PageActions, pageActions } from './page-actions.js';
import { CommandLine } from './results/command-line.js';
import { Problems } from './results/problems.js';
import { AnswerPart, FigureParts, goTo, Markup } from './results/results.js';
import { useAddress } from './use-address.js';
import { useEngine } from './use-engine.js';
import { useKeys } from './use-keys.js';
import { useBackground } from './workers/use-background.js';

/** The page: what can be changed on one side, what follows from it on the other. */
export function App(props: { readonly start: Start; readonly whatIf: WhatIf; readonly problem: string | null }) {
  const [history, setHistory] = useState(() => beginHistory(props.whatIf));
  const [notice, setNotice] = useState<string | null>(props.problem);
  const { present } = history;
  const { engine, latest, figures, mistakes } = useEngine(setNotice);
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

  const actions = pageActions(engine, present, setNotice);

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
  const waiting = latest.whatIf !== present && mistakes.length === 0;
  // Controls are those of what was last computed; what was set since shows as it is written.
  const now = present.futures.length === latest.whatIf.futures.length ? present : latest.whatIf;
  return (
    <>
      <button type="button" class="skip" onClick={() => goTo('answer')}>
        To the answer
      </button>
      <PageHead shown={shown} />
      <Toolbar history={history} setHistory={setHistory} actions={actions} present={present} />
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
            save={(future) => void actions.save({ task: 'scenario', whatIf: present, future })}
          />
        </div>
        <div class={`results${waiting ? ' waiting' : ''}`} aria-busy={waiting}>
          <AnswerPart shown={shown} />
          <Notes notes={shown.notes} />
          <FigureParts shown={shown} figures={figures} background={background} />
          <CommandLine whatIf={now} />
        </div>
      </main>
      <PageFoot />
    </>
  );
}

/** Remarks on the case and its policies, where there are any. */
function Notes({ notes }: Pick<Shown, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** The title of the page, its question, and what the names stand for, where titles tell the futures apart. */
function PageHead({ shown }: { readonly shown: Shown }) {
  const ownTitles = new Set(shown.controls.map(({ title }) => title)).size === shown.controls.length;
  return (
    <header>
      <Markup tag="h1" html={richText(shown.head.title)} />
      <Markup tag="p" class="lead" html={richText(shown.head.question)} />
      {ownTitles && <Markup tag="p" class="note" html={richText(sentence(shown.head.names))} />}
    </header>
  );
}

/** The buttons over the page. */
function Toolbar(props: {
  readonly history: History;
  readonly present: WhatIf;
  readonly setHistory: (step: (now: History) => History) => void;
  readonly actions: PageActions;
}) {
  const { history, present, setHistory, actions } = props;
  return (
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
      <button type="button" onClick={() => void actions.copyLink()}>
        Copy link
      </button>
      <button type="button" onClick={() => void actions.save({ task: 'numbers', whatIf: present })}>
        Save numbers
      </button>
    </section>
  );
}

function PageFoot() {
  return (
    <footer>
      <p>
        Made by tandem, a machine for asking what follows from what. It is not a forecast. Everything is computed in
        this browser; nothing leaves this machine.
      </p>
    </footer>
  );
}
