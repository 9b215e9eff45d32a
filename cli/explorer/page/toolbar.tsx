import { type History, redo, undo } from '../what-if/history.js';
import type { WhatIf } from '../what-if/what-if.js';
import type { PageActions } from './page-actions.js';

/** The buttons over the controls. */
export function Toolbar(props: {
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
