import { guessHeader } from './find-table.js';
import { type SourceCell, type SourceTable, tidyName } from './source-table.js';

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SourceCell[])[];
}

/**
 * Puts the sheets of a workbook that are named by years and have the same headings under one another, with the year as a further column.
 * Null where there are fewer than two such sheets, or others that are as large.
 *
 * @example
 * const rows = [['Region', 'Mining'], ['North', 3]];
 * stackSheets('a.xlsx', [{ name: '2010', rows }, { name: 'GVA 2011', rows }]).rows[2]; // → ['North', 3, 2011]
 */
export function stackSheets(file: string, sheets: readonly Sheet[]): SourceTable | null {
  const dated = sheets.flatMap((sheet) => {
    const years = sheet.name.match(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) ?? [];
    const header = guessHeader(sheet.rows);
    return years.length === 1 && header !== undefined ? [{ ...sheet, year: Number(years[0]), header }] : [];
  });
  const headings = ({ rows, header }: (typeof dated)[number]) => JSON.stringify(rows[header]!.map(tidyName));
  const first = dated[0];
  if (first === undefined || dated.length < 2) return null;
  if (dated.some((sheet) => headings(sheet) !== headings(first))) return null;
  if (new Set(dated.map(({ year }) => year)).size < dated.length) return null;
  const least = Math.min(...dated.map(({ rows }) => rows.length));
  if (sheets.some((sheet) => !dated.some(({ name }) => name === sheet.name) && sheet.rows.length > least)) return null;
  const width = first.rows[first.header]!.length;
  const rows: SourceCell[][] = first.rows.slice(0, first.header).map((row) => [...row]);
  const lines = rows.map((_, index) => index + 1);
  const add = (row: readonly SourceCell[], last: SourceCell, line: number) => {
    rows.push([...Array.from({ length: width }, (_, column) => row[column] ?? null), last]);
    lines.push(line);
  };
  add(first.rows[first.header]!, 'year', first.header + 1);
  for (const { rows: own, header, year } of dated) {
    own.forEach((row, index) => {
      // Notes of a single cell must stay notes.
      if (index > header && row.filter((cell) => tidyName(cell) !== '').length >= 2) add(row, year, index + 1);
    });
  }
  return { file, sheet: null, rows, lineOf: (row) => lines[row] ?? 1 };
}
