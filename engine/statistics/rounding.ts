/** Part of the size of two sums by which their difference may be off by rounding alone: some thousand additions of 53 bits. */
const ROUNDING = 1e-12;

/**
 * A difference of sums, or 0 where it is no more than what rounding leaves of sums of this size: two futures that come to the same must differ by
 * nothing, not by the last bits of it.
 *
 * @param scale size of the sums
 *
 * @example
 * withoutRounding(2.41e-11, 200_000); // → 0
 * withoutRounding(2.41, 200_000); // → 2.41
 */
export function withoutRounding(difference: number, scale: number): number {
  return Math.abs(difference) <= ROUNDING * Math.abs(scale) ? 0 : difference;
}
