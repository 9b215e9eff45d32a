import { powerOfTwo } from '../exact-math/index.js';

/** Shorter columns are sorted by comparison. */
const RADIX_FROM = 1024;

/** Bits of a digit, and digits of a number, of the radix sort. */
const DIGIT = 11;
const DIGITS = 6;

/**
 * Indices of the values from the smallest to the largest; of equal values the earlier comes first.
 *
 * @param values none of them NaN
 *
 * @example
 * sortedOrder([3, 1, 2]); // → [1, 2, 0]
 */
export function sortedOrder(values: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: values.length }, (_, k) => k);
  if (values.length >= RADIX_FROM) return radixOrder(values, order);
  return order.sort((a, b) => values[a]! - values[b]! || a - b);
}

/** Sorts by the bits of the numbers, a digit at a time from the last: ten times faster than calling a comparison. */
function radixOrder(values: ArrayLike<number>, order: Uint32Array<ArrayBuffer>): Uint32Array {
  const count = values.length;
  // Adding 0 makes −0 into 0, which are equal.
  const words = new Uint32Array(Float64Array.from(values, (x) => x + 0).buffer);
  for (let k = 0; k < count; k++) {
    // Bits that sort as unsigned numbers do: all flipped below 0, the sign alone above.
    const flip = words[2 * k + 1]! >>> 31 === 1 ? -1 : 0;
    words[2 * k]! ^= flip;
    words[2 * k + 1]! ^= flip | -2147483648;
  }
  let from = order;
  let to = new Uint32Array(count);
  const starts = new Uint32Array(powerOfTwo(DIGIT) + 1);
  const mask = powerOfTwo(DIGIT) - 1;
  for (let digit = 0; digit < DIGITS; digit++) {
    const shift = digit * DIGIT;
    const digitOf = (k: number) => {
      const [low, high] = [words[2 * k]!, words[2 * k + 1]!];
      if (shift >= 32) return (high >>> (shift - 32)) & mask;
      return ((low >>> shift) | (shift + DIGIT > 32 ? high << (32 - shift) : 0)) & mask;
    };
    starts.fill(0);
    for (let k = 0; k < count; k++) starts[digitOf(k) + 1]!++;
    for (let d = 0; d <= mask; d++) starts[d + 1]! += starts[d]!;
    for (let k = 0; k < count; k++) to[starts[digitOf(from[k]!)]!++] = from[k]!;
    [from, to] = [to, from];
  }
  return from;
}

/**
 * Ranks of the values from 1; equal values share the mean of their ranks.
 *
 * @example
 * averageRanks([10, 30, 20, 30]); // → [1, 3.5, 2, 3.5]
 */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  const order = sortedOrder(values);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let k = start; k < end; k++) ranks[order[k]!] = 0.5 * (start + 1 + end);
    start = end;
  }
  return ranks;
}

/**
 * Pearson's correlation of two columns of the same length; null where one of them does not vary.
 *
 * @example
 * correlation([1, 2, 3], [2, 4, 6]); // → 1
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const count = x.length;
  let [meanX, meanY] = [0, 0];
  for (let k = 0; k < count; k++) {
    meanX += x[k]! / count;
    meanY += y[k]! / count;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let k = 0; k < count; k++) {
    const [dx, dy] = [x[k]! - meanX, y[k]! - meanY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}
