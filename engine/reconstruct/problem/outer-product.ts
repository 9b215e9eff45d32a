/**
 * Adds factor·v·vᵀ for a sparse v to the lower triangle of an n × n matrix.
 *
 * @param v pairs of an index and its value
 */
export function addOuter(
  matrix: Float64Array,
  n: number,
  factor: number,
  v: readonly (readonly [number, number])[],
): void {
  for (const [i, x] of v) {
    const scaled = factor * x;
    for (const [j, y] of v) if (j <= i) matrix[i * n + j]! += scaled * y;
  }
}
