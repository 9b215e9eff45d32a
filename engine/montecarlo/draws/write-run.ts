import { log } from '../../exact-math/index.js';
import { compileOutcomes } from '../../outcomes/evaluate.js';
import type { OutcomeScope } from '../../outcomes/outcome-function.js';
import type { OutcomeView } from '../../outcomes/view.js';
import type { Projection } from '../../projection/plan.js';
import { discountFactor } from '../../statistics/discount.js';
import { sum } from '../../statistics/sum.js';
import type { Study } from '../study/study.js';
import type { RowLayout } from './row-layout.js';

/** Prepares to write what is asked of a run (outcomes, goals, discounted output, volatility) into its part of a row. */
export function rowWriter(
  study: Study,
  layout: RowLayout,
): (run: number, view: OutcomeView, row: Float64Array) => void {
  const { economy } = study.futures[0]!;
  const outcomes = compileOutcomes(formulasOf(study.outcomes), economy);
  const goals = compileOutcomes(formulasOf(study.goals), economy);
  const last = layout.years.length - 1;
  return (run, view, row) => {
    const scope: OutcomeScope = { view, y: 0 };
    outcomes.forEach((outcome, o) => {
      const start = layout.outcome(run, o);
      const length = layout.lengths[o]!;
      for (let k = 0; k < length; k++) {
        scope.y = length === 1 ? last : k;
        row[start + k] = outcome.evaluate(scope);
      }
    });
    scope.y = last;
    goals.forEach((goal, g) => {
      row[layout.goal(run) + g] = goal.evaluate(scope);
    });
    const output = view.output.byRegion();
    writeDiscounted(row, layout.region(run), output, layout.regions, view.discountRate);
    row[layout.volatility(run)] = volatility(output, layout.regions);
  };
}

function formulasOf(named: Study['goals']) {
  return Object.fromEntries(Object.entries(named).map(([name, { formula }]) => [name, formula]));
}

/** Writes the discounted output of each region; `output` is years × regions. */
function writeDiscounted(row: Float64Array, start: number, output: Float64Array, regions: number, rate: number): void {
  const years = output.length / regions;
  for (let r = 0; r < regions; r++) row[start + r] = 0;
  for (let y = 0; y < years; y++) {
    const weight = discountFactor(rate, y);
    for (let r = 0; r < regions; r++) row[start + r]! += weight * output[y * regions + r]!;
  }
}

/**
 * Standard deviation over the years of the log growth of all regions together; NaN of fewer than two steps.
 *
 * @param output years × regions
 *
 * @example
 * volatility([1, Math.E, Math.E, Math.E ** 2], 1).toFixed(4); // → '0.5774'
 */
export function volatility(output: ArrayLike<number>, regions: number): number {
  const years = output.length / regions;
  const total = (y: number): number => sum(output, y * regions, (y + 1) * regions);
  let [mean, squares] = [0, 0];
  let before = log(total(0));
  for (let y = 1; y < years; y++) {
    const now = log(total(y));
    const growth = now - before;
    before = now;
    const off = growth - mean;
    mean += off / y;
    squares += off * (growth - mean);
  }
  return years < 3 ? Number.NaN : Math.sqrt(squares / (years - 2));
}

/**
 * Checks the last year of a projection.
 *
 * @throws RangeError where an output is not finite
 */
export function checkFinite({ output, plan }: Projection, id: string): void {
  const cells = plan.regions.length * plan.industries.length;
  for (let k = output.length - cells; k < output.length; k++) {
    if (Number.isFinite(output[k]!)) continue;
    const region = plan.regions[Math.floor((k % cells) / plan.industries.length)];
    throw new RangeError(`output of ${region} is not finite in ${plan.years.at(-1)} (${id})`);
  }
}
