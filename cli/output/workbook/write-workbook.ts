import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { CsvValue } from '../../../engine/report/data/csv.js';
import { displayWidth } from '../../../engine/report/text/text-width.js';
import type { Sheet } from './sheet.js';

/** Day that every part is said to be of: the first that a ZIP archive can name, so that the same numbers give the same bytes. */
const NO_DAY = new Date(1980, 0, 1);
/** Width of columns, in letters. */
const NARROWEST = 8;
const WIDEST = 48;
/** Rows that are looked at for the width of a column. */
const ROWS_SEEN = 200;

/** The bytes of an .xlsx workbook. Texts are written as texts whatever they look like, numbers at full precision. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, columns, rows }) => ({
    sheet: name,
    data: [
      ...(columns.length === 0 ? [] : [columns.map(({ heading }) => headerCell(heading))]),
      ...rows.map((row) => row.map((value, c) => cell(value, columns[c]?.format ?? null))),
    ],
    columns: widths(columns, rows).map((width) => ({ width })),
    ...(columns.length === 0 ? {} : { stickyRowsCount: 1 }),
  }));
  const bytes = await writeExcelFile(written, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return zipSync(unzipSync(bytes), { mtime: NO_DAY });
}

function headerCell(heading: string): Cell {
  return { value: heading, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' };
}

function cell(value: CsvValue, format: string | null): Cell {
  if (value === null) return null;
  if (typeof value === 'string') return { value, type: String };
  return format === null ? value : { value, type: Number, format };
}

/** Widths that show most values whole: those of a heading's lines and of the first rows. */
function widths(columns: Sheet['columns'], rows: Sheet['rows']): number[] {
  const count = Math.max(columns.length, ...rows.slice(0, ROWS_SEEN).map((row) => row.length));
  return Array.from({ length: count }, (_, c) => {
    const lines = columns[c]?.heading.split('\n') ?? [];
    const texts = rows.slice(0, ROWS_SEEN).map((row) => shown(row[c] ?? null));
    const widest = Math.max(NARROWEST, ...[...lines, ...texts].map((text) => displayWidth(text) + 2));
    return Math.min(widest, WIDEST);
  });
}

/** A value about as long as Excel shows it. */
function shown(value: CsvValue): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(9))) : (value ?? '').slice(0, WIDEST);
}
