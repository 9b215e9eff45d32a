/**
 * Hypervolume of a set of points that are to be made small: the volume that they dominate below a reference point. The larger, the nearer the set
 * is to the best possible and the better it is spread.
 *
 * Source: E. Zitzler & L. Thiele 1998, Multiobjective optimization using evolutionary algorithms, PPSN V; computed by slicing along the last
 * objective, which is fast enough for the few hundred points and two to four objectives here.
 *
 * @param points each of the length of the reference; those that do not lie below it in every objective count nothing
 *
 * @example
 * hypervolume([[1, 0, 1], [0, 1, 0]], [2, 2, 2]); // → 5
 * hypervolume([[0.5, 1.5], [1.5, 0.5]], [2, 2]); // → 1.25
 */
export function hypervolume(points: readonly (readonly number[])[], reference: readonly number[]): number {
  const inside = points.filter((point) => point.every((value, k) => value < reference[k]!));
  return volume(inside, reference, reference.length);
}

/** Volume in the first `dimensions` objectives. */
function volume(points: readonly (readonly number[])[], reference: readonly number[], dimensions: number): number {
  if (points.length === 0) return 0;
  const last = dimensions - 1;
  if (dimensions === 1) return reference[0]! - Math.min(...points.map((point) => point[0]!));
  const ordered = points.toSorted((a, b) => a[last]! - b[last]!);
  let total = 0;
  for (const [k, point] of ordered.entries()) {
    const next = ordered[k + 1]?.[last] ?? reference[last]!;
    const height = next - point[last]!;
    if (height > 0) total += height * volume(ordered.slice(0, k + 1), reference, last);
  }
  return total;
}
