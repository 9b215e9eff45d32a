import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { richText } from '../../../engine/report/page/html.js';
import { beginHistory, takeStep, undo } from '../what-if/history.js';
import type { Start } from '../what-if/start.js';
import type { WhatIf } from '../what-if/what-if.js';
import { ControlsPanel } from './controls/controls-panel.js';
import { pageActions } from './page-actions.js';
import { AnswerPart } from './results/answer-part.js';
import { Board } from './results/board.js';
import { Markup } from './results/markup-place.js';
import { Problems } from './results/problems.js';
import { goTo } from './results/sight.js';
import { Toolbar } from './toolbar.js';
import { useAddress } from './use-address.js';
import { useEngine } from './use-engine.js';
import { useKeys } from './use-keys.js';
import { useLasting } from './use-lasting.js';
import { useBackground } from './workers/use-background.js';

/** Milliseconds after which an answer is said to be on its way, as in large cases: no move of a slider that is drawn at once makes the page flicker. */
const SLOW = 400;

/** The page: what can be changed on one side, what follows from it on the other. */
export function App(props: { readonly start: Start; readonly whatIf: WhatIf; readonly problem: string | null }) {
  const [history, setHistory] = useState(() => beginHistory(props.whatIf));
  const [notice, setNotice] = useState<string | null>(props.problem);
  const { present } = history;
  const { first } = props.start;
  const known = first !== null && props.whatIf === props.start.whatIf ? { shown: first, whatIf: props.whatIf } : null;
  const { engine, latest, figures, mistakes } = useEngine(setNotice, known);
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

  const waiting = latest !== null && latest.whatIf !== present && mistakes.length === 0;
  const slow = useLasting(waiting, SLOW);
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
      </header>
      <main class="explorer">
        <div class={`results${slow ? ' waiting' : ''}`} aria-busy={waiting}>
          <AnswerPart shown={shown} />
          <Board shown={shown} figures={figures} background={background} whatIf={now} />
        </div>
        <div class="side">
          <Toolbar history={history} setHistory={setHistory} actions={actions} present={present} />
          {problems}
          <ControlsPanel
            whatIf={now}
            computed={latest.whatIf}
            controls={shown.controls}
            choices={shown.choices}
            beliefs={props.start.beliefs}
            mistakes={mistakes}
            change={change}
            save={(future) => void actions.save({ task: 'scenario', whatIf: present, future })}
          />
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
