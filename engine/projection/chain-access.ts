import type { Arrays } from './arrays.js';
import { type Channels, usesChains } from './channels.js';
import type { Plan } from './plan.js';
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
  const usual = y * channels.logReach.length + own;
  for (let j = 0; j < industries; j++) {
    const moved = channels.logReach[own + j]! - reference.logReach[usual + j]!;
    change[j] = Number.isFinite(moved) ? moved : 0;
  }
  for (let i = 0, at = 0; i < industries; i++) {
    let all = 0;
    for (let j = 0; j < industries; j++, at++) all += weight[at]! * change[j]!;
    access[i] = all;
  }
}
