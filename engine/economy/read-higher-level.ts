import { knownNames } from '../mistakes.js';
import { columnSums } from '../statistics/cells.js';
import {
  at,
  type CaseTable,
  checkStatus,
  firstOn,
  nameCell,
  numberCell,
  yearCell,
  ZERO_OR_MORE,
} from './case-table.js';
import type { ObservedOutputs } from './read-outputs.js';

export const HIGHER_LEVEL_COLUMNS = { required: ['industry', 'year', 'output'], optional: ['status', 'source'] };

/** Number of missing rows, or of industries in a note, that are named. */
const LISTED = 5;

/** The higher-level region's output by industry for each observed year, with notes on what looks odd in it. */
export interface HigherLevel {
  readonly outputs: readonly Float64Array[];
  readonly notes: readonly string[];
}

/**
 * Reads the higher-level region's outputs: every industry in every observed year. Other years are left aside with a note, and so is it
 * noted where the higher-level region has less than the sum of the regions. Mistakes are added to the table's list.
 */
export function readHigherLevel(source: CaseTable, observed: ObservedOutputs): HigherLevel {
  const { table, mistakes } = source;
  const { industries, years } = observed;
  const codes = new Map(industries.map((name, code) => [name, code]));
  const outputs = years.map(() => new Float64Array(industries.length).fill(Number.NaN));
  const rowOf = new Map<string, number>();
  const otherYears = new Set<number>();
  for (let row = 0; row < table.rows.length; row++) {
    const name = nameCell(source, row, 0);
    const year = yearCell(source, row, 1);
    const output = numberCell(source, row, 2, ZERO_OR_MORE);
    checkStatus(source, row, 3);
    if (name === undefined || year === undefined) continue;
    const i = codes.get(name);
    if (i === undefined) {
      mistakes.add(at(source, row, 0), `unknown industry "${name}"`, () => knownNames(name, industries));
      continue;
    }
    const key = `${i} ${year}`;
    const first = rowOf.get(key);
    if (first !== undefined) mistakes.add(at(source, row, 0), `${name}, ${year} stands twice`, firstOn(source, first));
    else rowOf.set(key, row);
    const y = years.indexOf(year);
    if (y < 0) otherYears.add(year);
    else outputs[y]![i] = output ?? Number.NaN;
  }
  if (mistakes.list().length === 0) reportMissing(source, industries, years, rowOf);
  if (mistakes.list().length > 0) return { outputs, notes: [] };
  const notes = smallerThanSum(observed, outputs, table.file);
  if (otherYears.size > 0) {
    notes.push(
      `${table.file}: not observed in the regions, so left aside: ${[...otherYears].sort((a, b) => a - b).join(', ')}`,
    );
  }
  return { outputs, notes };
}

function reportMissing(
  source: CaseTable,
  industries: readonly string[],
  years: readonly number[],
  rowOf: ReadonlyMap<string, number>,
): void {
  const missing = years.flatMap((year) =>
    industries.flatMap((name, i) => (rowOf.has(`${i} ${year}`) ? [] : [`${name}, ${year}`])),
  );
  for (const what of missing.slice(0, LISTED)) {
    source.mistakes.add(at(source, -1, 0), `no row for ${what}`, 'every industry needs a row for every observed year');
  }
  if (missing.length > LISTED)
    source.mistakes.add(at(source, -1, 0), `and ${missing.length - LISTED} more rows missing`);
}

function smallerThanSum(observed: ObservedOutputs, outputs: readonly Float64Array[], file: string): string[] {
  const { industries, years } = observed;
  const notes: string[] = [];
  years.forEach((year, y) => {
    const sums = columnSums(observed.outputs[y] ?? new Float64Array(0), industries.length);
    const smaller = industries.filter((_, i) => outputs[y]![i]! < sums[i]! * (1 - 1e-9));
    if (smaller.length === 0) return;
    const more = smaller.length > LISTED ? `, … (${smaller.length} in all)` : '';
    notes.push(`${file}: less than the sum of the regions in ${year}: ${smaller.slice(0, LISTED).join(', ')}${more}`);
  });
  return notes;
}
