import type { ShownMistake } from '../../what-if/shown.js';
import { dropSettings, type WhatIf } from '../../what-if/what-if.js';

/** The state that the pictures show while something cannot be computed. */
const SHOWN = {
  nothing: 'This cannot be computed:',
  'what it began with': 'The pictures show the futures without what cannot be computed:',
  'the last good': 'The pictures show the last futures that could be computed:',
} as const;

/** A notice, and mistakes with the ways out of them. */
export function Problems(props: {
  readonly notice: string | null;
  readonly mistakes: readonly ShownMistake[];
  readonly shown: keyof typeof SHOWN;
  readonly close: () => void;
  /** Null where nothing was changed. */
  readonly undo: (() => void) | null;
  readonly change: (step: (now: WhatIf) => WhatIf) => void;
  /** The state with which the page was started. */
  readonly start: WhatIf;
}) {
  const { notice, mistakes, shown, close, undo, change, start } = props;
  const single = eachOnce(mistakes);
  const droppable = mistakes.some(({ path }) => path !== null);
  return (
    <>
      {notice !== null && (
        <p class="notice" role="status">
          {notice}{' '}
          <button type="button" class="quiet" aria-label="Close this notice" onClick={() => leave(close)}>
            ✕
          </button>
        </p>
      )}
      {mistakes.length > 0 && (
        <div class="notice wrong" role="alert">
          <p>{SHOWN[shown]}</p>
          <ul>
            {single.map(({ path, text }) => (
              <li key={`${path} ${text}`}>
                {path !== null && <code>{path}</code>} {text}
              </li>
            ))}
          </ul>
          {undo !== null && (
            <button type="button" onClick={() => leave(undo)}>
              Undo
            </button>
          )}{' '}
          {shown !== 'nothing' && droppable && (
            <button type="button" onClick={() => leave(() => change((now) => dropSettings(now, mistakes)))}>
              Drop only {single.length === 1 ? 'this setting' : 'these settings'}
            </button>
          )}
          {(shown === 'nothing' || (undo === null && !droppable)) && (
            <button type="button" onClick={() => change(() => start)}>
              Begin as the page was started
            </button>
          )}
        </div>
      )}
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
