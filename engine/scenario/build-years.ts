import { square } from '../exact-math/index.js';
import { LIMITS } from '../files/limits.js';
import type { BuildContext } from './build-context.js';
import type { ScenarioInput } from './scenario-schema.js';

/** Longest horizon; beyond it no trend has a meaning. */
const MAX_YEARS = 500;
/** Years projected by default. */
const DEFAULT_HORIZON = 20;

/** First and last projected year. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** Builds the years projected: from an observed year, by default the last, onwards. */
export function buildYears(written: ScenarioInput['years'], context: Pick<BuildContext, 'economy' | 'report'>): Years {
  const observed = context.economy.years;
  const from = written?.from ?? observed.at(-1)!;
  const to = written?.to ?? from + DEFAULT_HORIZON;
  if (!observed.includes(from)) {
    const message = `${from} is not an observed year`;
    context.report({ path: ['years', 'from'], message, hint: `observed: ${observed.join(', ')}` });
  }
  const path = ['years', 'to'];
  if (to <= from) {
    const message = `the horizon runs backwards: from ${from} to ${to}`;
    context.report({ path, message, hint: `a year after ${from}` });
  } else if (to - from > MAX_YEARS) {
    const message = `the horizon is ${to - from} years long`;
    context.report({ path, message, hint: `at most ${MAX_YEARS}, so to ${from + MAX_YEARS}` });
  } else {
    const most = mostYears(context.economy);
    const { regions, industries } = context.economy;
    if (to - from >= most) {
      const message = `${to - from + 1} years are too many for ${regions.length} regions and ${industries.length} industries`;
      context.report({ path, message, hint: `at most ${most}, so to ${from + most - 1}` });
    }
  }
  return { from, to };
}

/** Years of which a projection with its pairs of regions fits the memory of one machine. */
function mostYears({ regions, industries }: BuildContext['economy']): number {
  const cells = regions.length * industries.length;
  return Math.floor(Math.min(LIMITS.projected / cells, LIMITS.projectedPairs / square(regions.length)));
}

/**
 * The years projected, or the first alone where the horizon is a mistake.
 *
 * @example
 * horizonOf({ from: 2011, to: 2013 }); // → [2011, 2012, 2013]
 * horizonOf({ from: 2011, to: 2010 }); // → [2011]
 */
export function horizonOf({ from, to }: Years): number[] {
  const length = to >= from && to - from <= MAX_YEARS ? to - from + 1 : 1;
  return Array.from({ length }, (_, y) => from + y);
}
