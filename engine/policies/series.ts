import type { Scalar } from '../values/scalar.js';

/**
 * Every unordered pair of a list, in its order.
 *
 * @example
 * regionPairs([0, 2, 5]); // → [[0, 2], [0, 5], [2, 5]]
 */
export function regionPairs(regions: readonly number[]): [number, number][] {
  return regions.flatMap((a, k) => regions.slice(k + 1).map((b): [number, number] => [a, b]));
}

/**
 * The product of two numbers of a draw.
 *
 * @example
 * product(() => 2, () => 3)(); // → 6
 */
export function product(a: Scalar, b: Scalar): Scalar {
  return () => a() * b();
}
