import { guessHeader } from './find-table.js';
import { isBlank, type SourceCell, type SourceTable, tidyName } from './source-table.js';
import { readYear } from './years.js';

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SourceCell[])[];
}

/** Sheets put under one another, and what was taken for what, in words. */
export interface StackedSheets {
  readonly table: SourceTable;
  readonly what: string;
}

/** A sheet with the row of its headings and what its name stands for. */
interface HeadedSheet extends Sheet {
  readonly header: number;
  readonly stands: SourceCell;
}

/** Names of sheets that hold one measure each, or none. */
const MEASURE =
  /\b(?:gva|gdp|value added|output|employ\w*|jobs|wages|compensation|turnover|prices?|deflators?|volumes?|growth|index|indices|shares?|per (?:capita|head)|notes?|read ?me|contents?|cover|metadata|sheet ?\d*|tabelle ?\d*|feuil ?\d*|hoja ?\d*|planilha ?\d*|table ?[\d.]+\w?|data ?\d*|population)\b|增加值|产值|指数|人口/iu;

/**
 * Puts the sheets of a workbook that have the same headings under one another: those named by years, with the year as a further column; else, where
 * every sheet has years in its headings and one column of names, those named by industries or regions. Null where there are fewer than
 * two such sheets, others that are as large, or sheets of several measures.
 *
 * @example
 * const rows = [['Region', 'Mining'], ['North', 3]];
 * stackSheets('a.xlsx', [{ name: '2010', rows }, { name: 'GVA 2011', rows }]).table.rows[2]; // → ['North', 3, 2011]
 */
export function stackSheets(file: string, sheets: readonly Sheet[]): StackedSheets | null {
  const headed = sheets.flatMap((sheet) => {
    const header = guessHeader(sheet.rows);
    return header === undefined ? [] : [{ ...sheet, header, stands: sheet.name }];
  });
  const dated = headed.flatMap((sheet) => {
    const years = sheet.name.match(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) ?? [];
    return years.length === 1 ? [{ ...sheet, stands: Number(years[0]) }] : [];
  });
  if (belongTogether(dated, sheets))
    return { table: stack(file, dated, 'year'), what: 'those named by years, one under the other' };
  const named = headed.filter((sheet) => !MEASURE.test(sheet.name) && isOfOneName(sheet));
  if (!belongTogether(named, sheets) || named.some(({ stands }) => readYear(stands) !== undefined)) return null;
  const shown =
    named
      .map(({ name }) => name)
      .slice(0, 6)
      .join(', ') + (named.length > 6 ? ', …' : '');
  return { table: stack(file, named, 'sheet'), what: `one under the other, each taken for a name: ${shown}` };
}

/** True where sheets have the same headings, different names, and no other sheet is as large. */
function belongTogether(own: readonly HeadedSheet[], all: readonly Sheet[]): boolean {
  const first = own[0];
  if (first === undefined || own.length < 2) return false;
  if (own.some((sheet) => headings(sheet) !== headings(first))) return false;
  if (new Set(own.map(({ stands }) => stands)).size < own.length) return false;
  const least = Math.min(...own.map(({ rows }) => rows.length));
  return all.every((sheet) => own.some(({ name }) => name === sheet.name) || sheet.rows.length <= least);
}

function headings({ rows, header }: HeadedSheet): string {
  return JSON.stringify(rows[header]!.map(tidyName));
}

/** True where a sheet has years in its headings and beside them one column, of names. */
function isOfOneName({ rows, header }: HeadedSheet): boolean {
  const cells = rows[header]!;
  const others = cells.filter((cell) => !isBlank(cell) && readYear(cell) === undefined);
  const blanks = cells.findIndex((cell) => !isBlank(cell));
  const years = cells.length - others.length - Math.max(0, blanks);
  return years >= 2 && others.length + Math.max(0, blanks) === 1;
}

function stack(file: string, sheets: readonly HeadedSheet[], heading: string): SourceTable {
  const first = sheets[0]!;
  const width = first.rows[first.header]!.length;
  const rows: SourceCell[][] = first.rows.slice(0, first.header).map((row) => [...row]);
  const places = rows.map((_, index) => ({ line: index + 1, sheet: first.name }));
  const add = (row: readonly SourceCell[], last: SourceCell, sheet: string, line: number) => {
    rows.push([...Array.from({ length: width }, (_, column) => row[column] ?? null), last]);
    places.push({ line, sheet });
  };
  add(first.rows[first.header]!, heading, first.name, first.header + 1);
  for (const { name, rows: own, header, stands } of sheets) {
    own.forEach((row, index) => {
      // Notes of a single cell must stay notes.
      if (index > header && row.filter((cell) => !isBlank(cell)).length >= 2) add(row, stands, name, index + 1);
    });
  }
  return { file, sheet: null, rows, lineOf: (row) => places[row]?.line ?? 1, sheetOf: (row) => places[row]?.sheet };
}
