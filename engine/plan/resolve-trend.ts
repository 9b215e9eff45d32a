import type { Economy } from '../economy/economy.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ObservedBase } from './observed-base.js';
import type { Resolver } from './resolve.js';
import { fadingGrowth, shrunkGrowth, startingGrowth } from './trend.js';
import { wholeAndMixTrend } from './whole-and-mix.js';

/** An array whose numbers every draw writes anew. */
export interface DrawnArray {
  readonly values: Float64Array;
  /** Writes those of the draw under way. */
  read(): void;
}

/** Log growth of each industry in each year, years × industries. */
export function drawnTrend(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  observed: ObservedBase,
): DrawnArray {
  const { all, industries: single } = scenario.trend;
  const { years } = observed;
  const count = economy.industries.length;
  const values = new Float64Array(years.length * count);
  const observedTrend = all === null ? drawnObservedTrend(economy, scenario, resolver, observed, values) : () => {};
  const given = economy.industries.flatMap((industry, i) => {
    const own = Object.hasOwn(single, industry);
    const quantity = own ? single[industry]! : all;
    if (quantity === null) return [];
    return [{ i, growth: resolver.yearly(own ? `trend.industries.${industry}` : 'trend', quantity, years) }];
  });
  return {
    values,
    read() {
      observedTrend();
      for (const { i, growth } of given) for (let y = 0; y < years.length; y++) values[y * count + i] = growth(y);
    },
  };
}

/** The trend as observed growth has it: the whole and the mix, or every industry by itself where only one rate of growth is observed. */
function drawnObservedTrend(
  economy: Economy,
  { trend: { numbers } }: Scenario,
  resolver: Resolver,
  { years, growth, whole }: ObservedBase,
  trend: Float64Array,
): () => void {
  const number = (key: 'halfLife' | 'mixHalfLife' | 'shrinkage' | 'floor') =>
    resolver.number(`trend.${key}`, numbers[key]);
  const longRunAt = resolver.yearly('trend.longRun', numbers.longRun, years);
  const longRun = new Float64Array(years.length);
  const [halfLife, shrinkage] = [number('halfLife'), number('shrinkage')];
  const readLongRun = (): void => {
    for (let y = 0; y < longRun.length; y++) longRun[y] = longRunAt(y);
  };
  if (whole !== null) {
    const { last, relative, output } = whole;
    const room = { trend, output: new Float64Array(output.length) };
    const mixHalfLife = number('mixHalfLife');
    return () => {
      readLongRun();
      wholeAndMixTrend(
        { last, longRun, halfLife: halfLife(), relative, slope: shrinkage(), mixHalfLife: mixHalfLife(), output },
        room,
      );
    };
  }
  const floor = number('floor');
  const starting = new Float64Array(growth.industry.length);
  return () => {
    readLongRun();
    shrunkGrowth(growth, shrinkage(), starting);
    for (let y = 0, at = 0; y < longRun.length; y++) {
      for (let i = 0; i < starting.length; i++, at++) {
        const start = startingGrowth(starting[i]!, economy.deflator, longRun[y]!, floor());
        trend[at] = fadingGrowth(start, longRun[y]!, halfLife(), y);
      }
    }
  };
}
