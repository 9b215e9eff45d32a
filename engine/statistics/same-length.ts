/**
 * Throws a RangeError unless two vectors have the same length: structures of different classifications cannot be compared.
 *
 * @param of what the numbers are of, as the message names it
 *
 * @example
 * checkSameLength([1, 2], [3, 4]); // → undefined
 */
export function checkSameLength(a: ArrayLike<number>, b: ArrayLike<number>, of = 'industries'): void {
  if (a.length !== b.length) {
    throw new RangeError(`one side has ${a.length} ${of}, the other ${b.length}: they cannot be compared`);
  }
}
