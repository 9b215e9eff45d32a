import { rowSums } from '../statistics/cells.js';
import type { PlanAccount } from './plan.js';

/**
 * The quantity of an account in every cell and year: output times quantity per unit of output, Y × R × I.
 *
 * @example
 * const jobs = { name: 'jobs', unit: 'persons', perOutput: new Float64Array([5, 4]) };
 * [...accountValues(jobs, new Float64Array([100, 110]))]; // → [500, 440]
 */
export function accountValues({ perOutput }: PlanAccount, output: Float64Array): Float64Array {
  return output.map((q, at) => q * perOutput[at]!);
}

/** The same of each region and year, Y × R. */
export function accountByRegion(account: PlanAccount, output: Float64Array, industries: number): Float64Array {
  return rowSums(accountValues(account, output), industries);
}
