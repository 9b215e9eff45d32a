/**
 * Square root of the sum of squares, without overflow or underflow on the way.
 *
 * @example
 * hypot(3, 4); // → 5
 */
export function hypot(...values: readonly number[]): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (!(largest > 0 && largest < Infinity)) return largest;
  let sum = 0;
  for (const value of values) sum += (value / largest) * (value / largest);
  return largest * Math.sqrt(sum);
}
