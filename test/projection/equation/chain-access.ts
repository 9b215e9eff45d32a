import type { Arrays } from '../../../engine/projection/arrays.js';
import type { Plan } from '../../../engine/projection/plan.js';
import { type Channels, usesChains } from './channels.js';
import type { ReferencePath } from './reference.js';

/** N, what nearer or larger suppliers and customers in other industries add to the competitive level of the cells of one region. */
export interface ChainAccess {
  /** γ_S·supply + γ_D·demand, I × I: the weight of industry j’s reach in industry i. */
  readonly weight: Float64Array;
  /** Δ ln K of each industry in the region at hand, I, overwritten. */
  readonly change: Float64Array;
  /** N of each industry in the region at hand, I, overwritten; all 0 where the channel is off. */
  readonly access: Float64Array;
  readonly on: boolean;
}

/** Arrays for the channel between industries, and its weights. */
export function createChainAccess({ industries, inputOutput, parameters }: Plan, arrays: Arrays): ChainAccess {
  const count = industries.length;
  const on = usesChains({ inputOutput, parameters });
  const weight = arrays(on ? count * count : 0);
  if (on) {
    const { supply, demand } = inputOutput!;
    for (let k = 0; k < weight.length; k++)
      weight[k] = parameters.supplierAccess * supply[k]! + parameters.customerAccess * demand[k]!;
  }
  return { weight, change: arrays(count), access: arrays(count), on };
}

/**
 * Computes N of a region’s industries, `N_ri = Σ_j weight_ij·Δln K_rj` over j ≠ i. A reach of nothing, on either path, adds nothing.
 *
 * @param y row of the reference path
 */
export function computeChainAccess(
  { weight, change, access, on }: ChainAccess,
  channels: Channels,
  reference: ReferencePath,
  y: number,
  r: number,
): void {
  if (!on) return;
  const industries = change.length;
  const own = r * industries;
  const usual = y * channels.reach.length + own;
  for (let j = 0; j < industries; j++) {
    const now = channels.reach[own + j]!;
    const then = reference.reach[usual + j]!;
    change[j] = now > 0 && then > 0 ? Math.log(now / then) : 0;
  }
  // Three rows at once, since one sum alone would wait for each of its own additions.
  const last = industries - (industries % 3);
  for (let i = 0, at = 0; i < last; i += 3, at += 3 * industries) {
    let first = 0;
    let second = 0;
    let third = 0;
    for (let j = 0; j < industries; j++) {
      const moved = change[j]!;
      first += weight[at + j]! * moved;
      second += weight[at + industries + j]! * moved;
      third += weight[at + 2 * industries + j]! * moved;
    }
    access[i] = first;
    access[i + 1] = second;
    access[i + 2] = third;
  }
  for (let i = last; i < industries; i++) {
    let all = 0;
    for (let j = 0; j < industries; j++) all += weight[i * industries + j]! * change[j]!;
    access[i] = all;
  }
}
