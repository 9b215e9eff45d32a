/**
 * Factorises a symmetric positive definite matrix A = L·Lᵀ in place (the lower triangle becomes L; the upper is left alone).
 * False where A is not positive definite; the matrix is then spoilt.
 *
 * @param matrix n × n, row-major.
 *
 * @example
 * const matrix = new Float64Array([4, 0, 2, 5]);
 * factorise(matrix, 2); // → true
 * [...matrix]; // → [2, 0, 1, 2]
 */
export function factorise(matrix: Float64Array, n: number): boolean {
  for (let j = 0; j < n; j++) {
    const pivot = reduced(matrix, n, j, j);
    if (!(pivot > PIVOT * Math.abs(matrix[j * n + j]!))) return false;
    eliminate(matrix, n, j, Math.sqrt(pivot));
  }
  return true;
}

/**
 * The same for a positive semidefinite matrix: rows that depend on earlier ones get an infinite pivot, so that a solution has 0 there.
 * Serves equations of which some repeat others.
 *
 * @param tolerance part of a row's diagonal below which it counts as dependent
 *
 * @example
 * const matrix = new Float64Array([4, 0, 4, 4]);
 * factoriseSemidefinite(matrix, 2);
 * [...solveFactorised(matrix, 2, [8, 8])]; // → [2, 0]
 */
export function factoriseSemidefinite(matrix: Float64Array, n: number, tolerance = DEPENDENT): void {
  for (let j = 0; j < n; j++) {
    const pivot = reduced(matrix, n, j, j);
    const dependent = !(pivot > tolerance * Math.abs(matrix[j * n + j]!));
    eliminate(matrix, n, j, dependent ? Number.POSITIVE_INFINITY : Math.sqrt(pivot));
  }
}

/**
 * The lower triangular L with L·Lᵀ = a correlation matrix, row-major, or null where the matrix is not positive semidefinite. A row that
 * depends on those before it has 0 on its diagonal. The matrix stays as it is.
 *
 * @param matrix n × n, row-major, symmetric with ones on the diagonal
 *
 * @example
 * lowerFactor([1, 0.6, 0.6, 1], 2); // → [1, 0, 0.6, 0.8]
 * lowerFactor([1, 1, 1, 1], 2); // → [1, 0, 1, 0]
 * lowerFactor([1, 2, 2, 1], 2); // → null
 */
export function lowerFactor(matrix: ArrayLike<number>, n: number): Float64Array | null {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) factor[i * n + j] = matrix[i * n + j]!;
  for (let j = 0; j < n; j++) {
    const pivot = reduced(factor, n, j, j);
    if (pivot < -PIVOT_ROUNDING) return null;
    if (pivot > PIVOT_ROUNDING) {
      eliminate(factor, n, j, Math.sqrt(pivot));
      continue;
    }
    for (let i = j + 1; i < n; i++) if (Math.abs(reduced(factor, n, i, j)) > COLUMN_ROUNDING) return null;
    for (let i = j; i < n; i++) factor[i * n + j] = 0;
  }
  return factor;
}

/** Solves A·x = b with the factor of A. */
export function solveFactorised(factor: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  solveForward(factor, n, x);
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < n; k++) sum -= factor[k * n + i]! * x[k]!;
    x[i] = sum / factor[i * n + i]!;
  }
  return x;
}

/** Solves L·x = b in place. */
export function solveForward(factor: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= factor[row + k]! * x[k]!;
    x[i] = sum / factor[row + i]!;
  }
}

/** Inner product of two vectors of the same length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Adds factor·row·rowᵀ to the lower triangle of a matrix. */
export function addSquare(matrix: Float64Array, n: number, row: Float64Array, factor: number): void {
  for (let i = 0; i < n; i++) {
    const scaled = factor * row[i]!;
    if (scaled === 0) continue;
    for (let j = 0; j <= i; j++) matrix[i * n + j]! += scaled * row[j]!;
  }
}

/** Pivots smaller than this part of the diagonal are rounding. */
const PIVOT = 1e-14;
const DEPENDENT = 1e-11;

/**
 * Rounding in a correlation matrix: of a pivot, and of what is left of the column under a pivot of 0. A smaller pivot than the root of
 * double precision would blow the rounding of later ones up beyond it.
 */
const PIVOT_ROUNDING = 1e-8;
const COLUMN_ROUNDING = 1e-4;

function eliminate(matrix: Float64Array, n: number, j: number, pivot: number): void {
  matrix[j * n + j] = pivot;
  for (let i = j + 1; i < n; i++) matrix[i * n + j] = reduced(matrix, n, i, j) / pivot;
}

/** Entry (i, j) less what the columns before j explain of it. */
function reduced(matrix: Float64Array, n: number, i: number, j: number): number {
  const a = i * n;
  const b = j * n;
  let sum = matrix[a + j]!;
  for (let k = 0; k < j; k++) sum -= matrix[a + k]! * matrix[b + k]!;
  return sum;
}
