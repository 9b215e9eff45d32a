import { roundingUnit } from './figures.js';
import type { Axis, Panel } from './panel.js';
import { codeContains, saysOfItself } from './vocabulary.js';

export type AxisName = 'region' | 'industry';

/** A name that may stand for figures already counted elsewhere in the table. */
export interface Doubt {
  readonly axis: AxisName;
  readonly name: string;
  /** What it is and how that is known. */
  readonly reason: string;
  /** What is left out unless told otherwise. */
  readonly drop: readonly string[];
  /** What is left out instead where `drop` is kept. */
  readonly instead: readonly string[];
}

/** Cells compared for each pair of names are at most so many, or thrice the names; beyond `MOST_NAMES` only names, codes and the sum of all are looked at. */
const CELLS = 600;
const MOST_NAMES = 600;
/** Sums may miss a whole by this part of it beyond rounding: one cell revised since. */
const SLACK = 0.001;
/** Fewer figures agree by chance. */
const FEWEST_CELLS = 4;

/** The figures of one axis: a row of cells for each name. */
interface Matrix {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  /** By name, then by cell (other axis × years). */
  readonly rows: readonly Float64Array[];
  readonly unit: number;
}

/**
 * Finds totals, sums of some of the others and parts of others, among the regions and among the industries: by name (Total, 合计), by arithmetic
 * (figures that equal the sum of others in every year), and by code (C within B-E).
 *
 * Arithmetic: names in ascending order of size; each is projected on those before it that are no sums themselves, and where nothing is left over
 * and the coefficients are 0 and 1, it is their sum. One pass of Gram–Schmidt finds nested sums too.
 *
 * @param dropped names the user leaves out; they are no one's parts.
 */
export function findAggregates(panel: Panel, dropped: ReadonlySet<string>): Doubt[] {
  const unit = roundingUnit(sampled(panel.values));
  return (['region', 'industry'] as const).flatMap((axis) => doubtsOf(axis, matrixOf(panel, axis, dropped, unit)));
}

function sampled(values: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(values.length / 20000)) | 1;
  return values.filter((_, k) => k % step === 0);
}

function matrixOf(panel: Panel, axis: AxisName, dropped: ReadonlySet<string>, unit: number): Matrix {
  const own: Axis = axis === 'region' ? panel.regions : panel.industries;
  const other: Axis = axis === 'region' ? panel.industries : panel.regions;
  const kept = own.names.flatMap((name, k) => (dropped.has(name) ? [] : [k]));
  const others = other.names.flatMap((name, k) => (dropped.has(name) ? [] : [k]));
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const cells = others.length * panel.years.length;
  const most = Math.max(CELLS, 3 * kept.length);
  const step = cells <= most ? 1 : Math.floor(cells / most) | 1;
  const chosen: number[] = [];
  for (let k = 0; k < cells; k += step) chosen.push(k);
  const rows = kept.map((k) =>
    Float64Array.from(chosen, (cell) => {
      const y = Math.floor(cell / others.length);
      const o = others[cell % others.length]!;
      return panel.values[axis === 'region' ? (y * R + k) * I + o : (y * R + o) * I + k]!;
    }),
  );
  return { names: kept.map((k) => own.names[k]!), codes: kept.map((k) => own.codes[k]!), rows, unit };
}

function doubtsOf(axis: AxisName, matrix: Matrix): Doubt[] {
  const { names, codes } = matrix;
  const doubts = new Map<number, Doubt>();
  const add = (k: number, reason: string, drop: readonly number[], instead: readonly number[]) => {
    const named = (which: readonly number[]) => which.map((each) => names[each]!);
    doubts.set(k, { axis, name: names[k]!, reason, drop: named(drop), instead: named(instead) });
  };
  if (names.length < 2) return [];
  const says = names.map((name, k) => saysOfItself(name) ?? (saysOfItself(codes[k]!) === 'total' ? 'total' : null));
  for (const { whole, parts } of sums(matrix)) {
    const byName = says[whole] === 'total' ? ', as its name says' : '';
    const reason =
      parts.length === 1
        ? `the same figures as ${names[parts[0]!]}`
        : parts.length === names.length - doubts.size - 1 && parts.length > 3
          ? `the sum of all ${parts.length} others${byName}`
          : `the sum of ${listed(parts.map((each) => names[each]!))}${byName}`;
    add(whole, reason, [whole], parts);
  }
  for (let k = 0; k < names.length; k++) {
    if (doubts.has(k) || says[k] === 'total') continue;
    const left = names.flatMap((_, each) => (doubts.has(each) || each === k ? [] : [each]));
    const parts = codes[k] === '' ? [] : left.filter((each) => codeContains(codes[k]!, codes[each]!));
    if (parts.length > 0 && within(matrix, k, parts)) {
      for (const part of parts)
        add(part, `a part of ${names[k]} by its code, ${codes[part]} within ${codes[k]}`, [part], [k]);
    }
  }
  const aside = () => new Set([...doubts.keys()]);
  says.forEach((what, k) => {
    if (what === 'total' && !doubts.has(k)) {
      const others = names.flatMap((_, each) =>
        each === k || aside().has(each) || says[each] === 'total' ? [] : [each],
      );
      add(k, `a total by its name${missBy(matrix, k, others)}`, [k], []);
    }
  });
  says.forEach((what, k) => {
    if (what === 'part' && !doubts.has(k)) add(k, 'a part of another by its name', [k], []);
  });
  return [...doubts.values()];
}

function listed(names: readonly string[]): string {
  return names.length <= 4 ? names.join(' + ') : `${names.slice(0, 3).join(' + ')} + … (${names.length} of them)`;
}

/** By how much the others miss a total, in words. */
function missBy(matrix: Matrix, whole: number, parts: readonly number[]): string {
  let [sum, total] = [0, 0];
  const row = matrix.rows[whole]!;
  for (let c = 0; c < row.length; c++) {
    if (Number.isNaN(row[c]!) || parts.some((part) => Number.isNaN(matrix.rows[part]![c]!))) continue;
    total += row[c]!;
    for (const part of parts) sum += matrix.rows[part]![c]!;
  }
  if (!(total > 0) || parts.length === 0) return '';
  const off = (sum / total - 1) * 100;
  return Math.abs(off) < 0.005
    ? ''
    : `; the others add up to ${Math.abs(off).toPrecision(2)} % ${off > 0 ? 'more' : 'less'}`;
}

/** Whether some names never exceed another together, in the cells where all have figures. */
function within(matrix: Matrix, whole: number, parts: readonly number[]): boolean {
  const row = matrix.rows[whole]!;
  let compared = 0;
  for (let c = 0; c < row.length; c++) {
    let sum = 0;
    for (const part of parts) sum += matrix.rows[part]![c]!;
    if (Number.isNaN(sum) || Number.isNaN(row[c]!)) continue;
    compared += 1;
    if (sum > row[c]! + (matrix.unit * (parts.length + 1)) / 2 + 1e-9 * Math.abs(row[c]!)) return false;
  }
  return compared > 0;
}

interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

function sums(matrix: Matrix): Sum[] {
  const complete = completeCells(matrix);
  const rows = matrix.rows.map((row) => Float64Array.from(complete, (c) => row[c]!));
  const size = rows.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0));
  const order = size.flatMap((each, k) => (each > 0 ? [k] : [])).sort((a, b) => size[a]! - size[b]! || b - a);
  if (complete.length < FEWEST_CELLS || order.length < 2) return [];
  return order.length <= MOST_NAMES ? sumsByProjection(rows, order, matrix.unit) : sumOfAll(rows, order, matrix.unit);
}

/** Cells in which every name that has figures in most of them has one. */
function completeCells(matrix: Matrix): number[] {
  const cells = matrix.rows[0]!.length;
  const gaps = matrix.rows.map((row) => row.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0));
  const usual = matrix.rows.filter((_, k) => gaps[k]! * 2 < cells);
  const complete: number[] = [];
  for (let c = 0; c < cells; c++)
    if (usual.length > 0 && usual.every((row) => !Number.isNaN(row[c]!))) complete.push(c);
  return complete;
}

function sumOfAll(rows: readonly Float64Array[], order: readonly number[], unit: number): Sum[] {
  const whole = order.at(-1)!;
  const parts = order.slice(0, -1);
  return addsUp(rows, whole, parts, unit) ? [{ whole, parts }] : [];
}

function sumsByProjection(rows: readonly Float64Array[], order: readonly number[], unit: number): Sum[] {
  const found: Sum[] = [];
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
    if (basis.length > 0 && basis.length < row.length && left <= rounding + 0.01 * length) {
      const parts = partsOf(solveUpper(upper, on), leaves, rows, length);
      if (parts !== null && enoughFigures(row, parts.length) && addsUp(rows, k, parts, unit)) {
        found.push({ whole: k, parts: [...parts].sort((a, b) => a - b) });
        continue;
      }
    }
    if (left <= 1e-9 * length || basis.length >= row.length) continue;
    on[basis.length] = left;
    for (let c = 0; c < rest.length; c++) rest[c]! /= left;
    basis.push(rest);
    upper.push(on);
    leaves.push(k);
  }
  return found;
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

function addsUp(rows: readonly Float64Array[], whole: number, parts: readonly number[], unit: number): boolean {
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
