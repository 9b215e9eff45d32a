import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import { writeAddress } from './address.js';
import type { WhatIf } from './what-if.js';

enablePatches();

/** One step of the user, both ways. */
interface Step {
  readonly forward: readonly Patch[];
  readonly back: readonly Patch[];
}

/** The changes made so far, so that they can be undone and done again. */
export interface History {
  readonly present: WhatIf;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** The movement under way, such as a slider being dragged: all of it is one step. */
  readonly gesture: string | null;
}

/** Steps kept. */
const MOST_STEPS = 500;

/** A history that begins here. */
export function beginHistory(present: WhatIf): History {
  return { present, done: [], undone: [], gesture: null };
}

/**
 * Takes a step. Nothing changes where the step changes nothing.
 *
 * @param gesture steps of the same gesture in a row become one
 */
export function takeStep(history: History, change: (now: WhatIf) => WhatIf, gesture: string | null = null): History {
  const target = change(history.present);
  const [present, forward, back] = produceWithPatches(history.present, (draft) => {
    // Patches name only what differs.
    become(draft as unknown as Tree, target as unknown as Tree);
  });
  if (forward.length === 0) return { ...history, gesture };
  const last = history.done.at(-1);
  const joins = gesture !== null && gesture === history.gesture && last !== undefined;
  const step: Step = joins
    ? { forward: [...last.forward, ...forward], back: [...back, ...last.back] }
    : { forward, back };
  const done = joins ? [...history.done.slice(0, -1), step] : [...history.done, step].slice(-MOST_STEPS);
  return { present, done, undone: [], gesture };
}

/** Ends a gesture, so that the next step is one of its own. */
export function endGesture(history: History): History {
  return history.gesture === null ? history : { ...history, gesture: null };
}

/** Goes back a step. */
export function undo(history: History): History {
  const step = history.done.at(-1);
  if (step === undefined) return history;
  return {
    present: applyPatches(history.present, [...step.back]),
    done: history.done.slice(0, -1),
    undone: [...history.undone, step],
    gesture: null,
  };
}

/** Does the last step that was undone again. */
export function redo(history: History): History {
  const step = history.undone.at(-1);
  if (step === undefined) return history;
  return {
    present: applyPatches(history.present, [...step.forward]),
    done: [...history.done, step],
    undone: history.undone.slice(0, -1),
    gesture: null,
  };
}

/** Goes to a state: a step back or forth where it lies there, else a step of its own. */
export function goThere(history: History, state: WhatIf): History {
  const hash = writeAddress(state);
  const near = [undo(history), redo(history)].find(({ present }) => writeAddress(present) === hash);
  return near ?? takeStep(history, () => state);
}

type Tree = Record<string, unknown>;

function become(draft: Tree, target: Tree): void {
  for (const key of Object.keys(draft)) if (!Object.hasOwn(target, key)) delete draft[key];
  for (const [key, value] of Object.entries(target)) {
    const now = draft[key];
    if (Array.isArray(now) && Array.isArray(value)) {
      now.length = Math.min(now.length, value.length);
      become(now as unknown as Tree, value as unknown as Tree);
    } else if (isTree(now) && isTree(value)) become(now, value);
    else if (now !== value) draft[key] = value;
  }
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
