/** Every unordered pair of a list, in its order. */
export function regionPairs(regions: readonly number[]): [number, number][] {
  return regions.flatMap((a, k) => regions.slice(k + 1).map((b): [number, number] => [a, b]));
}

/** Sums series of equal length year by year. */
export function sumSeries(series: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(series[0]?.length ?? 0);
  for (const values of series) for (let y = 0; y < sum.length; y++) sum[y] = sum[y]! + values[y]!;
  return sum;
}
