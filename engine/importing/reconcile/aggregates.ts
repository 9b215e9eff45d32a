import { codeContains } from '../recognise/classification-codes.js';
import { isCountry } from '../recognise/countries.js';
import type { Axis, Panel } from '../recognise/panel.js';
import { saysOfItself } from '../recognise/total-words.js';
import { completeCells, exactSums, FEWEST_CELLS, type Matrix, type Sums } from './exact-sums.js';
import { type NearSum, nearSums } from './near-sums.js';
import { roundingUnit } from './rounding-unit.js';

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

/** What was found, and what was not left out but should be looked at. */
export interface Aggregates {
  readonly doubts: readonly Doubt[];
  readonly remarks: readonly Remark[];
}

/** A name that is kept, and why it should be looked at. */
export interface Remark {
  readonly name: string;
  readonly text: string;
}

/** Cells compared for each pair of names are at most so many, or thrice the names; beyond 600 names only names, codes and the sum of all are looked at. */
const CELLS = 600;
/**
 * Finds totals, sums of some of the others and parts of others, among the regions and among the industries: by name (Total, 合计), by arithmetic
 * (figures that equal the sum of others in every year), and by code (C within B-E).
 *
 * Arithmetic: names in ascending order of size; each is projected on those before it that are no sums themselves, and where nothing is left over
 * and the coefficients are 0 and 1, it is their sum. One pass of Gram–Schmidt finds nested sums too. What nearly adds up is left to `nearSums`.
 *
 * @param dropped names the user leaves out; they are no one's parts.
 */
export function findAggregates(panel: Panel, dropped: ReadonlySet<string>): Aggregates {
  const unit = roundingUnit(sampled(panel.values));
  const found = (['region', 'industry'] as const).map((axis) => doubtsOf(axis, matrixOf(panel, axis, dropped, unit)));
  return { doubts: found.flatMap(({ doubts }) => doubts), remarks: found.flatMap(({ remarks }) => remarks) };
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

function doubtsOf(axis: AxisName, matrix: Matrix): Aggregates {
  const { names, codes } = matrix;
  const doubts = new Map<number, Doubt>();
  const add = (k: number, reason: string, drop: readonly number[], instead: readonly number[]) => {
    const named = (which: readonly number[]) => which.map((each) => names[each]!);
    doubts.set(k, { axis, name: names[k]!, reason, drop: named(drop), instead: named(instead) });
  };
  const remarks: Remark[] = [];
  if (names.length < 2) return { doubts: [], remarks };
  const says = names.map((name, k) => saysOfItself(name) ?? (saysOfItself(codes[k]!) === 'total' ? 'total' : null));
  const { exact, suspected } = exactSums(matrix);
  for (const { whole, parts } of exact) {
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
  const left = names.flatMap((_, k) => (doubts.has(k) ? [] : [k]));
  const country = onlyCountry(axis, names, left);
  const remark = (k: number, what: string) =>
    remarks.push({ name: names[k]!, text: `${names[k]} ${what}, figures are added in twice: --drop "${names[k]}"` });
  const hinted = (k: number) => k === country || says[k] === 'perhaps';
  for (const { whole, parts, off, sure } of nearSumsOf(matrix, left, suspected, hinted)) {
    const ofAll = parts.length === names.length - doubts.size - 1 && parts.length > 3;
    const sum = ofAll ? `the sum of all ${parts.length} others` : `the sum of ${listed(parts.map((k) => names[k]!))}`;
    const miss = `but for ${percentOff(off)} %`;
    if (sure) add(whole, `${sum} ${miss}`, [whole], parts);
    else remark(whole, `is as large as all ${parts.length} others together ${miss}, and is kept; if it is ${sum}`);
  }
  if (country !== undefined && !doubts.has(country) && !remarks.some(({ name }) => name === names[country]))
    remark(country, 'is named like a country and kept beside the other regions; if they are parts of it');
  return { doubts: [...doubts.values()], remarks };
}

/** The only region that is named like a country, among others that are not. */
function onlyCountry(axis: AxisName, names: readonly string[], left: readonly number[]): number | undefined {
  if (axis === 'industry' || left.length < 3) return undefined;
  const countries = left.filter((k) => isCountry(names[k]!));
  return countries.length === 1 ? countries[0] : undefined;
}

function nearSumsOf(
  matrix: Matrix,
  left: readonly number[],
  suspected: Sums['suspected'],
  hinted: (k: number) => boolean,
): NearSum[] {
  const complete = completeCells(matrix);
  if (complete.length < FEWEST_CELLS || left.length < 3) return [];
  const rows = matrix.rows.map((row) => Float64Array.from(complete, (c) => row[c]!));
  return nearSums({ ...matrix, rows }, left, suspected, hinted);
}

function percentOff(off: number): string {
  return (100 * Math.abs(off)).toPrecision(2);
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
  const off = sum / total - 1;
  return Math.abs(off) < 0.00005 ? '' : `; the others add up to ${percentOff(off)} % ${off > 0 ? 'more' : 'less'}`;
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
