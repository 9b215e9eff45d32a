import { columnDecimals, formatFixed } from './number-format.js';
import type { TextCell, TextColumn, TextTable } from './text-table.js';

/** A column of a terminal table with the cell that a row gives it. */
export interface CellColumn<Row> extends TextColumn {
  readonly cell: (row: Row) => TextCell;
}

/** Columns and rows of a text table, made from columns that know their cells; a `rule` among the rows draws a line. */
export function tabulate<Row extends object>(
  columns: readonly CellColumn<Row>[],
  rows: readonly (Row | 'rule')[],
): Pick<TextTable, 'columns' | 'rows'> {
  return {
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: rows.map((row) => (row === 'rule' ? row : columns.map((column) => column.cell(row)))),
  };
}

/**
 * The heading of a column of numbers, which goes right.
 *
 * @example
 * numberHeading('output', '10^8 yuan'); // → { heading: 'output', align: 'right', unit: '10^8 yuan' }
 */
export function numberHeading(heading: string, unit?: string, group?: string): TextColumn {
  return {
    heading,
    align: 'right',
    ...(unit === undefined ? {} : { unit }),
    ...(group === undefined ? {} : { group }),
  };
}

/** Headings of a series of years, of which a narrow terminal shows some. */
export function yearHeadings(years: readonly number[]): TextColumn[] {
  return years.map((year) => ({ heading: String(year), align: 'right', series: true }));
}

/**
 * Writes the numbers of one column, all with as many decimals as give the largest of them so many significant digits.
 *
 * @example
 * columnFormat([1234.5, 0.25])(0.25); // → '0'
 */
export function columnFormat(values: readonly (number | null)[], digits = 4): (value: number | null) => string {
  const decimals = columnDecimals(values, digits);
  return (value) => formatFixed(value, decimals);
}
