import { nearestName } from '../mistakes.js';
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

export const OUTPUT_COLUMNS = { required: ['region', 'industry', 'year', 'output', 'status', 'source'] };

/** Observed outputs, each cell of each year present. */
export interface ObservedOutputs {
  /** In the order in which the table first names them. */
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  /** Ascending. */
  readonly years: readonly number[];
  /** By year, each regions × industries. */
  readonly outputs: readonly Float64Array[];
  readonly notes: readonly string[];
}

/** How many missing rows of one kind are named before the rest are only counted. */
const LISTED = 5;
const WRITE_ZERO = 'every region needs a row for every industry and year: write 0 if there is none';

const REGION = 0;
const INDUSTRY = 1;
const YEAR = 2;
const OUTPUT = 3;
const STATUS = 4;

/** Rows of the table with what their names stand for; -1 where a name or year could not be read. */
interface CodedRows {
  readonly names: readonly [regions: readonly string[], industries: readonly string[], years: readonly string[]];
  readonly codes: readonly [Int32Array, Int32Array, Int32Array];
  readonly values: Float64Array;
}

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
  return { ...named, outputs, notes: emptyIndustries(industries, outputs) };
}

function codeRows(source: CaseTable): CodedRows {
  const { rows } = source.table;
  const regions = codeColumn(source, REGION);
  const industries = codeColumn(source, INDUSTRY);
  const years = codeColumn(source, YEAR);
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

/** Distinct names of a column in order of appearance, and which of them each row has. */
function codeColumn(source: CaseTable, column: number): { names: readonly string[]; codes: Int32Array } {
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

/**
 * Reports rows that are missing, by what they have in common. Returns, for each axis, the codes of the names that stand in less than half
 * of their rows.
 */
function reportMissing(
  source: CaseTable,
  rows: CodedRows,
  present: ReadonlyMap<number, number>,
): readonly ReadonlySet<number>[] {
  const sizes = rows.names.map((names) => names.length);
  const [regionCount, industryCount, yearCount] = sizes as [number, number, number];
  const all = regionCount * industryCount * yearCount;
  const unreadable = rows.codes.some((column) => column.includes(-1));
  // Rows whose names cannot be read would be missed elsewhere; they are already reported.
  if (unreadable || present.size === all) return [new Set(), new Set(), new Set()];
  const counts = sizes.map((size) => new Float64Array(size));
  for (const row of present.values()) {
    for (const axis of [REGION, INDUSTRY, YEAR]) counts[axis]![rows.codes[axis]![row]!]! += 1;
  }
  const thin = counts.map((count, axis) => {
    const full = all / sizes[axis]!;
    return new Set([...count.keys()].filter((code) => count[code]! * 2 < full));
  });
  const labels = ['region', 'industry', 'year'];
  const solid = rows.names.map((names, axis) => names.filter((_, code) => !thin[axis]!.has(code)));
  const firstRowOf = (axis: number, code: number) => at(source, rows.codes[axis]!.indexOf(code), axis);
  const limited = createLimiter(source);
  for (const axis of [REGION, INDUSTRY, YEAR]) {
    for (const code of thin[axis]!) {
      const name = rows.names[axis]![code]!;
      const nearest = axis === YEAR || name.length < 4 ? undefined : nearestName(name, solid[axis]!);
      const shown = axis === YEAR ? name : `"${name}"`;
      const message = `${labels[axis]} ${shown} has ${counts[axis]![code]} of ${all / sizes[axis]!} rows`;
      limited.add(
        labels[axis]!,
        firstRowOf(axis, code),
        message,
        nearest === undefined ? WRITE_ZERO : `did you mean "${nearest}"?`,
      );
    }
  }
  const solidCodes = sizes.map((size, axis) => [...Array(size).keys()].filter((code) => !thin[axis]!.has(code)));
  const [regionCodes, industryCodes, yearCodes] = solidCodes as [number[], number[], number[]];
  const has = (r: number, i: number, y: number) => present.has((y * regionCount + r) * industryCount + i);
  for (const r of regionCodes) {
    const region = rows.names[REGION]![r]!;
    const where = firstRowOf(REGION, r);
    const noYear = new Set(yearCodes.filter((y) => !industryCodes.some((i) => has(r, i, y))));
    for (const y of noYear)
      limited.add('region and year', where, `${region} has no rows for ${rows.names[YEAR]![y]}`, WRITE_ZERO);
    for (const i of industryCodes) {
      const missing = yearCodes.filter((y) => !noYear.has(y) && !has(r, i, y));
      const industry = rows.names[INDUSTRY]![i]!;
      if (missing.length > 1 && missing.length === yearCodes.length - noYear.size) {
        limited.add('region and industry', where, `${region} has no rows for "${industry}"`, WRITE_ZERO);
        continue;
      }
      for (const y of missing) {
        limited.add('row', where, `no row for ${region}, ${industry}, ${rows.names[YEAR]![y]}`, WRITE_ZERO);
      }
    }
  }
  limited.close();
  return thin;
}

/** Adds the first few mistakes of each kind, and one that counts the rest. */
function createLimiter(source: CaseTable) {
  const counts = new Map<string, number>();
  const lasts = new Map<string, ReturnType<typeof at>>();
  return {
    add(kind: string, where: ReturnType<typeof at>, message: string, hint: string): void {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count > LISTED) return;
      lasts.set(kind, where);
      source.mistakes.add(where, message, hint);
    },
    close(): void {
      for (const [kind, count] of counts) {
        if (count > LISTED)
          source.mistakes.add(lasts.get(kind)!, `and ${count - LISTED} more with rows missing, by ${kind}`);
      }
    },
  };
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
  const sums = new Float64Array(industries.length);
  for (const year of outputs) {
    for (let cell = 0; cell < year.length; cell++) sums[cell % industries.length]! += year[cell]!;
  }
  const empty = industries.filter((_, i) => sums[i] === 0);
  return empty.length === 0 ? [] : [`no output in any region and year: ${empty.join(', ')}`];
}
