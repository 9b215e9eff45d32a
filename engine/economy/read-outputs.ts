import { LIMITS } from '../files/limits.js';
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
import { type CodedRows, INDUSTRY, OUTPUT, REGION, reportMissing, STATUS, YEAR } from './missing-rows.js';

export const OUTPUT_COLUMNS = { required: ['region', 'industry', 'year', 'output', 'status', 'source'] };

/** Observed outputs, each cell of each year present. */
export interface ObservedOutputs {
  /** Names in the order in which the table first has them. */
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  /** Ascending. */
  readonly years: readonly number[];
  /** By year, each regions × industries. */
  readonly outputs: readonly Float64Array[];
  /** Indices of the cells of each year whose status is estimated; absent where none is, or where all are. */
  readonly estimated?: readonly (readonly number[])[];
  readonly notes: readonly string[];
}

/** Observed years of one table. */
const MOST_YEARS = 1_000;

/**
 * Reads the table of outputs. Mistakes are added to the table's list; the result is then only good for naming what other tables may
 * refer to: names that stand in few rows, which are likely to be misspelt, are left out of it.
 */
export function readOutputs(source: CaseTable): ObservedOutputs | undefined {
  const { table, mistakes } = source;
  if (table.rows.length === 0) {
    if (table.readable) mistakes.add(at(source, -1, 0), 'no rows below the header');
    return undefined;
  }
  const rows = codeRows(source);
  if (rows === null) return undefined;
  const [regions, industries, years] = rows.names;
  const present = indexRows(source, rows);
  const thin = reportMissing(source, rows, present);
  const keep = (names: readonly string[], axis: number) => names.filter((_, code) => !thin[axis]!.has(code));
  const ascending = keep(years, YEAR)
    .map(Number)
    .sort((a, b) => a - b);
  if (years.length === 1) {
    mistakes.add(at(source, 0, YEAR), `only one observed year, ${years[0]}`, 'growth needs two or more');
  }
  const named = { regions: keep(regions, REGION), industries: keep(industries, INDUSTRY), years: ascending };
  if (mistakes.list().length > 0) return { ...named, outputs: [], notes: [] };
  const outputs = ascending.map((year) => {
    const y = years.indexOf(String(year));
    const cells = regions.length * industries.length;
    return Float64Array.from({ length: cells }, (_, cell) => rows.values[present.get(y * cells + cell)!]!);
  });
  reportEmptyRegions(source, rows, named.years, outputs);
  const estimated = estimatedCells(source, rows, present, ascending);
  return {
    ...named,
    outputs,
    ...(estimated === null ? {} : { estimated }),
    notes: emptyIndustries(industries, outputs),
  };
}

/** Cells of each year whose status is estimated; null where none is, or where all are, so that none of them stands out. */
function estimatedCells(
  { table }: CaseTable,
  { names: [regions, industries, codes] }: CodedRows,
  present: ReadonlyMap<number, number>,
  years: readonly number[],
): readonly (readonly number[])[] | null {
  const count = regions.length * industries.length;
  const cells = years.map((year) => {
    const first = codes.indexOf(String(year)) * count;
    return Array.from({ length: count }, (_, cell) => cell).filter(
      (cell) => table.rows[present.get(first + cell)!]![STATUS] === 'estimated',
    );
  });
  const all = cells.reduce((sum, of) => sum + of.length, 0);
  return all === 0 || all === count * years.length ? null : cells;
}

/** The rows coded; null, with the mistake added, where they name more regions or industries than there can be. */
function codeRows(source: CaseTable): CodedRows | null {
  const { rows } = source.table;
  const regions = codeColumn(source, REGION, LIMITS.regions);
  const industries = codeColumn(source, INDUSTRY, LIMITS.industries);
  const years = codeColumn(source, YEAR, MOST_YEARS);
  if (regions === null || industries === null || years === null) return null;
  const cells = regions.names.length * industries.names.length;
  if (cells > LIMITS.cells) {
    const message = `${regions.names.length} regions × ${industries.names.length} industries`;
    source.mistakes.add(at(source, -1, REGION), message, `at most ${LIMITS.cells} pairs of region and industry`);
    return null;
  }
  const values = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    values[row] = numberCell(source, row, OUTPUT, ZERO_OR_MORE) ?? Number.NaN;
    checkStatus(source, row, STATUS);
  }
  return {
    names: [regions.names, industries.names, years.names],
    codes: [regions.codes, industries.codes, years.codes],
    values,
  };
}

/** Distinct names of a column in order of appearance, and which of them each row has; null, with the mistake added, where there are too many. */
function codeColumn(
  source: CaseTable,
  column: number,
  most: number,
): { names: readonly string[]; codes: Int32Array } | null {
  const { rows } = source.table;
  const known = new Map<string, number>();
  const names: string[] = [];
  const codes = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const cell = rows[row]![column]!;
    let code = known.get(cell);
    if (code === undefined) {
      const name = column === YEAR ? yearCell(source, row, column)?.toString() : nameCell(source, row, column);
      code = name === undefined ? -1 : names.push(name) - 1;
      if (code >= 0) known.set(cell, code);
      if (names.length > most) {
        source.mistakes.add(
          at(source, row, column),
          `more than ${most} different entries of ${source.table.columns[column]}`,
        );
        return null;
      }
    }
    codes[row] = code;
  }
  return { names, codes };
}

/** Row of each year × region × industry that the table has; a second row for the same is a mistake. */
function indexRows(source: CaseTable, rows: CodedRows): Map<number, number> {
  const [regions, industries, years] = rows.names;
  const present = new Map<number, number>();
  for (let row = 0; row < rows.values.length; row++) {
    const [r, i, y] = [rows.codes[0][row]!, rows.codes[1][row]!, rows.codes[2][row]!];
    if (r < 0 || i < 0 || y < 0) continue;
    const key = (y * regions.length + r) * industries.length + i;
    const first = present.get(key);
    if (first === undefined) present.set(key, row);
    else {
      const what = `${regions[r]}, ${industries[i]}, ${years[y]} stands twice`;
      source.mistakes.add(at(source, row, REGION), what, firstOn(source, first));
    }
  }
  return present;
}

function reportEmptyRegions(
  source: CaseTable,
  rows: CodedRows,
  years: readonly number[],
  outputs: readonly Float64Array[],
): void {
  const [regions, industries, yearNames] = rows.names;
  years.forEach((year, y) => {
    regions.forEach((region, r) => {
      const cells = outputs[y]!.subarray(r * industries.length, (r + 1) * industries.length);
      if (cells.some((value) => value > 0)) return;
      const code = yearNames.indexOf(String(year));
      const row = rows.codes[0].findIndex((each, k) => each === r && rows.codes[2][k] === code);
      source.mistakes.add(
        at(source, row, OUTPUT),
        `${region} has no output at all in ${year}`,
        'shares and growth of a region need some output: give its figures, or leave the region out',
      );
    });
  });
}

function emptyIndustries(industries: readonly string[], outputs: readonly Float64Array[]): string[] {
  const sums = outputs.map((year) => columnSums(year, industries.length));
  const empty = industries.filter((_, i) => sums.every((year) => year[i] === 0));
  return empty.length === 0 ? [] : [`no output in any region and year: ${empty.join(', ')}`];
}
