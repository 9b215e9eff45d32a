import { pow } from '../exact-math/index.js';

/**
 * The weight of an amount that falls due some years later, `(1 + rate)^−years`.
 *
 * @example
 * discountFactor(0.25, 1); // → 0.8
 */
export function discountFactor(rate: number, years: number): number {
  return pow(1 + rate, -years);
}

/**
 * The sum of a yearly series discounted to its first year.
 *
 * @example
 * discountedSum([10, 10], 0.25); // → 18
 */
export function discountedSum(series: ArrayLike<number>, rate: number): number {
  let sum = 0;
  for (let y = 0; y < series.length; y++) sum += series[y]! * discountFactor(rate, y);
  return sum;
}
