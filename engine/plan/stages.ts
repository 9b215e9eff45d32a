import { averageGrowth } from '../indicators/average-growth.js';
import { type Stage, stage } from '../indicators/stage.js';
import { observedCells } from '../kernel/observed-cells.js';
import type { BaseYear } from '../policies/kind.js';
import type { Plan } from '../projection/plan.js';
import { columnSums } from '../statistics/cells.js';

/** Stage of each cell in the base year, R × I; null for a cell without one. */
export type BaseStages = readonly (string | null)[];

/** Stages of all cells in the base year, R × I. All are null where the window reaches back before the first observed year. */
export function baseStages(plan: Plan, base: BaseYear): (Stage | null)[] {
  const past = observedCells(plan.history, plan.years[0]! - plan.window);
  const industries = base.industries.length;
  if (past === null) return Array.from(base.output, () => null);
  const now = plan.higherLevel?.subarray(0, industries) ?? columnSums(base.output, industries);
  const before = past.higherLevel ?? columnSums(past.output, industries);
  return Array.from(base.output, (q, cell) => {
    const i = cell % industries;
    return stage(
      base.locationQuotient[cell]!,
      averageGrowth(past.output[cell]!, q, plan.window),
      averageGrowth(before[i]!, now[i]!, plan.window),
    );
  });
}
