import type { Economy } from '../../economy/economy.js';
import type { Belief } from './belief.js';
import type { GrowthHistory } from './growth-moments.js';

/** Spread of growth from year to year where the years are too few to tell, and how many years that knowledge is worth. */
const YEARLY_SPREAD = 0.03;
const YEARLY_SPREAD_WORTH = 4;
/** Neighbouring years are alike, so two of them say about as much as one that stands alone. */
const YEARS_ALIKE = 2;

/**
 * Growth of all industries together over all observed years, less the deflator: log growth a year, with its standard error
 * `√(2·s²/years)`, where s² pools the spread of the observed years with 0.03² worth four years.
 */
export function longRunGrowth({ economy, steps }: GrowthHistory): Belief {
  const years = observedSpan(economy);
  const mean = steps.reduce((sum, { span, growth }) => sum + span * growth.overall, 0) / years;
  const scatter = steps.reduce((sum, { span, growth }) => sum + span * (growth.overall - mean) ** 2, 0);
  const variance = (YEARLY_SPREAD_WORTH * YEARLY_SPREAD ** 2 + scatter) / (YEARLY_SPREAD_WORTH + steps.length - 1);
  return { value: mean - Math.log1p(economy.deflator), sd: Math.sqrt((YEARS_ALIKE * variance) / years) };
}

function observedSpan({ years }: Economy): number {
  return years.at(-1)! - years[0]!;
}
