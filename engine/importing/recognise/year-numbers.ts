import type { TableContext } from '../read/import-context.js';
import { cellPosition, type SourceCell, tidyName } from '../read/source-table.js';
import { marksEstimate, readMarkedYear } from '../read/years.js';

/** The years of a table as numbers in order of appearance. */
export interface YearNumbers {
  /** The number of the year that stands in a row; below 0 where there is none or it is not asked for. */
  inRow(row: number): number;
  /** True where the year of a row is marked as an estimate. */
  estimatedInRow(row: number): boolean;
  /** The number of a year that stands in a heading. */
  inHeading(heading: string, column: number): number;
  /** Years in order of appearance. */
  readonly years: readonly number[];
  /** Cells and headings in which a mark stands beside a year, such as `2019*`. */
  readonly marked: ReadonlySet<string>;
}

/** Numbers the years of a column or of headings; text that names none is a mistake, a year outside `--years` is passed over. */
export function createYearNumbers(
  { table, found, settings, mistakes }: TableContext,
  column: number | null,
): YearNumbers {
  const years: number[] = [];
  const numbers = new Map<number, number>();
  const seen = new Map<SourceCell, number>();
  const marked = new Set<string>();
  const estimates = new Set<SourceCell>();
  const { from, to } = settings.years ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const number = (cell: SourceCell, row: number, at: number): number => {
    const read = readMarkedYear(cell);
    if (read === undefined) {
      const shown = JSON.stringify(tidyName(cell).slice(0, 40));
      const heading = row === found.header ? '' : (found.headings[at] ?? '');
      mistakes.add(
        cellPosition(table, row, at),
        `${shown} is not a year${heading === '' ? '' : `, in column "${heading}"`}`,
        'years such as 2011; not quarters or months',
      );
      return -1;
    }
    const { year, mark } = read;
    if (mark !== '') marked.add(tidyName(cell));
    if (marksEstimate(mark)) estimates.add(cell);
    if (year < from || year > to) return -1;
    const known = numbers.get(year);
    if (known !== undefined) return known;
    const added = years.push(year) - 1;
    numbers.set(year, added);
    return added;
  };
  return {
    years,
    marked,
    inHeading: (heading, at) => number(heading, found.header, at),
    estimatedInRow: (row) => estimates.size > 0 && column !== null && estimates.has(table.rows[row]![column] ?? null),
    inRow(row) {
      const cell = table.rows[row]![column!] ?? null;
      const known = seen.get(cell);
      if (known !== undefined) return known;
      const own = number(cell, row, column!);
      // Text that is no year is a mistake wherever it stands.
      if (own >= 0 || readMarkedYear(cell) !== undefined) seen.set(cell, own);
      return own;
    },
  };
}
