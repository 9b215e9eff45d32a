import { type SourceTable, tidyName } from './source-table.js';

/**
 * Splits the first column of a table as Eurostat distributes them in bulk, whose heading names several things and what stands in the other headings
 * (`freq,unit,nace_r2,geo\TIME_PERIOD`), into a column each. Null where a table has no such column.
 *
 * @example
 * const rows = [['freq,geo\\TIME_PERIOD', '2010 '], ['A,AT11', '5 b']];
 * splitFirstColumn({ file: 'a.tsv', sheet: null, rows, lineOf: (row) => row + 1 }).rows; // → [['freq', 'geo', '2010'], ['A', 'AT11', '5 b']]
 */
export function splitFirstColumn(table: SourceTable): SourceTable | null {
  const heading = tidyName(table.rows[0]?.[0]);
  if (!/^\w+(?:,\w+)+\\\w+$/.test(heading)) return null;
  const names = heading.slice(0, heading.indexOf('\\')).split(',');
  const rows = table.rows.map((row, index) => {
    const [first, ...rest] = row;
    if (index === 0) return [...names, ...rest.map(tidyName)];
    const parts = tidyName(first).split(',');
    // Rows that are cut otherwise are left as they are, so that they are found to be wrong.
    return parts.length === names.length
      ? [...parts, ...rest]
      : [first ?? null, ...names.slice(1).map(() => null), ...rest];
  });
  return { ...table, rows };
}
