import { averageGrowth } from '../indicators/average-growth.js';
import { observedCells } from '../kernel/observed-cells.js';
import type { Projection } from './plan.js';

/**
 * Growth of each industry in each region over that of the industry in the whole, as a factor a year less 1, over the plan's window up to
 * year `y`: regions × industries, NaN where either has none. It is 0 where the stages part, and unlike the agglomeration index never explodes.
 */
export function relativeGrowth({ plan, output, higherLevel }: Projection, y: number): Float64Array {
  const industries = plan.industries.length;
  const cells = plan.regions.length * industries;
  const result = new Float64Array(cells).fill(Number.NaN);
  const back = y - plan.window;
  const now = output.subarray(y * cells, (y + 1) * cells);
  const past =
    back >= 0
      ? {
          output: output.subarray(back * cells, (back + 1) * cells),
          higherLevel: higherLevel?.subarray(back * industries, (back + 1) * industries) ?? null,
        }
      : observedCells(plan.history, plan.years[y]! - plan.window);
  if (past === null) return result;
  const whole = (values: Float64Array, own: Float64Array | null, i: number): number => {
    if (own !== null) return own[i]!;
    let sum = 0;
    for (let cell = i; cell < cells; cell += industries) sum += values[cell]!;
    return sum;
  };
  const wholeNow = higherLevel?.subarray(y * industries, (y + 1) * industries) ?? null;
  for (let cell = 0; cell < cells; cell++) {
    const i = cell % industries;
    const growth = averageGrowth(past.output[cell]!, now[cell]!, plan.window);
    const common = averageGrowth(whole(past.output, past.higherLevel, i), whole(now, wholeNow, i), plan.window);
    if (typeof growth === 'number' && typeof common === 'number' && common > -1) {
      result[cell] = (1 + growth) / (1 + common) - 1;
    }
  }
  return result;
}
