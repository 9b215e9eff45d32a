/**
 * The sum of a vector, or of its part from `from` up to `to`; 0 if it is empty.
 *
 * @example
 * sum([1, 2, 4]); // → 7
 */
export function sum(values: ArrayLike<number>, from = 0, to = values.length): number {
  let total = 0;
  for (let k = from; k < to; k++) total += values[k]!;
  return total;
}
