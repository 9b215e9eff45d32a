import type { CsvValue } from '../../../engine/report/data/csv.js';

/** Rows of the largest sheet that Excel opens, its header included. */
export const MOST_ROWS = 1_048_576;
/** Columns of the largest sheet that Excel opens. */
export const MOST_COLUMNS = 16_384;
/** Cells of the largest sheet that is written: Excel takes minutes over more, and the writer the memory of a large machine. */
export const MOST_CELLS = 5_000_000;
/** Letters of the longest text in a cell. */
const MOST_LETTERS = 32_767;

/** A column of a sheet: its heading, and the format in which Excel shows its numbers. */
export interface SheetColumn {
  readonly heading: string;
  /** Format in Excel's own writing; null for as many digits as fit. */
  readonly format: string | null;
}

/** A table as a sheet. */
export interface Sheet {
  readonly name: string;
  /** Columns of the header, which stays in view; none for a sheet of text. */
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/**
 * A value as a cell takes it: null for a number that is none, a text cut where no cell holds it whole.
 *
 * @example
 * cellValue(Number.NaN); // → null
 * cellValue('=1+1'); // → '=1+1'
 */
export function cellValue(value: CsvValue): CsvValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return value === null || value.length <= MOST_LETTERS ? value : `${value.slice(0, MOST_LETTERS - 1)}…`;
}
