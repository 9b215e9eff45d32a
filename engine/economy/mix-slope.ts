import { log, square } from '../exact-math/index.js';
import type { Belief } from '../statistics/belief.js';

/** Relative growth beyond this is cut: a boom or a collapse is not extrapolated as it stands. */
const MOST = 0.3;
/** The slope before any year is observed, its standard deviation, and the number of pairs of origin and horizon that it is worth. Judgement, from trials on eleven panels. */
const PRIOR: Belief = { value: 0.35, sd: 0.35 };
const PRIOR_WORTH = 6;
/** Values that the model has a meaning for: below 0 industries that grew faster fall back. */
const LOWEST = -0.2;
const HIGHEST = 1;
/** Longest horizon that is looked ahead, in years. */
const LONGEST = 10;
/** Neighbouring years are alike, so two of them say about as much as one that stands alone. */
const YEARS_ALIKE = 2;

/**
 * Growth of each industry less that of all together, log points a year, cut at ±.3; 0 where an industry is absent at either end.
 *
 * @param from output of each industry in the earlier year, I
 * @param to output of each industry in the later year, I
 *
 * @example
 * [...relativeGrowth(new Float64Array([1, 1]), new Float64Array([2, 2]), 1)]; // → [0, 0]
 */
export function relativeGrowth(from: Float64Array, to: Float64Array, years: number, most = MOST): Float64Array {
  const whole = log(sum(to) / sum(from));
  return to.map((q, i) => {
    const before = from[i]!;
    if (!(q > 0 && before > 0)) return 0;
    return Math.min(most, Math.max(-most, (log(q / before) - whole) / years));
  });
}

/** The slope before any year is observed, as the observed years alone have it, and as both together; data null where they say nothing. */
export interface MixSlope {
  readonly prior: Belief;
  readonly data: Belief | null;
  readonly posterior: Belief;
}

/**
 * The part of an industry's relative growth that goes on: the slope of relative growth over the next years on relative growth up to an origin, over all
 * pairs of an origin and a later year up to ten years ahead, industries weighted by output at the origin, drawn toward .35 with a strength worth six pairs
 * and kept within −.2 and 1. Its standard deviation counts origins and not pairs, since horizons from one origin overlap.
 *
 * @param totals output of each industry in each observed year, I
 */
export function mixSlope(years: readonly number[], totals: readonly Float64Array[]): MixSlope {
  const origins = years.slice(1, -1).map((_, k) => originProducts(years, totals, k + 1));
  const pairs = origins.reduce((count, origin) => count + origin.pairs, 0);
  const products = origins.reduce((all, origin) => all + origin.xx, 0);
  if (pairs === 0 || !(products > 0)) return { prior: PRIOR, data: null, posterior: PRIOR };
  const crossed = origins.reduce((all, { xy }) => all + xy, 0);
  const scatter = (slope: number) =>
    YEARS_ALIKE * origins.reduce((all, { xx, xy }) => all + square(xy - slope * xx), 0);
  const alone = crossed / products;
  const prior = (PRIOR_WORTH * products) / pairs;
  const slope = (crossed + prior * PRIOR.value) / (products + prior);
  const sd = Math.sqrt(scatter(slope) + square(prior * PRIOR.sd)) / (products + prior);
  return {
    prior: PRIOR,
    data: { value: alone, sd: Math.sqrt(scatter(slope)) / products },
    posterior: { value: Math.min(HIGHEST, Math.max(LOWEST, slope)), sd },
  };
}

/** Sums over all later years within reach of an origin: past relative growth squared, and times what came. */
function originProducts(years: readonly number[], totals: readonly Float64Array[], origin: number) {
  const now = totals[origin]!;
  const all = sum(now);
  const past = relativeGrowth(totals[0]!, now, years[origin]! - years[0]!);
  const products = { xx: 0, xy: 0, pairs: 0 };
  for (let k = origin + 1; k < years.length; k++) {
    const ahead = years[k]! - years[origin]!;
    if (ahead > LONGEST) break;
    const next = relativeGrowth(now, totals[k]!, ahead, Number.POSITIVE_INFINITY);
    products.pairs += 1;
    for (let i = 0; i < now.length; i++) {
      if (!(totals[0]![i]! > 0 && now[i]! > 0 && totals[k]![i]! > 0)) continue;
      products.xx += (now[i]! / all) * square(past[i]!);
      products.xy += (now[i]! / all) * past[i]! * next[i]!;
    }
  }
  return products;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k]!;
  return total;
}
