import { type Draft, produce } from 'immer';
import { scenarioIds } from '../../../engine/scenario/scenario-ids.js';

/** One value of a scenario that is set anew, written as in `--set path=value`. */
export interface Override {
  readonly path: string;
  readonly value: string;
}

/** One future on the page: a scenario file and what is set anew in it alone. */
export interface FutureState {
  readonly file: string;
  /** Its name on the page; null for the name of its file. */
  readonly name: string | null;
  /** True where it stays as it was when it was pinned, whatever is changed in all futures. */
  readonly pinned: boolean;
  readonly own: readonly Override[];
}

/** All that the page can change: the address holds it, and undo goes back through it. */
export interface WhatIf {
  /** The first is what the others are compared with. */
  readonly futures: readonly FutureState[];
  /** The settings made in all futures but the pinned. */
  readonly common: readonly Override[];
  readonly equalCost: boolean;
}

/** A list of a scenario whose entries have names and can be switched off. */
export type NamedList = 'policies' | 'events';

/** The futures to which a change applies: all, or one by its place. */
export type Scope = 'all' | number;

/** Keys of the horizon, which all futures share, so that they can be compared. */
const SHARED = /^years(\.|$)/;

/** The settings made in a future, in the order in which they are to be read: policies added, their fields, policies removed. */
export function overridesOf({ futures, common }: WhatIf, k: number): Override[] {
  const { own, pinned } = futures[k]!;
  return inOrder([...(pinned ? common.filter(({ path }) => SHARED.test(path)) : common), ...own]);
}

/** Overrides in the order in which they can be read. */
function inOrder(overrides: readonly Override[]): Override[] {
  return [0, 1, 2].flatMap((rank) => overrides.filter(({ path }) => rankOf(path) === rank));
}

/** 0 adds a policy, 2 removes one or an event, everything else stands between. */
export function rankOf(path: string): number {
  const policy = path.startsWith('policies.');
  if (policy && path.endsWith('.kind')) return 0;
  return (policy || path.startsWith('events.')) && path.endsWith('.remove') ? 2 : 1;
}

/** Names of the futures, each once: those of their files, numbered where two share one. */
export function futureNames({ futures }: WhatIf): string[] {
  return scenarioIds(futures.map(({ name, file }) => (name === null ? file : `${name}.`)));
}

/** Sets a value; in all futures it replaces what single ones had. */
export function setValue(whatIf: WhatIf, scope: Scope, path: string, value: string): WhatIf {
  return produce(whatIf, (draft) => {
    if (scope === 'all') {
      for (const future of draft.futures) if (!future.pinned) drop(future.own, path);
      put(draft.common, path, value);
    } else put(draft.futures[scope]!.own, path, value);
  });
}

/** Takes a value back to what the files say. */
export function resetValue(whatIf: WhatIf, scope: Scope, path: string): WhatIf {
  return produce(whatIf, (draft) => {
    if (scope !== 'all') {
      drop(draft.futures[scope]!.own, path);
      return;
    }
    drop(draft.common, path);
    for (const future of draft.futures) if (!future.pinned) drop(future.own, path);
  });
}

/** Forgets everything that was set of a policy: one that was added is gone, another as in its file. */
export function forgetPolicy(whatIf: WhatIf, policyPath: string): WhatIf {
  const keeps = ({ path }: Override): boolean => !path.startsWith(`${policyPath}.`);
  return produce(whatIf, (draft) => {
    draft.common = draft.common.filter(keeps);
    for (const future of draft.futures) if (!future.pinned) future.own = future.own.filter(keeps);
  });
}

/** Takes back what some settings say, each by the future in which it holds and its path. */
export function dropSettings(
  whatIf: WhatIf,
  settings: readonly { readonly future: number; readonly path: string | null }[],
): WhatIf {
  return produce(whatIf, (draft) => {
    for (const { future, path } of settings) {
      const own = draft.futures[future]?.own;
      draft.common = draft.common.filter((each) => each.path !== path);
      if (own !== undefined) draft.futures[future]!.own = own.filter((each) => each.path !== path);
    }
  });
}

/** Takes back all that was set: every future as in its file. */
export function asInFiles(whatIf: WhatIf): WhatIf {
  return { ...whatIf, common: [], futures: whatIf.futures.map((future) => ({ ...future, own: [] })) };
}

/** Keeps a future as it is now, in front of the others, as what they are compared with; a pin before it goes. */
export function pinFuture(whatIf: WhatIf, k: number, name: string): WhatIf {
  const now = whatIf.futures[k]!;
  const own = overridesOf(whatIf, k).filter(({ path }) => !SHARED.test(path));
  const kept: FutureState = { file: now.file, name, pinned: true, own: lastOfEach(own) };
  return { ...whatIf, futures: [kept, ...whatIf.futures.filter(({ pinned }) => !pinned)] };
}

/** Lets the pinned future go. */
export function unpin(whatIf: WhatIf): WhatIf {
  return { ...whatIf, futures: whatIf.futures.filter(({ pinned }) => !pinned) };
}

function lastOfEach(overrides: readonly Override[]): Override[] {
  return overrides.filter(({ path }, at) => overrides.findLastIndex((other) => other.path === path) === at);
}

function put(overrides: Draft<Override[]>, path: string, value: string): void {
  const existing = overrides.find((each) => each.path === path);
  if (existing === undefined) overrides.push({ path, value });
  else existing.value = value;
}

function drop(overrides: Draft<Override[]>, path: string): void {
  const at = overrides.findIndex((each) => each.path === path);
  if (at >= 0) overrides.splice(at, 1);
}
