import { log, log1p, pow } from '../exact-math/index.js';
import type { ObservedCells } from '../kernel/observed-cells.js';
import { columnSums } from '../statistics/cells.js';
import { sum } from '../statistics/sum.js';

/** No trend starts above this log growth: a boom is not extrapolated. */
const CEILING = 0.1;

/** A lead of a single cell beyond this is cut before it counts for its region. */
const LARGEST_LEAD = 0.4;

/** Growth over the observed window. */
export interface ObservedGrowth {
  /** Log growth a year of each industry in the higher-level region, I; NaN where the industry is absent at either end. */
  readonly industry: Float64Array;
  /** Log growth a year of all industries of the higher-level region together. */
  readonly overall: number;
  /** Log growth a year of each cell less its industry's, R × I; 0 where undefined. */
  readonly differential: Float64Array;
}

/** Measures growth between two observed years, annualised, in log points. */
export function observedGrowth(
  from: ObservedCells,
  to: ObservedCells,
  years: number,
  industries: number,
): ObservedGrowth {
  const early = from.higherLevel ?? columnSums(from.output, industries);
  const late = to.higherLevel ?? columnSums(to.output, industries);
  const industry = Float64Array.from(late, (q, i) =>
    q > 0 && early[i]! > 0 ? log(q / early[i]!) / years : Number.NaN,
  );
  const differential = Float64Array.from(to.output, (q, cell) => {
    const before = from.output[cell]!;
    const own = industry[cell % industries]!;
    return q > 0 && before > 0 && !Number.isNaN(own) ? log(q / before) / years - own : 0;
  });
  const overall = log(sum(late) / sum(early)) / years;
  return { industry, overall, differential };
}

/** The same with the leads of single cells cut at ±.4, so that a new or a dying cell does not set its region's. */
export function cutDifferential(growth: ObservedGrowth): ObservedGrowth {
  const differential = growth.differential.map((d) => Math.min(LARGEST_LEAD, Math.max(-LARGEST_LEAD, d)));
  return { ...growth, differential };
}

/**
 * Growth of each industry drawn toward that of all together: what a few years show of a single industry is in part chance.
 *
 * @param shrinkage part of the difference that stays; 1 leaves growth as observed
 * @param into where it is written, I; default a new array
 *
 * @example
 * [...shrunkGrowth({ industry: new Float64Array([0.5, 0]), overall: 0.25 }, 0.5)]; // → [0.375, 0.125]
 */
export function shrunkGrowth(
  { industry, overall }: Pick<ObservedGrowth, 'industry' | 'overall'>,
  shrinkage: number,
  into: Float64Array = new Float64Array(industry.length),
): Float64Array {
  for (let i = 0; i < into.length; i++) into[i] = industry[i]! - (1 - shrinkage) * (industry[i]! - overall);
  return into;
}

/**
 * The lead that each cell inherits, log points a year: a part of its own past differential, and a further part of what its
 * region's industries have in common, their mean weighted by output.
 *
 * @param differential log growth a year of each cell less its industry's, R × I
 * @param output R × I, weights of the mean
 *
 * @example
 * [...inheritedLead(new Float64Array([0.04, 0]), new Float64Array([1, 1]), 2, { shrinkage: 0.5, regionalShrinkage: 0.25 })]; // → [0.025, 0.005]
 */
export function inheritedLead(
  differential: Float64Array,
  output: Float64Array,
  industries: number,
  parameters: { readonly shrinkage: number; readonly regionalShrinkage: number },
): Float64Array {
  return combineLeads(
    new Float64Array(differential.length),
    differential,
    regionalLead(differential, output, industries),
    parameters,
  );
}

/**
 * Writes the lead that each cell inherits, where the mean of its region is known.
 *
 * @param common mean differential of each region's cells, R
 */
export function combineLeads(
  into: Float64Array,
  differential: Float64Array,
  common: Float64Array,
  { shrinkage, regionalShrinkage }: { readonly shrinkage: number; readonly regionalShrinkage: number },
): Float64Array {
  const industries = into.length / common.length;
  for (let r = 0, cell = 0; r < common.length; r++) {
    for (let i = 0; i < industries; i++, cell++) {
      into[cell] = shrinkage * differential[cell]! + regionalShrinkage * common[r]!;
    }
  }
  return into;
}

/** Mean differential of each region's cells, weighted by output, R; 0 where a region has no output. */
export function regionalLead(differential: Float64Array, output: Float64Array, industries: number): Float64Array {
  return Float64Array.from({ length: output.length / industries }, (_, r) => {
    let weight = 0;
    let sum = 0;
    for (let cell = r * industries; cell < (r + 1) * industries; cell++) {
      weight += output[cell]!;
      sum += output[cell]! * differential[cell]!;
    }
    return weight > 0 ? sum / weight : 0;
  });
}

/**
 * The growth that an industry's trend starts with: observed growth less the deflator's log rate, no boom and no collapse; the long-run rate
 * where nothing was observed.
 *
 * @param floor the lowest log growth a year that a trend starts with
 */
export function startingGrowth(observed: number, deflator: number, longRun: number, floor: number): number {
  if (Number.isNaN(observed)) return longRun;
  return Math.min(CEILING, Math.max(floor, observed - log1p(deflator)));
}

/**
 * Trend of an industry t steps after the first projected year: it fades from its starting growth to the long-run rate.
 *
 * @example
 * fadingGrowth(0.1, 0.05, 3, 0); // → 0.1
 * fadingGrowth(0.1, 0.05, 3, 3); // → 0.075
 */
export function fadingGrowth(starting: number, longRun: number, halfLife: number, t: number): number {
  return longRun + (starting - longRun) * pow(0.5, t / halfLife);
}
