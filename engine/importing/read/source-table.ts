import type { Position } from '../../mistakes.js';
import type { Guess } from './guess.js';

/** A cell as its format has it: text, a number, or nothing. */
export type SourceCell = string | number | null;

/** A table somebody made for their own purposes: rows of cells, headings and notes included, nothing yet understood. */
export interface SourceTable {
  /** Name of the file in messages. */
  readonly file: string;
  /** The sheet of a workbook; null where the format has none. */
  readonly sheet: string | null;
  readonly rows: readonly (readonly SourceCell[])[];
  /** The separator of the cells of a text, where it may have cut one in two; absent where cells are the format's own. */
  readonly separator?: string;
  /** Guesses made in reading the file: its separator, the sheet of a workbook. */
  readonly guesses?: readonly Guess[];
  /** Line or row number of the file, counted from 1, at which a row of `rows` stands. */
  lineOf(row: number): number;
  /** Sheet that a row of `rows` stands on; absent where the file has one sheet alone, or none. */
  sheetOf?(row: number): string | undefined;
}

/**
 * The place of a cell, with its sheet where the file has several; its column is counted in cells, from 1.
 *
 * @example
 * cellPosition({ ...tableOfRows('a.xlsx', [['Jilin', 2011]]), sheetOf: () => 'GVA' }, 0, 1)(); // → { file: 'a.xlsx[GVA]', line: 1, column: 2 }
 */
export function cellPosition(table: SourceTable, row: number, column: number): () => Position {
  return () => {
    const sheet = table.sheetOf?.(row);
    const file = sheet === undefined ? table.file : `${table.file}[${sheet}]`;
    return { file, line: table.lineOf(row), column: column + 1 };
  };
}

/** A table of other rows, each of which stands where a row of the given one did: `origins` are their places in it. */
export function rearranged(
  table: SourceTable,
  rows: readonly (readonly SourceCell[])[],
  origins: readonly number[],
): SourceTable {
  const origin = (row: number) => origins[row] ?? 0;
  return {
    ...table,
    rows,
    lineOf: (row) => table.lineOf(origin(row)),
    ...(table.sheetOf === undefined ? {} : { sheetOf: (row: number) => table.sheetOf?.(origin(row)) }),
  };
}

/**
 * A table from rows that are its lines, the first on line 1.
 *
 * @example
 * tableOfRows('a.csv', [['region', 'year'], ['Jilin', 2011]]).lineOf(1); // → 2
 */
export function tableOfRows(
  file: string,
  rows: readonly (readonly SourceCell[])[],
  sheet: string | null = null,
): SourceTable {
  return { file, sheet, rows: shortened(rows), lineOf: (row) => row + 1 };
}

/** Characters of a cell that are looked at: more than any name, heading or figure has. */
const LONGEST_CELL = 1000;

/**
 * Rows whose cells are no longer than what is looked at; a longer one, which can only be a note, ends in `…`.
 *
 * @example
 * shortened([['a', 'x'.repeat(2000)]])[0][1].length; // → 1001
 */
export function shortened(rows: readonly (readonly SourceCell[])[]): readonly (readonly SourceCell[])[] {
  const isLong = (cell: SourceCell) => typeof cell === 'string' && cell.length > LONGEST_CELL;
  const cut = (cell: SourceCell) => (isLong(cell) ? `${String(cell).slice(0, LONGEST_CELL)}…` : cell);
  return rows.map((row) => (row.some(isLong) ? row.map(cut) : row));
}

/** True where a cell holds nothing. */
export function isBlank(cell: SourceCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/**
 * A name as the case writes it: in Unicode's composed form, without control characters and with single spaces, so that two spellings that look
 * alike are one name.
 *
 * @example
 * tidyName('  Zu\u0308rich\u00a0Land\n'); // → 'Zürich Land'
 * tidyName(2010); // → '2010'
 */
export function tidyName(cell: SourceCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(cell)) return cell;
  return cell
    .normalize('NFC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
