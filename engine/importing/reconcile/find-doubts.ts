import { codeContains } from '../recognise/classification-codes.js';
import { isCountry } from '../recognise/countries.js';
import { saysOfItself } from '../recognise/total-words.js';
import { findBreakdowns } from './breakdowns.js';
import type { Aggregates, AxisName, Doubt, Remark } from './doubt.js';
import { completeCells, exactSums, FEWEST_CELLS, type Matrix, type Sums } from './exact-sums.js';
import { type NearSum, nearSums } from './near-sums.js';

/** Names of one axis with what is known of them so far. */
interface Search {
  readonly matrix: Matrix;
  /** The statement of each name about itself. */
  readonly says: readonly ReturnType<typeof saysOfItself>[];
  /** Numbers of the names that are doubted already. */
  readonly doubted: ReadonlyMap<number, Doubt>;
  /** Doubts a name: what it is, by what evidence, whether it or its parts go, and what adds up to it. */
  doubt(
    name: number,
    reason: string,
    more: { by: Doubt['by']; drop?: number[]; instead?: readonly number[]; parts?: readonly number[] },
  ): void;
  remark(name: number, what: string): void;
}

/** Finds the names of one axis that may stand for figures counted elsewhere. */
export function findDoubts(axis: AxisName, matrix: Matrix): Aggregates {
  const { names, codes } = matrix;
  const doubted = new Map<number, Doubt>();
  const remarks: Remark[] = [];
  if (names.length < 2) return { doubts: [], remarks };
  const named = (which: readonly number[]) => which.map((each) => names[each]!);
  const search: Search = {
    matrix,
    says: names.map((name, k) => saysOfItself(name) ?? (saysOfItself(codes[k]!) === 'total' ? 'total' : null)),
    doubted,
    doubt(k, reason, { by, drop = [k], instead = [], parts = [] }) {
      const lists = { drop: named(drop), instead: named(instead), parts: named(parts) };
      doubted.set(k, { axis, name: names[k]!, reason, by, ...lists });
    },
    remark: (k, what) =>
      remarks.push({ name: names[k]!, text: `${names[k]} ${what}, figures are added in twice: --drop "${names[k]}"` }),
  };
  const { exact, suspected } = exactSums(matrix);
  doubtExactSums(search, exact);
  doubtPartsByCode(search);
  doubtGroups(search, axis);
  doubtTotals(search);
  doubtBreakdowns(search);
  says(search, 'part').forEach((k) => {
    search.doubt(k, 'a part of another by its name', { by: 'name' });
  });
  doubtNearSums(search, axis, suspected);
  return { doubts: [...doubted.values()], remarks };
}

/** Numbers of names that are not doubted yet and say something of themselves. */
function says({ says, doubted }: Search, what: 'total' | 'part' | 'group'): number[] {
  return says.flatMap((each, k) => (each === what && !doubted.has(k) ? [k] : []));
}

/** Numbers of names that are not doubted yet. */
function left({ matrix, doubted }: Search): number[] {
  return matrix.names.flatMap((_, k) => (doubted.has(k) ? [] : [k]));
}

function doubtExactSums(search: Search, exact: Sums['exact']): void {
  const { matrix, doubted } = search;
  for (const { whole, parts } of exact) {
    const byName = search.says[whole] === 'total' ? ', as its name says' : '';
    const all = parts.length === matrix.names.length - doubted.size - 1 && parts.length > 3;
    const sum = all ? `the sum of all ${parts.length} others` : `the sum of ${listed(matrix, parts)}`;
    const reason = parts.length === 1 ? `the same figures as ${matrix.names[parts[0]!]}` : `${sum}${byName}`;
    search.doubt(whole, reason, { by: 'arithmetic', instead: parts, parts });
  }
}

function doubtPartsByCode(search: Search): void {
  const { codes, names } = search.matrix;
  for (let k = 0; k < names.length; k++) {
    if (search.doubted.has(k) || search.says[k] === 'total' || codes[k] === '') continue;
    const parts = left(search).filter((each) => each !== k && codeContains(codes[k]!, codes[each]!));
    if (parts.length === 0 || !within(search.matrix, k, parts)) continue;
    for (const part of parts) {
      const reason = `a part of ${names[k]} by its code, ${codes[part]} within ${codes[k]}`;
      search.doubt(part, reason, { by: 'code', instead: [k] });
    }
  }
}

/** Groups of regions by name, such as high-income countries, where most names are none. */
function doubtGroups(search: Search, axis: AxisName): void {
  const groups = says(search, 'group');
  if (axis !== 'region' || groups.length * 2 > left(search).length) return;
  for (const k of groups) search.doubt(k, 'a group of regions by its name', { by: 'name' });
}

function doubtTotals(search: Search): void {
  for (const k of says(search, 'total')) {
    const others = left(search).filter((each) => each !== k && search.says[each] !== 'total');
    search.doubt(k, `a total by its name${missBy(search.matrix, k, others)}`, { by: 'name', parts: others });
  }
}

/** Second breakdowns of one total, as by industry and by type of job, of which one can be kept. */
function doubtBreakdowns(search: Search): void {
  const totals = search.matrix.names.flatMap((_, k) => (search.says[k] === 'total' ? [k] : []));
  for (const { kept, others } of findBreakdowns(search.matrix, left(search), totals)) {
    for (const other of others) {
      const reason = `a part of a second breakdown of the same total: ${listed(search.matrix, other)} add up to what ${listed(search.matrix, kept)} add up to`;
      for (const k of other) search.doubt(k, reason, { by: 'arithmetic', drop: other, instead: kept });
    }
  }
}

/** Names that nearly are the sum of others, and a country beside its regions. */
function doubtNearSums(search: Search, axis: AxisName, suspected: Sums['suspected']): void {
  const { matrix, doubted } = search;
  const rest = left(search);
  const country = onlyCountry(axis, matrix.names, rest);
  const hinted = (k: number) => k === country || search.says[k] === 'perhaps';
  let remarked = false;
  for (const { whole, parts, off, sure } of nearSumsOf(matrix, rest, suspected, hinted)) {
    const ofAll = parts.length === matrix.names.length - doubted.size - 1 && parts.length > 3;
    const sum = ofAll ? `the sum of all ${parts.length} others` : `the sum of ${listed(matrix, parts)}`;
    const miss = `but for ${percentOff(off)} %`;
    if (sure) search.doubt(whole, `${sum} ${miss}`, { by: 'nearness', instead: parts, parts });
    else
      search.remark(whole, `is as large as all ${parts.length} others together ${miss}, and is kept; if it is ${sum}`);
    remarked ||= whole === country;
  }
  doubtWholes(search, country);
  if (country === undefined || doubted.has(country) || remarked) return;
  search.remark(country, 'is named like a country and kept beside the other regions; if they are parts of it');
}

/** Names that sound like a sum, or like the country of the regions, and are never less than all others together. */
function doubtWholes(search: Search, country: number | undefined): void {
  const { matrix } = search;
  for (const k of left(search)) {
    if (k !== country && search.says[k] !== 'perhaps') continue;
    const others = left(search).filter((each) => each !== k);
    if (others.length === 0 || !within(matrix, k, others)) continue;
    const what = k === country ? 'a country beside its regions' : 'a total';
    search.doubt(k, `${what} by its name${missBy(matrix, k, others)}`, { by: 'name', parts: others });
  }
}

/** The only region that is named like a country, among others that are not. */
function onlyCountry(axis: AxisName, names: readonly string[], rest: readonly number[]): number | undefined {
  if (axis === 'industry' || rest.length < 2) return undefined;
  const countries = rest.filter((k) => isCountry(names[k]!));
  return countries.length === 1 ? countries[0] : undefined;
}

function nearSumsOf(
  matrix: Matrix,
  rest: readonly number[],
  suspected: Sums['suspected'],
  hinted: (k: number) => boolean,
): NearSum[] {
  const complete = completeCells(matrix);
  if (complete.length < FEWEST_CELLS || rest.length < 3) return [];
  const rows = matrix.rows.map((row) => Float64Array.from(complete, (c) => row[c]!));
  return nearSums({ ...matrix, rows }, rest, suspected, hinted);
}

function percentOff(off: number): string {
  return (100 * Math.abs(off)).toPrecision(2);
}

function listed({ names }: Matrix, which: readonly number[]): string {
  const shown = which.map((k) => names[k]!);
  return shown.length <= 4 ? shown.join(' + ') : `${shown.slice(0, 3).join(' + ')} + … (${shown.length} of them)`;
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

/** True where some names never exceed another together, in the cells where all have figures. */
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
