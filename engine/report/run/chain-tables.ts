import { jointCompleteness } from '../../projection/measure-chains.js';
import type { Plan } from '../../projection/plan.js';

/** The difference between likeness and complementarity, for readers who see both. */
export const CHAIN_NOTE =
  'Similarity asks whether two regions build the same. Complementarity asks which inputs one could buy from the other and does not find at home. Completeness asks which inputs they make themselves. Two unlike regions need not supply each other, and two alike may. All inputs are at the technology of the nation’s table.';

/** Chain completeness of two regions together, by year. */
export function completenessTogether(plan: Plan, output: Float64Array, regions: readonly number[]): number[] {
  return plan.years.map((_, y) => jointCompleteness(plan, output, regions, y));
}
