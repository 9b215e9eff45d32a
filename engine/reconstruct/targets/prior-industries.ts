import {
  ABOVE_ZERO,
  at,
  type CaseTable,
  checkStatus,
  firstOn,
  type NumberRule,
  nameCell,
  numberCell,
  openTable,
} from '../../economy/case-table.js';
import { knownNames, type Mistake } from '../../mistakes.js';

/** Prior of one industry. */
export interface PriorIndustry {
  readonly name: string;
  /** Part of all output in each year, in percent; need not sum to 100. */
  readonly shares: readonly number[];
  /** Regions known for it. */
  readonly specialised: readonly number[];
  /** Weight of such a region as a multiple of its size. */
  readonly tilt: number;
}

const TILT: NumberRule = { low: 0, high: 1e6, inclusive: false, words: 'above 0 and at most 1e6' };

/** Reads the prior of industries: a table with the columns below, one share for each year, and regions separated by semicolons. */
export function readPriorIndustries(
  file: string,
  bytes: Uint8Array,
  years: readonly number[],
  regions: readonly string[],
): { readonly industries: readonly PriorIndustry[]; readonly mistakes: readonly Mistake[] } {
  const before = ['code', 'industry', 'name_in_paper'];
  const shares = years.map((year) => `share_${year}_percent`);
  const columns = [...before, ...shares, 'specialised_regions', 'tilt', 'status', 'source'];
  const source = openTable(file, bytes, { required: columns });
  const { table, mistakes } = source;
  const industries: PriorIndustry[] = [];
  const rowOf = new Map<string, number>();
  for (let row = 0; row < table.rows.length; row++) {
    const name = nameCell(source, row, 1);
    const values = shares.map((_, t) => numberCell(source, row, before.length + t, ABOVE_ZERO));
    const specialised = regionsCell(source, row, columns.indexOf('specialised_regions'), regions);
    const tilt = numberCell(source, row, columns.indexOf('tilt'), TILT);
    checkStatus(source, row, columns.indexOf('status'));
    if (name === undefined) continue;
    const first = rowOf.get(name);
    if (first !== undefined) {
      mistakes.add(at(source, row, 1), `industry "${name}" stands twice`, firstOn(source, first));
      continue;
    }
    rowOf.set(name, row);
    industries.push({ name, shares: values.map((value) => value ?? 1), specialised, tilt: tilt ?? 1 });
  }
  if (industries.length === 0 && mistakes.list().length === 0) mistakes.add(at(source, -1, 0), 'the table has no rows');
  return { industries, mistakes: mistakes.list() };
}

function regionsCell(source: CaseTable, row: number, column: number, regions: readonly string[]): number[] {
  const cell = source.table.rows[row]![column]!;
  const names = cell === '' ? [] : cell.split(';').map((name) => name.trim());
  return names.flatMap((name) => {
    const region = regions.indexOf(name);
    if (region >= 0) return [region];
    source.mistakes.add(at(source, row, column), `unknown region "${name}"`, knownNames(name, regions));
    return [];
  });
}
