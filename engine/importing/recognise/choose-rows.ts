import { knownNames } from '../../mistakes.js';
import type { FoundTable } from '../read/find-table.js';
import type { TableContext } from '../read/import-context.js';
import { cellPosition, tidyName } from '../read/source-table.js';
import { findColumn } from './named-columns.js';

/** Leaves of a table the rows that `--where` asks for; a column or content that is not there is a mistake. */
export function chooseRows({ table, found, settings, mistakes }: TableContext): FoundTable | undefined {
  let body = found.body;
  for (const { column: name, value } of settings.where) {
    const column = findColumn(found.headings, name);
    const at = cellPosition(table, found.header, 0);
    if (column === undefined) {
      mistakes.add(at, `--where: no column "${name}"`, knownNames(name, found.headings));
      return undefined;
    }
    const wanted = tidyName(value);
    const kept = body.filter((row) => tidyName(table.rows[row]![column]) === wanted);
    if (kept.length === 0) {
      const contents = new Set<string>();
      for (const row of body) if (contents.size < 200) contents.add(tidyName(table.rows[row]![column]));
      mistakes.add(at, `--where: no row with "${value}" in column "${name}"`, knownNames(value, [...contents]));
      return undefined;
    }
    body = kept;
  }
  return { ...found, body };
}
