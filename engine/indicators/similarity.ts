import { checkSameLength } from '../statistics/same-length.js';
import { structureShares, sumOfSquares } from './structures.js';

/**
 * The similarity coefficient of two industrial structures, `S = Σ a_i·b_i / √(Σ a_i² · Σ b_i²)`, the cosine between them: 0 where
 * they share no industry, 1 where they are the same. It depends on the classification and tends to rise with coarser ones, so
 * print the number of industries beside it.
 *
 * Source: UNIDO's International Industry Research Center; formula 5 of the source paper.
 *
 * @param a outputs or shares of one region by industry, 0 or more
 * @param b the same of another region; a RangeError unless of the same number of industries
 * @returns null where one of them has no output
 *
 * @example
 * similarity([3, 4], [30, 40]); // → 1
 * similarity([3, 4], [4, 3]); // → 0.96
 * similarity([3, 4], [0, 0]); // → null
 */
export function similarity(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  checkSameLength(a, b);
  const [x, y] = [structureShares(a), structureShares(b)];
  if (x === null || y === null) return null;
  const product = x.reduce((total, share, i) => total + share * y[i]!, 0);
  return similarityOf(product, Math.sqrt(sumOfSquares(x, 0, x.length) * sumOfSquares(y, 0, y.length)));
}

/**
 * The similarity of two structures of which the parts are known already: Σ a_i·b_i and √Σa_i²·√Σb_i². At most 1, whatever rounding adds.
 *
 * @example
 * similarityOf(0.48, 0.5); // → 0.96
 */
export function similarityOf(product: number, lengths: number): number {
  return Math.min(1, product / lengths);
}

/**
 * The same from the inverses of the two lengths, for the loop over all pairs that runs in every simulated year: products in the place of a
 * quotient, and no comparison.
 *
 * @example
 * similarityOfInverse(0.48, 1, 2); // → 0.96
 */
export function similarityOfInverse(product: number, inverseLengthA: number, inverseLengthB: number): number {
  return product * inverseLengthA * inverseLengthB;
}
