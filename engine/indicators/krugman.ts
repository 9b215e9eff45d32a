import { checkSameLength } from '../statistics/same-length.js';
import { structureShares } from './structures.js';

/**
 * Krugman's index of how much two industrial structures differ, `K = Σ |a_i − b_i|` over shares: 0 for the same structure, 2 where
 * they share no industry. Twice the part of output that would have to change industry to make them alike. Merging industries never raises it.
 *
 * Source: Krugman 1991, Geography and Trade.
 *
 * @param a outputs or shares of one region by industry, 0 or more
 * @param b the same of another region; a RangeError unless of the same number of industries
 * @returns null where one of them has no output
 *
 * @example
 * krugman([50, 50], [100, 0]); // → 1
 * krugman([0, 0], [100, 0]); // → null
 */
export function krugman(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  checkSameLength(a, b);
  const [x, y] = [structureShares(a), structureShares(b)];
  if (x === null || y === null) return null;
  return x.reduce((distance, share, i) => distance + Math.abs(share - y[i]!), 0);
}
