import { pow } from '../exact-math/index.js';
import { checkSameLength } from '../statistics/same-length.js';

/**
 * The shares of a region's ties that go to each region, `ω_rs = m_s·D_rs^−η / Σ_k m_k·D_rk^−η` with mass `m = √(P·G)`, the region
 * itself included at its internal distance. They sum to 1.
 *
 * Source: this project, of the source paper's economic tie, formula 6; shares as in the gravity model of Huff 1963.
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
    share[s] = mass[s]! * decay(distance[s]!, distanceDecay);
    all += share[s]!;
  }
  for (let s = 0; s < share.length; s++) share[s] = share[s]! / all;
  return share;
}

/**
 * The factor by which distance weakens a pull, D^−η.
 *
 * @example
 * decay(2, 2); // → 0.25
 */
export function decay(distance: number, exponent: number): number {
  return pow(distance, -exponent);
}

/**
 * The mass of a region in ties and market access, `m = √(P·G)`.
 *
 * @param product P, regional output in the sense of GDP
 * @param population G, non-agricultural population
 *
 * @example
 * tieMass(100, 4); // → 20
 */
export function tieMass(product: number, population: number): number {
  return Math.sqrt(product * population);
}
