/**
 * Every unordered pair of a list, in its order.
 *
 * @example
 * regionPairs([0, 2, 5]); // → [[0, 2], [0, 5], [2, 5]]
 */
export function regionPairs(regions: readonly number[]): [number, number][] {
  return regions.flatMap((a, k) => regions.slice(k + 1).map((b): [number, number] => [a, b]));
}

/** The sum of several series of one length, year by year; zeros where there is none. */
export function sumSeries(length: number, series: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(length);
  for (const values of series) for (let y = 0; y < sum.length; y++) sum[y] = sum[y]! + values[y]!;
  return sum;
}
