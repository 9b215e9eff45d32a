import type { PairChanges } from '../kernel/inputs.js';
import type { Effect } from '../policies/kind.js';
import type { Plan } from '../projection/plan.js';
import { networkStates } from './links.js';
import type { PlanTemplate } from './plan-template.js';

/**
 * Distances and barriers where policies change them. Openings multiply, so that no order of policies matters.
 *
 * @param drift what is left of each pair's base-year openness in each year, years × regions × regions; null where no border closes
 * @returns null where ties are off
 */
export function assemblePairs(
  { network }: PlanTemplate,
  { years, reference, regions }: Plan,
  effects: readonly Effect[],
  drift: Float64Array | null,
): PairChanges | null {
  const { distance: today, barrier: before } = reference;
  if (network === null || today === null || before === null) return null;
  const states = networkStates(network, effects, years.length, today);
  const openings = openingsByPair(effects, regions.length);
  const barrierOf = (pair: number, y: number): number => {
    const left = drift === null ? 1 : drift[y * today.length + pair]!;
    let barrier = left === 1 ? before[pair]! : 1 - (1 - before[pair]!) * left;
    for (const { amount, profile } of openings.get(pair) ?? []) barrier *= 1 - amount * profile[y]!;
    return barrier;
  };
  const differs = (pair: number): boolean =>
    states.distances.some((distance) => distance[pair] !== today[pair]) ||
    ((drift !== null || openings.has(pair)) && years.some((_, y) => barrierOf(pair, y) !== before[pair]));
  const pairs = Int32Array.from([...today.keys()].filter(differs));
  const changes: PairChanges = {
    pairs,
    distance: new Float64Array(years.length * pairs.length),
    barrier: new Float64Array(years.length * pairs.length),
  };
  for (let y = 0, at = 0; y < years.length; y++) {
    const distance = states.distances[states.ofYear[y]!] ?? today;
    for (let k = 0; k < pairs.length; k++, at++) {
      changes.distance[at] = distance[pairs[k]!]!;
      changes.barrier[at] = barrierOf(pairs[k]!, y);
    }
  }
  return changes;
}

type Opening = Extract<Effect, { readonly lever: 'barrier' }>;

/** Openings of each ordered pair r·R + s, in the order of the effects. */
function openingsByPair(effects: readonly Effect[], regions: number): ReadonlyMap<number, readonly Opening[]> {
  const openings = new Map<number, Opening[]>();
  for (const effect of effects) {
    if (effect.lever !== 'barrier' || effect.amount === 0) continue;
    for (const pair of [effect.a * regions + effect.b, effect.b * regions + effect.a]) {
      openings.set(pair, [...(openings.get(pair) ?? []), effect]);
    }
  }
  return openings;
}
