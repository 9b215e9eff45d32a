import type { Economy } from '../../economy/economy.js';
import { knownUntil } from '../../economy/known-until.js';
import { relativeGrowth } from '../../economy/mix-slope.js';
import { industryTotals, observedTotals, wholeGrowth } from '../../economy/whole-growth.js';
import { pow } from '../../exact-math/index.js';
import { inheritedLead } from '../../plan/trend.js';
import { wholeAndMixTrend } from '../../plan/whole-and-mix.js';
import type { Origin } from './growth-moments.js';

/** The numbers that a projection without policies and noise depends on. */
export interface FittedGrowth {
  readonly halfLife: number;
  /** `trend.shrinkage`, the slope of the mix. */
  readonly slope: number;
  readonly mixHalfLife: number;
  readonly shrinkage: number;
  readonly regionalShrinkage: number;
  readonly persistence: number;
}

/** Log growth that a projection from an origin expects over some years. */
export interface Expectation {
  /** Growth of each industry in the higher-level region, in the prices of the tables, I. */
  industry(origin: Origin, years: number): Float64Array;
  /** Growth of each cell beyond its industry's, R × I. */
  lead(origin: Origin, years: number): Float64Array;
}

/**
 * Growth that projections from earlier years expect, with numbers as fitted but the whole as it was known in each of those years; the small part that
 * displacement takes back is left out.
 *
 * @param longest years ahead that are asked for at most
 */
export function expectedGrowth(economy: Economy, fitted: FittedGrowth, longest: number): Expectation {
  const { persistence } = fitted;
  const trends = new Map<number, Float64Array>();
  const trendFrom = (origin: Origin): Float64Array => {
    const known = trends.get(origin.index) ?? trendAt(economy, fitted, economy.years[origin.index]!, longest);
    trends.set(origin.index, known);
    return known;
  };
  const count = economy.industries.length;
  return {
    industry: (origin, years) => {
      const trend = trendFrom(origin);
      return Float64Array.from({ length: count }, (_, i) => {
        let sum = 0;
        for (let t = 0; t < years; t++) sum += trend[t * count + i]!;
        return sum;
      });
    },
    lead: (origin, years) => {
      let part = 0;
      for (let t = 0; t < years; t++) part += pow(persistence, t);
      const { growth, cells } = origin;
      return inheritedLead(growth.differential, cells.output, count, fitted).map((each) => part * each);
    },
  };
}

/** The trend of a projection from a year that knows nothing later, longest × I. */
function trendAt(economy: Economy, fitted: FittedGrowth, year: number, longest: number): Float64Array {
  const past = knownUntil(economy, year);
  const totals = industryTotals(past, economy.industries.length);
  const { last, longRun } = wholeGrowth(past.years, observedTotals(past), 0);
  return wholeAndMixTrend({
    last,
    longRun: new Array<number>(longest).fill(longRun.value),
    halfLife: fitted.halfLife,
    relative: relativeGrowth(totals[0]!, totals.at(-1)!, year - past.years[0]!),
    slope: fitted.slope,
    mixHalfLife: fitted.mixHalfLife,
    output: totals.at(-1)!,
  });
}
