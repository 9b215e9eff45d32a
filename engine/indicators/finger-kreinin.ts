import { krugman } from './krugman.js';

/**
 * The Finger–Kreinin index of how much two industrial structures overlap, `1 − K/2` with Krugman's K, which is `Σ min(a_i, b_i)`
 * over shares: 1 for the same structure, 0 where they share no industry.
 *
 * Source: Finger & Kreinin 1979, A measure of "export similarity" and its possible uses.
 *
 * @param a outputs or shares of one region by industry, 0 or more
 * @param b the same of another region; a RangeError unless of the same number of industries
 * @returns null where one of them has no output
 *
 * @example
 * fingerKreinin([50, 50], [100, 0]); // → 0.5
 */
export function fingerKreinin(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const distance = krugman(a, b);
  return distance === null ? null : Math.max(0, 1 - distance / 2);
}
