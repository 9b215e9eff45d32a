import type { FutureControls } from './controls.js';
import type { Field } from './fields.js';
import type { ShownMistake } from './shown.js';
import { type NamedList, overridesOf, resetValue, type Scope, setValue, type WhatIf } from './what-if.js';

/** A field as it stands in the futures that a control is about. */
export interface FieldState {
  readonly field: Field;
  readonly written: string | undefined;
  readonly differs: string | null;
  readonly changed: boolean;
  readonly mistakes: readonly string[];
}

/** The subject of a control: some futures of a what-if, all of them or one. */
export interface Scoped {
  readonly whatIf: WhatIf;
  readonly scope: Scope;
  readonly controls: readonly FutureControls[];
  readonly mistakes: readonly ShownMistake[];
  /** The state that the controls were made from, where it may be an earlier one: what was off in it they do not show. */
  readonly computed?: WhatIf;
}

/** Places of the futures that can be changed. */
export function livePlaces({ futures }: WhatIf): number[] {
  return futures.flatMap(({ pinned }, k) => (pinned ? [] : [k]));
}

/** Places of the futures in the scope. */
export function placesOf({ whatIf, scope }: Scoped): number[] {
  return scope === 'all' ? livePlaces(whatIf) : [scope];
}

/**
 * The field of a path as it stands in some futures.
 *
 * @param find the field in the controls of one future
 */
export function fieldState(
  scoped: Scoped,
  places: readonly number[],
  path: string,
  find: (controls: FutureControls) => Field | undefined,
): FieldState | null {
  const { whatIf, scope, controls, mistakes } = scoped;
  const held = places.flatMap((k) => {
    const field = controls[k] === undefined ? undefined : find(controls[k]);
    if (field === undefined) return [];
    const set = overridesOf(whatIf, k).findLast((each) => each.path === path)?.value;
    return [{ field, set, holds: set ?? field.standing }];
  });
  const last = held.at(-1);
  if (last === undefined) return null;
  const alike = held.every(({ holds }) => holds === last.holds);
  const own = places.some((k) => whatIf.futures[k]!.own.some((each) => each.path === path));
  const common = scope === 'all' && whatIf.common.some((each) => each.path === path);
  return {
    field: last.field,
    written: alike ? last.set : undefined,
    differs: alike ? null : held.map(({ holds }) => holds).join(' / '),
    changed: own || common,
    mistakes: [
      ...new Set(mistakes.filter((each) => each.path === path && places.includes(each.future)).map(({ text }) => text)),
    ],
  };
}

/** Sets a value in some futures: in all of them at once where they are all that can be changed. */
export function setIn(whatIf: WhatIf, scope: Scope, places: readonly number[], path: string, value: string): WhatIf {
  if (scope === 'all' && places.length === livePlaces(whatIf).length) return setValue(whatIf, 'all', path, value);
  return places.reduce((now, k) => setValue(now, k, path, value), whatIf);
}

/** Takes a value back in some futures. */
export function resetIn(whatIf: WhatIf, scope: Scope, places: readonly number[], path: string): WhatIf {
  if (scope === 'all') return resetValue(whatIf, 'all', path);
  return places.reduce((now, k) => resetValue(now, k, path), whatIf);
}

/** An entry of a list and the futures that it is about. */
export interface PlacedEntry {
  readonly name: string;
  /** Its path, without a field, as `--set` takes it. */
  readonly path: string;
  readonly places: readonly number[];
}

/** Policies or events of the futures in the scope, each with the futures that have it, in the order in which they first occur. */
export function entriesIn(scoped: Scoped, list: NamedList): PlacedEntry[] {
  const found = new Map<string, PlacedEntry>();
  for (const k of placesOf(scoped)) {
    for (const { name, path } of scoped.controls[k]?.[list] ?? [])
      found.set(name, { name, path, places: [...(found.get(name)?.places ?? []), k] });
  }
  return [...found.values()];
}

/** Policies or events that are switched off in the scope, and where. */
export function entriesOff(scoped: Scoped, list: NamedList): PlacedEntry[] {
  const found = new Map<string, PlacedEntry>();
  for (const k of placesOf(scoped)) {
    for (const { path: set } of overridesOf(scoped.whatIf, k)) {
      if (!set.startsWith(`${list}.`) || !set.endsWith(REMOVE)) continue;
      const path = set.slice(0, -REMOVE.length);
      const key = path.slice(list.length + 1);
      const name = key.startsWith('"') && key.endsWith('"') ? key.slice(1, -1) : key;
      found.set(path, { name, path, places: [...(found.get(path)?.places ?? []), k] });
    }
  }
  return [...found.values()];
}

/** The end of the path that switches a policy or an event off. */
const REMOVE = '.remove';

/** Switches a policy or an event off in some futures. */
export function switchOff(whatIf: WhatIf, scope: Scope, { path, places }: PlacedEntry): WhatIf {
  return setIn(whatIf, scope, places, `${path}${REMOVE}`, 'true');
}

/** Switches it on again. */
export function switchOn(whatIf: WhatIf, scope: Scope, { path, places }: PlacedEntry): WhatIf {
  return resetIn(whatIf, scope, places, `${path}${REMOVE}`);
}
