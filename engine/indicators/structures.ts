import { sum } from '../statistics/sum.js';

/** Two industrial structures side by side: sums over industries of their shares a and b, of which all indices of likeness are made. */
export interface StructurePair {
  /** Σ a_i·b_i. */
  readonly product: number;
  /** Σ |a_i − b_i|, Krugman's index. */
  readonly difference: number;
  /** Σ min(a_i, b_i), the part of output that the two have in common. */
  readonly overlap: number;
}

/**
 * The shares of industries in a region's output; null where there is no output. Shares, because the squares of outputs in a small currency unit
 * may leave the range of numbers.
 *
 * @example
 * structureShares([1, 3]); // → [0.25, 0.75]
 * structureShares([0, 0]); // → null
 */
export function structureShares(outputs: ArrayLike<number>): Float64Array | null {
  const total = sum(outputs);
  return total === 0 ? null : Float64Array.from(outputs, (output) => output / total);
}

/**
 * Compares two structures in one pass, which is most of the work of a large case.
 *
 * @param shares of any number of regions, one after the other
 * @param a where the first region's shares begin
 * @param b where the second region's shares begin
 *
 * @example
 * pairStructures([0.5, 0.5, 1, 0], 0, 2, 2); // → { product: 0.5, difference: 1, overlap: 0.5 }
 */
export function pairStructures(shares: ArrayLike<number>, a: number, b: number, industries: number): StructurePair {
  let product = 0;
  let difference = 0;
  let twiceShared = 0;
  for (let i = 0; i < industries; i++) {
    const x = shares[a + i]!;
    const y = shares[b + i]!;
    const gap = Math.abs(x - y);
    product += x * y;
    difference += gap;
    // 2·min(x, y), without a branch.
    twiceShared += x + y - gap;
  }
  return { product, difference, overlap: twiceShared / 2 };
}

/**
 * The length √Σx² of a structure's shares.
 *
 * @param from where the shares begin
 *
 * @example
 * structureLength([0.6, 0.8], 0, 2); // → 1
 */
export function structureLength(shares: ArrayLike<number>, from: number, industries: number): number {
  return Math.sqrt(sumOfSquares(shares, from, industries));
}

/** Σx² of a structure's shares. */
export function sumOfSquares(shares: ArrayLike<number>, from: number, industries: number): number {
  let squares = 0;
  for (let i = from; i < from + industries; i++) squares += shares[i]! * shares[i]!;
  return squares;
}
