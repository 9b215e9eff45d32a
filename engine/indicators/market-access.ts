import { checkSameLength } from '../statistics/same-length.js';
import { decay } from './tie-share.js';

/**
 * The market access of a region, `M_r = Σ_s (1 − b_rs)·m_s·D_rs^−η` with mass `m = √(P·G)`: what it reaches, itself included, less what
 * barriers keep away. Distance and open borders raise it.
 *
 * Source: the market potential of Harris 1954, with the masses of the source paper's economic tie.
 *
 * @param mass √(P·G) of each region
 * @param distance from the region to each, above 0, to itself the {@link internalDistance}
 * @param barrier between the region and each, 0 open … 1 closed, to itself 0
 * @param distanceDecay η
 *
 * @example
 * marketAccess([4, 1], [2, 1], [0.5, 0], 2); // → 1.5
 */
export function marketAccess(
  mass: ArrayLike<number>,
  distance: ArrayLike<number>,
  barrier: ArrayLike<number>,
  distanceDecay: number,
): number {
  checkSameLength(mass, distance, 'regions');
  checkSameLength(mass, barrier, 'regions');
  let access = 0;
  for (let s = 0; s < mass.length; s++) access += (1 - barrier[s]!) * mass[s]! * decay(distance[s]!, distanceDecay);
  return access;
}
