/** More names than this are only compared with the sum of all others. */
const MOST_NAMES = 600;
/** Sums may miss a whole by this part of it beyond rounding: one cell revised since. */
const SLACK = 0.001;
/** The part of a name that regression on the others may leave over that is suspected to be their sum. */
const NEAR = 0.05;
/** Fewer figures agree by chance. */
export const FEWEST_CELLS = 4;

/** The figures of one axis: a row of cells for each name. */
export interface Matrix {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  /** By name, then by cell (other axis × years). */
  readonly rows: readonly Float64Array[];
  readonly unit: number;
}

/** A name and those that add up to it. */
interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** The sums that arithmetic finds among names. */
export interface Sums {
  readonly exact: readonly Sum[];
  /** By name, parts that regression makes of it but that do not add up. */
  readonly suspected: ReadonlyMap<number, readonly number[]>;
}

/** Finds the names whose figures equal the sum of some of the others. */
export function exactSums(matrix: Matrix): Sums {
  const complete = completeCells(matrix);
  const rows = matrix.rows.map((row) => Float64Array.from(complete, (c) => row[c]!));
  const size = rows.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0));
  const order = size.flatMap((each, k) => (each > 0 ? [k] : [])).sort((a, b) => size[a]! - size[b]! || b - a);
  if (complete.length < FEWEST_CELLS || order.length < 2) return { exact: [], suspected: new Map() };
  return order.length <= MOST_NAMES ? sumsByProjection(rows, order, matrix.unit) : sumOfAll(rows, order, matrix.unit);
}

/** More names than this part that have gaps in most cells are looked at in the cells that all have. */
const MANY_SPARSE = 0.2;

/** Cells in which every name that has figures in most of them has one; where many names have figures in few, cells in which all of these have one. */
export function completeCells(matrix: Matrix): number[] {
  const cells = matrix.rows[0]!.length;
  const gaps = matrix.rows.map((row) => row.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0));
  const usual = matrix.rows.filter((_, k) => gaps[k]! * 2 < cells);
  const some = matrix.rows.filter((_, k) => gaps[k]! < cells);
  if (some.length - usual.length > MANY_SPARSE * some.length) {
    const shared = cellsOfAll(some, cells);
    if (shared.length >= FEWEST_CELLS) return shared;
  }
  return cellsOfAll(usual, cells);
}

function cellsOfAll(rows: readonly Float64Array[], cells: number): number[] {
  const complete: number[] = [];
  for (let c = 0; c < cells; c++) if (rows.length > 0 && rows.every((row) => !Number.isNaN(row[c]!))) complete.push(c);
  return complete;
}

function sumOfAll(rows: readonly Float64Array[], order: readonly number[], unit: number): Sums {
  const whole = order.at(-1)!;
  const parts = order.slice(0, -1);
  return { exact: addsUp(rows, whole, parts, unit) ? [{ whole, parts }] : [], suspected: new Map() };
}

function sumsByProjection(rows: readonly Float64Array[], order: readonly number[], unit: number): Sums {
  const found: Sum[] = [];
  const suspected = new Map<number, readonly number[]>();
  const leaves: number[] = [];
  const basis: Float64Array[] = [];
  /** Upper triangle: `upper[k]` are the coefficients of leaf k on the basis. */
  const upper: Float64Array[] = [];
  for (const k of order) {
    const row = rows[k]!;
    if (row.some((value) => Number.isNaN(value))) continue;
    const rest = Float64Array.from(row);
    const on = new Float64Array(basis.length + 1);
    // Twice, because one pass of Gram–Schmidt loses orthogonality where rows are nearly alike.
    for (let pass = 0; pass < 2; pass++) {
      for (let b = 0; b < basis.length; b++) {
        const part = dot(basis[b]!, rest);
        on[b]! += part;
        const direction = basis[b]!;
        for (let c = 0; c < rest.length; c++) rest[c]! -= part * direction[c]!;
      }
    }
    const [left, length] = [Math.sqrt(dot(rest, rest)), Math.sqrt(dot(row, row))];
    const rounding = unit * Math.sqrt(rest.length * (basis.length + 1));
    // A basis as large as the space reproduces anything, so it proves nothing.
    if (basis.length > 0 && basis.length < row.length && left <= rounding + NEAR * length) {
      const parts = partsOf(solveUpper(upper, on), leaves, rows, length);
      if (
        parts !== null &&
        enoughFigures(row, parts.length) &&
        !allAlike(rows, k, parts) &&
        addsUp(rows, k, parts, unit)
      ) {
        found.push({ whole: k, parts: [...parts].sort((a, b) => a - b) });
        continue;
      }
      if (parts !== null) suspected.set(k, parts);
    }
    if (left <= 1e-9 * length || basis.length >= row.length) continue;
    on[basis.length] = left;
    for (let c = 0; c < rest.length; c++) rest[c]! /= left;
    basis.push(rest);
    upper.push(on);
    leaves.push(k);
  }
  return { exact: found, suspected };
}

/** True where every part has the make-up of the whole, as in made tables of constant growth: then any numbers add up to it by chance. */
function allAlike(rows: readonly Float64Array[], whole: number, parts: readonly number[]): boolean {
  if (parts.length < 2) return false;
  const row = rows[whole]!;
  return parts.every((part) => {
    const own = rows[part]!;
    const on = dot(row, own);
    return on * on >= (1 - 1e-9) * dot(row, row) * dot(own, own);
  });
}

/** Few figures agree with some sum by chance. */
function enoughFigures(row: Float64Array, parts: number): boolean {
  const distinct = new Set(row).size;
  return distinct >= Math.max(FEWEST_CELLS, parts === 1 ? 6 : 0);
}

/** The leaves of coefficient 1, or null where a leaf of some weight has neither 0 nor 1. */
function partsOf(
  coefficients: Float64Array,
  leaves: readonly number[],
  rows: readonly Float64Array[],
  length: number,
): number[] | null {
  const parts: number[] = [];
  for (let k = 0; k < leaves.length; k++) {
    const coefficient = coefficients[k]!;
    const nearest = coefficient > 0.5 ? 1 : 0;
    const row = rows[leaves[k]!]!;
    if (Math.abs(coefficient - nearest) > 0.25 && Math.sqrt(dot(row, row)) > 0.01 * length) return null;
    if (nearest === 1) parts.push(leaves[k]!);
  }
  return parts.length === 0 ? null : parts;
}

/** True where some rows add up to another, but for rounding and one cell revised since. */
export function addsUp(rows: readonly Float64Array[], whole: number, parts: readonly number[], unit: number): boolean {
  const row = rows[whole]!;
  let [miss, total] = [0, 0];
  for (let c = 0; c < row.length; c++) {
    let sum = 0;
    for (const part of parts) sum += rows[part]![c]!;
    miss += Math.max(0, Math.abs(sum - row[c]!) - (unit * (parts.length + 1)) / 2);
    total += Math.abs(row[c]!);
  }
  return miss <= SLACK * total;
}

/** Solves for the coefficients of the leaves, column `k` of the triangle being `upper[k]`. */
function solveUpper(upper: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = Float64Array.from(right.subarray(0, upper.length));
  for (let k = upper.length - 1; k >= 0; k--) {
    x[k]! /= upper[k]![k]!;
    for (let j = 0; j < k; j++) x[j]! -= x[k]! * upper[k]![j]!;
  }
  return x;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += a[c]! * b[c]!;
  return sum;
}
