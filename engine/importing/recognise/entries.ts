import { readFigure } from '../read/figures.js';
import type { TableContext } from '../read/import-context.js';
import { cellPosition, tidyName } from '../read/source-table.js';
import { readYear } from '../read/years.js';
import { type AxisNames, createAxisNames } from './axis-names.js';
import type { Columns } from './chosen-columns.js';
import { createYearNumbers, type YearNumbers } from './year-numbers.js';

/** The figures of a table in the order of its rows, each with the numbers of its region, industry and year. */
export interface Entries {
  readonly regions: AxisNames;
  readonly industries: AxisNames;
  readonly years: YearNumbers;
  /** Entries in use; the arrays may be longer. */
  count: number;
  readonly region: Int32Array;
  readonly industry: Int32Array;
  readonly year: Int32Array;
  readonly row: Int32Array;
  /** NaN where there is no figure. */
  readonly value: Float64Array;
  /** 1 where the figure is flagged as estimated. */
  readonly estimated: Uint8Array;
  /** Signs that stand for a missing figure, counted. */
  readonly signs: Map<string, number>;
  /** Flags behind figures, counted. */
  readonly flags: Map<string, number>;
}

/** Reads every figure of the table; cells that are no figures are mistakes. */
export function readEntries(context: TableContext, columns: Columns): Entries {
  const { found } = context;
  const { wideBy, figures } = columns;
  const entries = emptyEntries(context, columns);
  const { regions, industries, years } = entries;
  const headed = (column: number) => headingNumber(context, columns, entries, column);
  const headings = figures.map((column) => (wideBy === null ? -1 : headed(column)));
  for (const row of found.body) {
    const region = wideBy === 'regions' ? 0 : regions.inRow(row);
    const industry = wideBy === 'industries' ? 0 : industries.inRow(row);
    const year = wideBy === 'years' ? 0 : years.inRow(row);
    if (region < 0 || industry < 0 || year < 0) continue;
    for (let k = 0; k < figures.length; k++) {
      const heading = headings[k]!;
      if (wideBy !== null && heading < 0) continue;
      if (!readEntry(context, columns, entries, row, figures[k]!)) continue;
      const at = entries.count++;
      entries.region[at] = wideBy === 'regions' ? heading : region;
      entries.industry[at] = wideBy === 'industries' ? heading : industry;
      entries.year[at] = wideBy === 'years' ? heading : year;
    }
  }
  return entries;
}

function emptyEntries(context: TableContext, columns: Columns): Entries {
  const size = context.found.body.length * columns.figures.length;
  return {
    regions: createAxisNames(context, 'region', columns.region),
    industries: createAxisNames(context, 'industry', columns.industry),
    years: createYearNumbers(context, columns.year),
    count: 0,
    region: new Int32Array(size),
    industry: new Int32Array(size),
    year: new Int32Array(size),
    row: new Int32Array(size),
    value: new Float64Array(size),
    estimated: new Uint8Array(size),
    signs: new Map(),
    flags: new Map(),
  };
}

/** The number of the name or year that stands in the heading of a column of a wide table. */
function headingNumber({ found }: TableContext, { wideBy }: Columns, entries: Entries, column: number): number {
  const text = found.headings[column]!;
  if (wideBy === 'years') return entries.years.inHeading(readYear(text)!);
  return (wideBy === 'industries' ? entries.industries : entries.regions).inHeading(text, found.header, column);
}

/** Reads a cell as the value of the next entry; false where it is no figure. */
function readEntry(
  { table, found, mistakes }: TableContext,
  { mark }: Columns,
  entries: Entries,
  row: number,
  column: number,
): boolean {
  const figure = readFigure(table.rows[row]![column], mark);
  if (figure.kind === 'text') {
    const shown = JSON.stringify(tidyName(table.rows[row]![column]).slice(0, 40));
    const heading = found.headings[column] ?? '';
    mistakes.add(
      cellPosition(table, row, column),
      `${shown} is not a number${heading === '' ? '' : `, in column "${heading}"`}`,
      'see --decimal for decimal commas',
    );
    return false;
  }
  const { count } = entries;
  if (figure.kind === 'missing') add(entries.signs, figure.sign === '' ? 'blank' : `"${figure.sign}"`);
  else if (figure.flag !== '') add(entries.flags, figure.flag);
  entries.row[count] = row;
  entries.value[count] = figure.kind === 'number' ? figure.value : Number.NaN;
  entries.estimated[count] = figure.kind === 'number' && figure.flag === 'e' ? 1 : 0;
  return true;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
