import type { MistakeList } from '../../files/mistake-list.js';
import { wrongWidth } from '../../files/row-width.js';
import { cellPosition, isBlank, type SourceCell, type SourceTable, tidyName } from './source-table.js';

/** The place of the table in a source: its headings, and the rows that hold figures. */
export interface FoundTable {
  readonly header: number;
  readonly headings: readonly string[];
  /** Indices into the source's rows. */
  readonly body: Int32Array;
  /** Rows besides the table: titles above it, footnotes below. */
  readonly aside: number;
  /** Lines above the headings, from top to bottom: titles, units. */
  readonly above: readonly string[];
}

/** Rows from the top in which headings are looked for. */
const HIGHEST_HEADER = 40;
/** Rows with more cells than columns that are shown; they are counted beyond. */
const WIDE_ROWS_SHOWN = 10;

/**
 * Finds headings and body of a table among titles, blank rows and footnotes: the headings are the first row that is about as full as the
 * fullest of the first rows; rows with a single cell are notes.
 */
export function findTable(
  table: SourceTable,
  headerRow: number | undefined,
  mistakes: MistakeList,
): FoundTable | undefined {
  const filled = (row: number) => filledCells(table.rows[row] ?? []);
  const header =
    headerRow === undefined ? guessHeader(table.rows, table.separator !== undefined) : rowAtLine(table, headerRow);
  if (header === undefined || filled(header) < 2) {
    mistakes.add(
      { file: table.file, line: headerRow ?? 1, column: 1 },
      headerRow === undefined ? 'no row of headings over two or more columns' : `row ${headerRow} holds no headings`,
      'name the row with --header-row, the sheet of a workbook with --sheet',
    );
    return undefined;
  }
  const headings = (table.rows[header] ?? []).map(
    (cell, column) => tidyName(cell) || mergedAbove(table, header, column),
  );
  while (headings.at(-1) === '') headings.pop();
  const body: number[] = [];
  const above: string[] = [];
  let aside = 0;
  for (let row = 0; row < table.rows.length; row++) {
    if (row === header) continue;
    const count = filled(row);
    if (row > header && count >= 2) body.push(row);
    else if (count > 0) aside += 1;
    if (row < header && count === 1) above.push(...table.rows[row]!.map(tidyName).filter((text) => text !== ''));
  }
  if (body.length === 0) {
    mistakes.add(cellPosition(table, header, 0), 'no rows below the headings');
    return undefined;
  }
  if (!refuseWideRows(table, header, body, mistakes)) return undefined;
  return { header, headings, body: Int32Array.from(body), aside, above };
}

/** True where no row of a text goes beyond its headings, blank cells aside; those that do are mistakes, for a number may have been cut in two. */
function refuseWideRows(table: SourceTable, header: number, body: readonly number[], mistakes: MistakeList): boolean {
  if (table.separator === undefined) return true;
  const columns = table.rows[header]!.length;
  const wide = body.filter((row) => table.rows[row]!.findLastIndex((cell) => !isBlank(cell)) >= columns);
  for (const row of wide.slice(0, WIDE_ROWS_SHOWN)) {
    const { message, hint } = wrongWidth(table.rows[row]!.map(tidyName), columns, table.separator);
    mistakes.add(cellPosition(table, row, 0), message, `${hint}, or name what separates columns with --delimiter`);
  }
  if (wide.length > WIDE_ROWS_SHOWN)
    mistakes.add(cellPosition(table, wide.at(-1)!, 0), `${wide.length} rows in all have more cells than columns`);
  return wide.length === 0;
}

/** The text above a blank heading in the row before, as where two rows of headings are merged into one cell. */
function mergedAbove(table: SourceTable, header: number, column: number): string {
  const row = table.rows[header - 1] ?? [];
  const several = row.filter((cell) => !isBlank(cell)).length >= 2;
  return several ? tidyName(row[column]) : '';
}

/** Number of cells that hold something. */
function filledCells(row: readonly SourceCell[]): number {
  let count = 0;
  for (const cell of row) if (!isBlank(cell)) count += 1;
  return count;
}

/** The first row that is about as full as the fullest of the first rows. */
export function guessHeader(rows: SourceTable['rows'], cut = false): number | undefined {
  const head = rows.slice(0, HIGHEST_HEADER);
  const sizes = head.map(filledCells).filter((count) => count >= 2);
  // Of a text the usual row rather than the fullest, whose numbers may have been cut in two.
  const widest = cut ? (sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0) : Math.max(0, ...sizes);
  const counts = head.map((row, k) => {
    const merged = head[k - 1] ?? [];
    // Titles of a single cell name no columns.
    if (filledCells(row) < 2 || filledCells(merged) < 2) return filledCells(row);
    return filledCells(Array.from({ length: widest }, (_, column) => row[column] ?? merged[column] ?? null));
  });
  const full = counts.findIndex((count) => count >= 2 && count * 3 >= widest * 2);
  return full < 0 ? undefined : full;
}

function rowAtLine(table: SourceTable, line: number): number | undefined {
  const row = table.rows.findIndex((_, index) => table.lineOf(index) >= line);
  return row < 0 || table.lineOf(row) !== line ? undefined : row;
}
