import { checkSameLength } from './same-length.js';

/**
 * The shares of a region's ties that go to each region, `ω_rs = m_s·D_rs^−η / Σ_k m_k·D_rk^−η` with mass `m = √(P·G)`, the region
 * itself included at its internal distance. They sum to 1.
 *
 * @param mass √(P·G) of each region
 * @param distance from the region to each, above 0, to itself the {@link internalDistance}
 * @param distanceDecay η
 * @returns one share for each region
 *
 * @example
 * tieShare([4, 1], [2, 1], 2); // → [0.5, 0.5]
 */
export function tieShare(mass: ArrayLike<number>, distance: ArrayLike<number>, distanceDecay: number): Float64Array {
  checkSameLength(mass, distance, 'regions');
  const share = new Float64Array(mass.length);
  let all = 0;
  for (let s = 0; s < share.length; s++) {
    share[s] = mass[s]! * distance[s]! ** -distanceDecay;
    all += share[s]!;
  }
  for (let s = 0; s < share.length; s++) share[s] = share[s]! / all;
  return share;
}
