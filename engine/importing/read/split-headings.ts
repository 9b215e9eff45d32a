import { isBlank, rearranged, type SourceCell, type SourceTable, tidyName } from './source-table.js';
import { readYear } from './years.js';

/** A table whose headings named several things each, with a row for each figure, and how it was split, in words. */
export interface SplitHeadings {
  readonly table: SourceTable;
  readonly what: string;
}

/** Rows from the top in which such headings are looked for. */
const HIGHEST_HEADER = 20;

/**
 * Takes headings apart that name several things each, as the Australian Bureau of Statistics has them above dates: `Victoria ; Mining (B) ; Gross
 * value added ;`. Rows between them and the first year, such as `Unit` and `Series Type`, become columns, too. Null where a table has no such headings.
 */
export function splitHeadings(table: SourceTable): SplitHeadings | null {
  const last = Math.min(table.rows.length, HIGHEST_HEADER);
  for (let header = 0; header < last; header++) {
    const parts = table.rows[header]!.map((cell) => (typeof cell === 'string' ? partsOf(cell) : []));
    const columns = parts.flatMap((each, column) => (column > 0 && each.length > 1 ? [column] : []));
    if (columns.length < 2) continue;
    const count = parts[columns[0]!]!.length;
    const first = table.rows.findIndex((row, index) => index > header && readYear(row[0]) !== undefined);
    if (first < 0 || columns.some((column) => parts[column]!.length !== count)) return null;
    return split(table, { header, first, columns, parts });
  }
  return null;
}

function partsOf(heading: string): string[] {
  const parts = heading.split(/\s;\s?|;\s/).map((part) => tidyName(part.replace(/;\s*$/, '')));
  while (parts.at(-1) === '') parts.pop();
  return parts.length > 1 ? parts : [];
}

interface Layout {
  readonly header: number;
  /** First row that begins with a year. */
  readonly first: number;
  readonly columns: readonly number[];
  readonly parts: readonly (readonly string[])[];
}

function split(table: SourceTable, { header, first, columns, parts }: Layout): SplitHeadings {
  const count = parts[columns[0]!]!.length;
  const differing = Array.from(
    { length: count },
    (_, k) => new Set(columns.map((column) => parts[column]![k]!)).size > 1,
  );
  const about = table.rows
    .slice(header + 1, first)
    .map((row) => ({ name: tidyName(row[0]), row }))
    .filter(({ name }) => /^(?:unit|series type|data type|frequency|price|measure)/i.test(name));
  const names = differing.map((several, k) => (several ? `heading, part ${k + 1}` : `measure, part ${k + 1}`));
  const rows: SourceCell[][] = table.rows.slice(0, header).map((row) => [...row]);
  const origins = rows.map((_, index) => index);
  const add = (row: SourceCell[], index: number) => {
    rows.push(row);
    origins.push(index);
  };
  add(['year', ...names, ...about.map(({ name }) => name), 'value'], header);
  for (let index = first; index < table.rows.length; index++) {
    const row = table.rows[index]!;
    if (readYear(row[0]) === undefined) {
      if (row.some((cell) => !isBlank(cell))) add([row.find((cell) => !isBlank(cell)) ?? null], index);
      continue;
    }
    for (const column of columns)
      add([row[0]!, ...parts[column]!, ...about.map((each) => each.row[column] ?? null), row[column] ?? null], index);
  }
  const shown = parts[columns[0]!]!.join(' ; ');
  return {
    table: rearranged(table, rows, origins),
    what: `taken apart at semicolons, as in ${shown}`,
  };
}
