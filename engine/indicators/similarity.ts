import { sum } from '../statistics/sum.js';
import { checkSameLength } from './same-length.js';

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
  const sumA = sum(a);
  const sumB = sum(b);
  if (sumA === 0 || sumB === 0) return null;
  let dot = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    // Shares, because the squares of outputs in a small currency unit may leave the range of numbers.
    const x = a[i]! / sumA;
    const y = b[i]! / sumB;
    dot += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return Math.min(1, dot / Math.sqrt(squaresA * squaresB));
}
