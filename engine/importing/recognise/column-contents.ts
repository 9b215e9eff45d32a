import type { TableContext } from '../read/import-context.js';
import { type SourceCell, tidyName } from '../read/source-table.js';
import type { NamedColumn } from './chosen-columns.js';

/** Different contents of a column in all rows of the body, the most frequent first, each with its number of rows. */
export function contentsOf({ table, found }: TableContext, column: number): Map<string, number> {
  const raw = new Map<SourceCell, number>();
  for (const row of found.body) {
    const cell = table.rows[row]![column] ?? null;
    raw.set(cell, (raw.get(cell) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [cell, count] of raw) counts.set(tidyName(cell), (counts.get(tidyName(cell)) ?? 0) + count);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

/** True where each name of a dimension goes with one content of a column of its own, as a code or a second name does. */
export function isAliasOf({ table, found }: TableContext, column: number, named: NamedColumn | null): boolean {
  if (named === null) return false;
  const partner = new Map<SourceCell, SourceCell>();
  for (const row of found.body) {
    const cells = table.rows[row]!;
    const [own, other] = [cells[named.label] ?? null, cells[column] ?? null];
    const known = partner.get(own);
    if (known === undefined) partner.set(own, other);
    else if (known !== other) return false;
  }
  return new Set(partner.values()).size === partner.size;
}

/** Contents in a message, the first few of many. */
export function shownContents(contents: Iterable<string>): string {
  const all = [...contents].map((each) => (each === '' ? 'blank' : each));
  return all.slice(0, 6).join(', ') + (all.length > 6 ? ', …' : '');
}
