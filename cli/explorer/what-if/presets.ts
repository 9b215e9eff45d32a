import { entriesIn, entriesOff, type PlacedEntry, placesOf, resetIn, type Scoped, setIn, switchOff } from './scoped.js';
import { type Override, overridesOf, type WhatIf } from './what-if.js';

/** The policies of a scope at once: as the files have them, all by half, none, or one alone. */
export type PolicyPreset = 'written' | 'half' | 'none' | { readonly only: string };

/** The part of every policy that is carried out at half strength. */
const HALF = '50%';

/** Every policy of the scope, on or off. */
export function allPolicies(scoped: Scoped): PlacedEntry[] {
  // A policy that was just switched on is in no controls before it is computed.
  const coming = scoped.computed === undefined ? [] : entriesOff({ ...scoped, whatIf: scoped.computed }, 'policies');
  const found = new Map<string, PlacedEntry>();
  for (const entry of [...entriesIn(scoped, 'policies'), ...entriesOff(scoped, 'policies'), ...coming]) {
    const known = found.get(entry.path) ?? entry;
    const places = [...new Set([...known.places, ...entry.places])].sort((a, b) => a - b);
    found.set(entry.path, { ...known, places });
  }
  return [...found.values()];
}

/** Sets the policies of a scope at once: intensity and switch of each, and nothing else of it. */
export function applyPolicies(now: WhatIf, scoped: Scoped, preset: PolicyPreset): WhatIf {
  const { scope } = scoped;
  return allPolicies(scoped).reduce((whatIf, policy) => {
    const { name, path, places } = policy;
    const cleared = ['intensity', 'remove'].reduce(
      (left, field) => resetIn(left, scope, places, `${path}.${field}`),
      whatIf,
    );
    if (preset === 'half') return setIn(cleared, scope, places, `${path}.intensity`, HALF);
    const off = preset === 'none' || (preset !== 'written' && preset.only !== name);
    return off ? switchOff(cleared, scope, policy) : cleared;
  }, now);
}

/** The preset that the policies of a scope stand at; null where it is none, or where futures differ. */
export function policyPreset(scoped: Scoped): PolicyPreset | null {
  const states = allPolicies(scoped).flatMap(({ name, path, places }) =>
    places.map((k) => {
      const set = (field: string) =>
        overridesOf(scoped.whatIf, k).findLast((each) => each.path === `${path}.${field}`)?.value;
      return { name, off: set('remove') !== undefined, intensity: set('intensity') ?? null };
    }),
  );
  if (states.length === 0) return null;
  if (states.every(({ off, intensity }) => !off && intensity === HALF)) return 'half';
  if (states.every(({ off }) => off)) return 'none';
  if (states.some(({ intensity }) => intensity !== null)) return null;
  if (states.every(({ off }) => !off)) return 'written';
  const on = new Set(states.filter(({ off }) => !off).map(({ name }) => name));
  const [only] = on;
  const whole = states.every(({ name, off }) => off !== (name === only));
  return on.size === 1 && whole ? { only: only! } : null;
}

/** Assumptions that can be laid over every future: what a belief file sets. */
export interface BeliefPreset {
  readonly id: string;
  readonly title: string;
  /** One line on why somebody may hold it. */
  readonly why: string;
  readonly settings: readonly Override[];
}

/** Lays a belief over every future in the place of another; null takes the files as they are written. */
export function applyBelief(
  now: WhatIf,
  scoped: Scoped,
  beliefs: readonly BeliefPreset[],
  chosen: BeliefPreset | null,
): WhatIf {
  const all: Scoped = { ...scoped, scope: 'all' };
  const paths = new Set(beliefs.flatMap(({ settings }) => settings.map(({ path }) => path)));
  const cleared = [...paths].reduce((left, path) => resetIn(left, 'all', placesOf(all), path), now);
  return (chosen?.settings ?? []).reduce(
    (made, { path, value }) => setIn(made, 'all', holders(all, path), path, value),
    cleared,
  );
}

/** The belief that lies over every future, `written` where none does, null where what it sets was changed. */
export function beliefPreset(scoped: Scoped, beliefs: readonly BeliefPreset[]): BeliefPreset | 'written' | null {
  const all: Scoped = { ...scoped, scope: 'all' };
  const value = (k: number, path: string) =>
    overridesOf(scoped.whatIf, k).findLast((each) => each.path === path)?.value;
  const paths = [...new Set(beliefs.flatMap(({ settings }) => settings.map((each) => each.path)))];
  const is = (settings: readonly Override[]): boolean =>
    paths.every((path) => {
      const set = settings.find((each) => each.path === path)?.value;
      return holders(all, path).every((k) => value(k, path) === set);
    });
  return beliefs.find(({ settings }) => is(settings)) ?? (is([]) ? 'written' : null);
}

/** The futures in which a path can be set: of a policy's field those that have the policy. */
function holders(scoped: Scoped, path: string): readonly number[] {
  if (!path.startsWith('policies.')) return placesOf(scoped);
  return allPolicies(scoped).find((policy) => path.startsWith(`${policy.path}.`))?.places ?? [];
}
