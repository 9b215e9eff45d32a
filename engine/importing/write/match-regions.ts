import { knownNames, throwMistakes } from '../../mistakes.js';
import { counted } from '../read/counted.js';
import { cellPosition, tidyName } from '../read/source-table.js';
import { createLookup, type ExtraTable, type RegionNames } from './extra-table.js';

/**
 * Finds the row of each region of the case, in the column that names most of them, by name or by code. Throws a MistakesError where no column
 * does, for regions without a row and for rows that stand twice.
 */
export function matchRegions(extra: ExtraTable, regions: RegionNames, notes: string[]): number[] {
  const { table, found, mistakes } = extra;
  const key = keyColumn(extra, regions);
  if (key < 0) {
    const at = cellPosition(table, found.header, 0);
    mistakes.add(at, 'no column names the regions of the case', knownNames('region', regions.names));
  }
  throwMistakes(mistakes.list());
  const lookup = createLookup(regions);
  const rowOf = Array<number>(regions.names.length).fill(-1);
  const strangers: string[] = [];
  for (const row of found.body) {
    const name = tidyName(table.rows[row]![key]);
    const region = lookup(name);
    if (region === undefined) strangers.push(name);
    else if (rowOf[region]! < 0) rowOf[region] = row;
    else {
      const first = `first on line ${table.lineOf(rowOf[region]!)}`;
      mistakes.add(cellPosition(table, row, key), `${name} stands twice`, first);
    }
  }
  rowOf.forEach((row, k) => {
    if (row >= 0) return;
    const name = regions.names[k]!;
    const at = cellPosition(table, found.header, key);
    mistakes.add(at, `no row for region "${name}"`, () => knownNames(name, strangers));
  });
  if (strangers.length > 0)
    notes.push(
      `${counted(strangers.length, 'row', 'rows')} of ${table.file} for regions that the case does not have: ${strangers.slice(0, 5).join(', ')}${strangers.length > 5 ? ', …' : ''}`,
    );
  throwMistakes(mistakes.list());
  return rowOf;
}

/** The column that names most regions of the case, by name or by code; below 0 where none does. */
function keyColumn({ table, found }: ExtraTable, regions: RegionNames): number {
  const lookup = createLookup(regions);
  let [best, most] = [-1, 0];
  found.headings.forEach((_, column) => {
    const named = new Set<number>();
    for (const row of found.body) {
      const region = lookup(tidyName(table.rows[row]![column]));
      if (region !== undefined) named.add(region);
    }
    if (named.size > most) [best, most] = [column, named.size];
  });
  return best;
}
