import { type Stage, stage } from '../indicators/stage.js';
import type { BaseYear } from '../policies/kind.js';
import { observedCells } from '../projection/history.js';
import type { Plan } from '../projection/plan.js';

/** Stage of each cell in the base year, R × I; null where it has none, as where the window reaches before the first observed year. */
export function baseStages(plan: Plan, base: BaseYear): (Stage | null)[] {
  const year = plan.years[0]!;
  const past = observedCells(plan.history, year - plan.window);
  const industries = base.industries.length;
  if (past === null) return Array.from(base.output, () => null);
  const now = plan.higherLevel?.subarray(0, industries) ?? industryTotals(base.output, industries);
  const before = past.higherLevel ?? industryTotals(past.output, industries);
  const rate = (late: number, early: number): number | null =>
    late === 0 ? null : (late / early) ** (1 / plan.window) - 1;
  return Array.from(base.output, (q, cell) => {
    const i = cell % industries;
    const reference = before[i] === 0 ? null : rate(now[i]!, before[i]!);
    return stage(base.locationQuotient[cell]!, rate(q, past.output[cell]!), reference);
  });
}

function industryTotals(output: Float64Array, industries: number): Float64Array {
  const total = new Float64Array(industries);
  output.forEach((q, cell) => {
    total[cell % industries] = total[cell % industries]! + q;
  });
  return total;
}
