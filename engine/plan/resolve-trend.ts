import type { Economy } from '../economy/economy.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ObservedBase } from './observed-base.js';
import type { Resolver } from './resolve.js';
import { fadingGrowth, shrunkGrowth, startingGrowth } from './trend.js';
import { wholeAndMixTrend } from './whole-and-mix.js';

/** Log growth of each industry in each year, years × industries. */
export function resolveTrend(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  observed: ObservedBase,
): Float64Array {
  const { all, industries: single } = scenario.trend;
  const { years } = observed;
  const count = economy.industries.length;
  const trend =
    all === null ? observedTrend(economy, scenario, resolver, observed) : new Float64Array(years.length * count);
  economy.industries.forEach((industry, i) => {
    const given = Object.hasOwn(single, industry) ? single[industry]! : all;
    if (given === null) return;
    const path = Object.hasOwn(single, industry) ? `trend.industries.${industry}` : 'trend';
    years.forEach((year, y) => {
      trend[y * count + i] = resolver.yearly(path, given, year);
    });
  });
  return trend;
}

/** The trend as observed growth has it: the whole and the mix, or every industry by itself where only one rate of growth is observed. */
function observedTrend(
  economy: Economy,
  { trend: { numbers } }: Scenario,
  resolver: Resolver,
  { years, growth, whole }: ObservedBase,
): Float64Array {
  const number = (key: 'halfLife' | 'mixHalfLife' | 'shrinkage' | 'floor') =>
    resolver.number(`trend.${key}`, numbers[key]);
  const longRun = years.map((year) => resolver.yearly('trend.longRun', numbers.longRun, year));
  const halfLife = number('halfLife');
  if (whole !== null) {
    return wholeAndMixTrend({
      last: whole.last,
      longRun,
      halfLife,
      relative: whole.relative,
      slope: number('shrinkage'),
      mixHalfLife: number('mixHalfLife'),
      output: whole.output,
    });
  }
  const floor = number('floor');
  const starting = shrunkGrowth(growth, number('shrinkage'));
  return Float64Array.from({ length: years.length * starting.length }, (_, at) => {
    const y = Math.floor(at / starting.length);
    const start = startingGrowth(starting[at % starting.length]!, economy.deflator, longRun[y]!, floor);
    return fadingGrowth(start, longRun[y]!, halfLife, y);
  });
}
