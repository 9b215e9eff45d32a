import { pow } from '../exact-math/index.js';
import { sum } from '../statistics/sum.js';

/**
 * Regional output in the sense of GDP, `P = P₀ · (Q_r/Q_r0)^ν · (Q/Q₀)^(1−ν)`: from its base-year value it follows the region's own output in
 * part ν and the output of all regions in the rest.
 *
 * Source: this project; ν is the parameter `outputPassThrough` with its evidence.
 *
 * @param base P₀ in the base year; 1 gives the growth factor since then
 * @param growth Q_r/Q_r0, growth factor of the region's output
 * @param common the factor that all regions share, from {@link commonProductGrowth}
 * @param passThrough ν, 0 … 1
 *
 * @example
 * regionalProduct(100, 4, commonProductGrowth(1, 0.5), 0.5); // → 200
 */
export function regionalProduct(base: number, growth: number, common: number, passThrough: number): number {
  return base * pow(growth, passThrough) * common;
}

/**
 * The part of every region's product growth that follows the output of all, `(Q/Q₀)^(1−ν)`.
 *
 * @param growth Q/Q₀, growth factor of the output of all regions
 * @param passThrough ν, 0 … 1
 *
 * @example
 * commonProductGrowth(4, 0.5); // → 2
 */
export function commonProductGrowth(growth: number, passThrough: number): number {
  return pow(growth, 1 - passThrough);
}

/**
 * The product of every region in one year.
 *
 * @param base P₀ of each region, R
 * @param before output of each region in the base year, R
 * @param now output of each region in the year, R
 * @param passThrough ν
 *
 * @example
 * regionalProducts([100, 100], [1, 3], [4, 12], 0.5); // → [400, 400]
 */
export function regionalProducts(
  base: ArrayLike<number>,
  before: ArrayLike<number>,
  now: ArrayLike<number>,
  passThrough: number,
): Float64Array {
  const common = commonProductGrowth(sum(now) / sum(before), passThrough);
  return Float64Array.from(base, (product, r) => regionalProduct(product, now[r]! / before[r]!, common, passThrough));
}
