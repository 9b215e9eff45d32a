import type { TableContext } from '../read/import-context.js';
import { cellPosition, type SourceCell, tidyName } from '../read/source-table.js';
import { readYear } from '../read/years.js';

/** The years of a table as numbers in order of appearance. */
export interface YearNumbers {
  /** The number of the year that stands in a row; below 0 where there is none or it is not asked for. */
  inRow(row: number): number;
  /** The number of a year that stands in a heading. */
  inHeading(year: number): number;
  /** In order of appearance. */
  readonly years: readonly number[];
}

/** Numbers the years of a column; a cell that names none is a mistake, one outside `--years` is passed over. */
export function createYearNumbers(
  { table, found, settings, mistakes }: TableContext,
  column: number | null,
): YearNumbers {
  const years: number[] = [];
  const numbers = new Map<number, number>();
  const seen = new Map<SourceCell, number>();
  const { from, to } = settings.years ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const number = (year: number): number => {
    if (year < from || year > to) return -1;
    const known = numbers.get(year);
    if (known !== undefined) return known;
    const added = years.push(year) - 1;
    numbers.set(year, added);
    return added;
  };
  return {
    years,
    inHeading: number,
    inRow(row) {
      const cell = table.rows[row]![column!] ?? null;
      const known = seen.get(cell);
      if (known !== undefined) return known;
      const year = readYear(cell);
      if (year === undefined) {
        const shown = JSON.stringify(tidyName(cell).slice(0, 40));
        const heading = found.headings[column!] ?? '';
        mistakes.add(
          cellPosition(table, row, column!),
          `${shown} is not a year${heading === '' ? '' : `, in column "${heading}"`}`,
          'years such as 2011; not quarters or months',
        );
        return -1;
      }
      const own = number(year);
      seen.set(cell, own);
      return own;
    },
  };
}
