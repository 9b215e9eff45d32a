/**
 * The sum of a vector, 0 if it is empty.
 *
 * @example
 * sum([1, 2, 4]); // → 7
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k]!;
  return total;
}
