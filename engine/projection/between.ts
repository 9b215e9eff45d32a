import type { PairChanges } from '../kernel/inputs.js';
import type { Plan } from './plan.js';

/** Distance and barrier of each ordered pair of regions, R × R: pair r·R + s. */
export interface Between {
  /** In the case's unit of distance, the diagonal the internal distance. */
  readonly distance: Float64Array;
  /** 0 open … 1 closed, diagonal 0. */
  readonly barrier: Float64Array;
}

type PlanPairs = Pick<Plan, 'reference' | 'levers'>;

/** Distances and barriers of the base year; null where ties are off. */
export function basePairs({ reference: { distance, barrier } }: Pick<Plan, 'reference'>): Between | null {
  return distance === null || barrier === null ? null : { distance, barrier };
}

/**
 * Distances and barriers of a year; null where ties are off. Where no policy changes any, they are the arrays of the base year themselves.
 *
 * @param target arrays as `pairsOfYear` of any year of the same plan gave them, to be overwritten; default new ones
 */
export function pairsOfYear(plan: PlanPairs, y: number, target?: Between): Between | null {
  const base = basePairs(plan);
  const { between } = plan.levers;
  if (base === null || between === null) return null;
  if (between.pairs.length === 0) return base;
  const { pairs } = between;
  const year = target ?? { distance: base.distance.slice(), barrier: base.barrier.slice() };
  for (let k = 0, at = y * pairs.length; k < pairs.length; k++, at++) {
    year.distance[pairs[k]!] = between.distance[at]!;
    year.barrier[pairs[k]!] = between.barrier[at]!;
  }
  return year;
}

/** Distance of one pair in a year; NaN where ties are off. */
export function distanceOfPair(plan: PlanPairs, pair: number, y: number): number {
  return valueOfPair(plan, 'distance', pair, y);
}

/** Barrier of one pair in a year; NaN where ties are off. */
export function barrierOfPair(plan: PlanPairs, pair: number, y: number): number {
  return valueOfPair(plan, 'barrier', pair, y);
}

function valueOfPair(plan: PlanPairs, what: 'distance' | 'barrier', pair: number, y: number): number {
  const base = plan.reference[what];
  const { between } = plan.levers;
  if (base === null || between === null) return Number.NaN;
  const k = placeOf(between.pairs, pair);
  return k < 0 ? base[pair]! : between[what][y * between.pairs.length + k]!;
}

/** Place of a pair among those that change, which ascend; −1 for one that does not. */
function placeOf(pairs: Int32Array, pair: number): number {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle]! < pair) low = middle + 1;
    else high = middle;
  }
  return pairs[low] === pair ? low : -1;
}

/** Distances and barriers of all years, Y × R × R each; null where ties are off. For tables: a large case has too many to keep. */
export function pairsOfAllYears(plan: PlanPairs & Pick<Plan, 'years'>): Between | null {
  const base = basePairs(plan);
  if (base === null || plan.levers.between === null) return null;
  const width = base.distance.length;
  const all: Between = {
    distance: new Float64Array(plan.years.length * width),
    barrier: new Float64Array(plan.years.length * width),
  };
  for (let y = 0; y < plan.years.length; y++) {
    const year = pairsOfYear(plan, y)!;
    all.distance.set(year.distance, y * width);
    all.barrier.set(year.barrier, y * width);
  }
  return all;
}

/** Pairs that stay as in the base year. */
export const UNCHANGED_PAIRS: PairChanges = {
  pairs: new Int32Array(0),
  distance: new Float64Array(0),
  barrier: new Float64Array(0),
};

/**
 * The pairs that differ from the base year's in some year, out of distances and barriers of all years.
 *
 * @param base R × R each
 * @param all Y × R × R each
 *
 * @example
 * const base = { distance: new Float64Array([1, 5, 5, 1]), barrier: new Float64Array([0, 0.5, 0.5, 0]) };
 * const all = { distance: new Float64Array([1, 5, 5, 1]), barrier: new Float64Array([0, 0.5, 0.25, 0]) };
 * [...pairChanges(base, all).pairs]; // → [2]
 */
export function pairChanges(base: Between, all: Between): PairChanges {
  const width = base.distance.length;
  const years = all.distance.length / width;
  const pairs = Int32Array.from(
    [...base.distance.keys()].filter((pair) => {
      for (let at = pair; at < all.distance.length; at += width) {
        if (all.distance[at] !== base.distance[pair] || all.barrier[at] !== base.barrier[pair]) return true;
      }
      return false;
    }),
  );
  const rows = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: years * pairs.length }, (_, at) => {
      const y = Math.floor(at / pairs.length);
      return values[y * width + pairs[at % pairs.length]!]!;
    });
  return { pairs, distance: rows(all.distance), barrier: rows(all.barrier) };
}
