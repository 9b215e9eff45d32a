import type { Economy } from '../../economy/economy.js';
import { TREND } from '../../parameters/parameters.js';
import { sum } from '../../statistics/sum.js';
import { type Belief, beliefOf } from './belief.js';

/** Spread of growth from year to year where the years are too few to tell, and how many years that knowledge is worth. */
const YEARLY_SPREAD = 0.03;
const YEARLY_SPREAD_WORTH = 4;
/** Neighbouring years are alike, so two of them say about as much as one that stands alone. */
const YEARS_ALIKE = 2;

/**
 * The default, which is about one province's slowdown: what another place, measure or price basis may show lies further away than its own
 * distribution says.
 */
export const LONG_RUN_PRIOR: Belief = { value: beliefOf(TREND.longRun.value!).value, sd: 0.03 };

/**
 * Growth of all industries together over all observed years, less the deflator: log growth a year, with its standard error
 * `√(2·s²/years)`, where s² pools the spread of the observed years with 0.03² worth four years.
 *
 * @param totals output of all industries in each observed year
 *
 * @example
 * longRunGrowth([2010, 2020], [100, 100 * Math.exp(0.3)], 0).value.toFixed(3); // → '0.030'
 */
export function longRunGrowth(years: readonly number[], totals: readonly number[], deflator: number): Belief {
  const span = years.at(-1)! - years[0]!;
  const mean = Math.log(totals.at(-1)! / totals[0]!) / span;
  const scatter = years.slice(1).reduce((sum, year, k) => {
    const step = year - years[k]!;
    return sum + step * (Math.log(totals[k + 1]! / totals[k]!) / step - mean) ** 2;
  }, 0);
  const variance = (YEARLY_SPREAD_WORTH * YEARLY_SPREAD ** 2 + scatter) / (YEARLY_SPREAD_WORTH + years.length - 2);
  return { value: mean - Math.log1p(deflator), sd: Math.sqrt((YEARS_ALIKE * variance) / span) };
}

/** Output of all industries of the higher-level region in each observed year. */
export function observedTotals({ outputs, higherLevel }: Economy): number[] {
  return (higherLevel ?? outputs).map((row) => sum(row));
}
