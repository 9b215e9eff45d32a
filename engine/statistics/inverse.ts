/** A pivot below this part of the largest entry of its column is taken for 0. */
const SINGULAR = 1e-13;

/**
 * The inverse of a square matrix by elimination with row exchanges (Gauss–Jordan); null where it has none.
 *
 * @param matrix n × n, row-major; it stays as it is
 *
 * @example
 * [...invert(new Float64Array([2, 0, 0, 4]), 2)]; // → [0.5, 0, 0, 0.25]
 * invert(new Float64Array([1, 2, 2, 4]), 2); // → null
 */
export function invert(matrix: Float64Array, n: number): Float64Array | null {
  const left = Float64Array.from(matrix);
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) inverse[i * n + i] = 1;
  const largest = left.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  for (let column = 0; column < n; column++) {
    const pivotRow = largestBelow(left, n, column);
    const pivot = left[pivotRow * n + column]!;
    if (!(Math.abs(pivot) > SINGULAR * largest)) return null;
    for (const rows of [left, inverse]) {
      exchange(rows, n, column, pivotRow);
      for (let k = 0; k < n; k++) rows[column * n + k] = rows[column * n + k]! / pivot;
    }
    for (let row = 0; row < n; row++) {
      const factor = left[row * n + column]!;
      if (row === column || factor === 0) continue;
      for (const rows of [left, inverse]) subtract(rows, n, row, column, factor);
    }
  }
  return inverse;
}

/** The row from the diagonal down whose entry in a column is the largest. */
function largestBelow(matrix: Float64Array, n: number, column: number): number {
  let best = column;
  for (let row = column + 1; row < n; row++) {
    if (Math.abs(matrix[row * n + column]!) > Math.abs(matrix[best * n + column]!)) best = row;
  }
  return best;
}

function exchange(matrix: Float64Array, n: number, a: number, b: number): void {
  if (a === b) return;
  for (let k = 0; k < n; k++) {
    const kept = matrix[a * n + k]!;
    matrix[a * n + k] = matrix[b * n + k]!;
    matrix[b * n + k] = kept;
  }
}

function subtract(matrix: Float64Array, n: number, from: number, row: number, factor: number): void {
  for (let k = 0; k < n; k++) matrix[from * n + k] = matrix[from * n + k]! - factor * matrix[row * n + k]!;
}
