import { notAFigure, readFigure } from '../read/figures.js';
import type { TableContext } from '../read/import-context.js';
import { cellPosition } from '../read/source-table.js';
import { marksEstimate, readMarkedYear } from '../read/years.js';
import { type AxisNames, createAxisNames } from './axis-names.js';
import type { Columns } from './chosen-columns.js';
import { type HeadingUnits, readHeadingUnits } from './heading-units.js';
import { type RowFlags, readRowFlags } from './row-flags.js';
import { type RowUnits, readRowUnits } from './row-units.js';
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
  /** Currencies beside figures, counted. */
  readonly currencies: Map<string, number>;
  /** Figures of 0 that a flag says are withheld. */
  withheld: number;
  readonly rowUnits: RowUnits;
  readonly headingUnits: HeadingUnits;
}

/** A row and a column of the table, with the power of ten by which its figure is multiplied. */
interface Cell {
  readonly row: number;
  readonly column: number;
  readonly power: number;
  readonly estimated: boolean;
}

/** Reads every figure of the table; cells that are no figures are mistakes. */
export function readEntries(context: TableContext, columns: Columns): Entries {
  const { found } = context;
  const { wideBy, figures } = columns;
  const entries = emptyEntries(context, columns);
  const { regions, industries, years, rowUnits, headingUnits } = entries;
  const rowFlags = readRowFlags(context, columns);
  const headings = figures.map((column) => headingNumber(context, columns, entries, column));
  const estimates = figures.map((column) => wideBy === 'years' && headsEstimate(found.headings[column]!));
  const onlyIndustry =
    wideBy === 'industries' || columns.industry !== null ? 0 : industries.inHeading(ALL, found.header, 0);
  for (const row of found.body) {
    const region = wideBy === 'regions' ? 0 : regions.inRow(row);
    const industry = columns.industry === null ? onlyIndustry : industries.inRow(row);
    const year = wideBy === 'years' ? 0 : years.inRow(row);
    if (region < 0 || industry < 0 || year < 0) continue;
    const rowPower = rowUnits.powerOf?.(row) ?? 0;
    for (let k = 0; k < figures.length; k++) {
      const heading = headings[k]!;
      if (heading < 0) continue;
      const power = rowPower + (headingUnits.powers?.[k] ?? 0);
      const estimated = estimates[k]! || years.estimatedInRow(row);
      if (!readEntry(context, columns, entries, { row, column: figures[k]!, power, estimated }, rowFlags)) continue;
      const at = entries.count++;
      entries.region[at] = wideBy === 'regions' ? heading : region;
      entries.industry[at] = wideBy === 'industries' ? heading : industry;
      entries.year[at] = wideBy === 'years' ? heading : year;
    }
  }
  return entries;
}

/** The name of the industry of a table without industries. */
const ALL = 'All industries';

function headsEstimate(heading: string): boolean {
  return marksEstimate(readMarkedYear(heading)?.mark ?? '');
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
    currencies: new Map(),
    withheld: 0,
    rowUnits: readRowUnits(context, columns),
    headingUnits: readHeadingUnits(context, columns),
  };
}

/** The number of the name or year that stands in the heading of a column of a wide table; 0 in a tidy one. */
function headingNumber({ found }: TableContext, { wideBy }: Columns, entries: Entries, column: number): number {
  const text = found.headings[column]!;
  if (wideBy === null) return 0;
  if (wideBy === 'years') return entries.years.inHeading(text, column);
  return (wideBy === 'industries' ? entries.industries : entries.regions).inHeading(text, found.header, column);
}

/** Reads a cell as the value of the next entry; false where it is no figure. */
function readEntry(
  { table, found, mistakes }: TableContext,
  { mark }: Columns,
  entries: Entries,
  { row, column, power, estimated }: Cell,
  rowFlags: RowFlags | null,
): boolean {
  const figure = readFigure(table.rows[row]![column], mark);
  if (figure.kind === 'text') {
    const heading = found.headings[column] ?? '';
    const { message, hint } = notAFigure(table.rows[row]![column]);
    mistakes.add(
      cellPosition(table, row, column),
      `${message}${heading === '' ? '' : `, in column "${heading}"`}`,
      hint,
    );
    return false;
  }
  const { count } = entries;
  entries.row[count] = row;
  if (figure.kind === 'missing') {
    add(entries.signs, figure.sign === '' ? 'blank' : `"${figure.sign}"`);
    entries.value[count] = Number.NaN;
    return true;
  }
  if (figure.flag !== '') add(entries.flags, figure.flag);
  if (figure.unit !== undefined) add(entries.currencies, figure.unit);
  const withheld = figure.value === 0 && rowFlags?.withheld(row) === true;
  if (withheld) entries.withheld += 1;
  const value = power === 0 ? figure.value : Number(`${figure.value}e${power}`);
  entries.value[count] = withheld ? Number.NaN : value;
  entries.estimated[count] = estimated || figure.flag === 'e' || rowFlags?.estimated(row) === true ? 1 : 0;
  return true;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
