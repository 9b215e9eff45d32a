import type { Economy } from '../economy/economy.js';
import { fitCaseTrend, type TrendWindow } from '../economy/trend-past.js';
import type { NumberDefinition } from '../parameters/definition.js';
import { TREND } from '../parameters/parameters.js';

/** The default of a number by its path; null where there is none. */
export type DefaultOf = (path: string, definition: NumberDefinition) => number | string | null;

/**
 * Defaults of a scenario's numbers, given what is observed until its first year: with three observed years or more the long-run rate and the slope of the mix
 * are fitted to them; with two, which show a single rate of growth, the numbers made for that hold.
 */
export function observedDefaults(economy: Economy, from: number, window: TrendWindow): DefaultOf {
  const fitted = fitCaseTrend(economy, from, window);
  if (fitted === null) return (_, { value, twoYears }) => twoYears ?? value;
  const { longRun } = fitted.whole;
  const values: Readonly<Record<string, number | string>> = {
    'trend.longRun': `normal(${[longRun.value, longRun.sd, ...TREND.longRun.domain].join(', ')})`,
    'trend.shrinkage': fitted.mixSlope.posterior.value,
  };
  return (path, { value }) => values[path] ?? value;
}
