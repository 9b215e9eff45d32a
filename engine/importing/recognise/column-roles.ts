import type { TableContext } from '../read/import-context.js';
import { isBlank, tidyName } from '../read/source-table.js';
import type { Columns } from './chosen-columns.js';
import { columnKind } from './column-kinds.js';

/** A column of the table, what it was read as and what stands in it. */
export interface ReadColumn {
  readonly heading: string;
  /** Such as `regions`, `codes of industries`, `figures of 2015`, `unit`, or `not read`. */
  readonly role: string;
  /** The first contents that differ. */
  readonly contents: readonly string[];
}

/** Contents shown of a column. */
const SHOWN = 3;
/** Rows looked at for them. */
const LOOKED_AT = 1000;

/** Every column of a table with the role it was given. */
export function columnRoles(context: TableContext, columns: Columns): ReadColumn[] {
  return context.found.headings.map((heading, column) => ({
    heading,
    role: roleOf(heading, column, columns),
    contents: firstContents(context, column),
  }));
}

function roleOf(heading: string, column: number, { region, industry, year, figures, wideBy }: Columns): string {
  if (column === region?.label) return 'regions';
  if (column === region?.code) return 'codes of regions';
  if (column === industry?.label) return 'industries';
  if (column === industry?.code) return 'codes of industries';
  if (column === year) return 'years';
  if (figures.includes(column)) return wideBy === null ? 'figures' : `figures of ${heading}`;
  const kind = columnKind(heading);
  return kind === null || kind === 'book' ? 'not read' : kind;
}

function firstContents({ table, found }: TableContext, column: number): string[] {
  const contents = new Set<string>();
  for (const row of found.body.subarray(0, LOOKED_AT)) {
    const cell = table.rows[row]![column];
    if (!isBlank(cell)) contents.add(tidyName(cell));
    if (contents.size === SHOWN) break;
  }
  return [...contents];
}
