import { isBlank, rearranged, type SourceCell, type SourceTable, tidyName } from './source-table.js';

/** A table whose headings stood in two rows, made into one with a row for each group. */
export interface UngroupedTable {
  readonly table: SourceTable;
  /** Names of the groups, in order. */
  readonly groups: readonly string[];
}

/** Rows from the top in which headings are looked for. */
const HIGHEST_HEADER = 40;

/**
 * Finds two rows of headings, the upper one naming groups of columns and the lower one repeating the same headings below each, such as
 * industries above and years below, and moves the groups into a column of their own. Null where there is no such pair of rows.
 *
 * @example
 * const rows = [[null, 'Mining', null, 'Trade', null], ['Region', 2010, 2011, 2010, 2011], ['North', 1, 2, 3, 4]];
 * ungroupHeadings({ file: 'a.xlsx', sheet: null, rows, lineOf: (row) => row + 1 }).table.rows[2]; // → ['North', 'Trade', 3, 4]
 */
export function ungroupHeadings(source: SourceTable): UngroupedTable | null {
  const last = Math.min(source.rows.length - 1, HIGHEST_HEADER);
  for (let row = 1; row < last; row++) {
    const groups = readGroups(source.rows[row - 1]!, source.rows[row]!);
    if (groups !== null) return ungroup(source, row, groups);
  }
  return null;
}

interface Groups {
  /** First column of the groups. */
  readonly first: number;
  /** Columns of each. */
  readonly width: number;
  readonly names: readonly string[];
}

/** Groups of equal width whose headings repeat, each named above its first column only. */
function readGroups(upper: readonly SourceCell[], lower: readonly SourceCell[]): Groups | null {
  const headings = lower.map(tidyName);
  while (headings.at(-1) === '') headings.pop();
  for (let first = 1; first < Math.min(headings.length - 3, 8); first++) {
    const width = headings.indexOf(headings[first]!, first + 1) - first;
    if (headings[first] === '' || width < 2 || (headings.length - first) % width !== 0) continue;
    const repeats = headings.every((each, k) => k < first || each === headings[first + ((k - first) % width)]);
    if (!repeats || new Set(headings.slice(first, first + width)).size < width) continue;
    const names = Array.from({ length: (headings.length - first) / width }, (_, g) =>
      tidyName(upper[first + g * width]),
    );
    const alone = upper.every((cell, k) => k < first || isBlank(cell) || (k - first) % width === 0);
    const merged = upper.every(
      (cell, k) => k < first || isBlank(cell) || tidyName(cell) === names[Math.floor((k - first) / width)],
    );
    if ((alone || merged) && !names.includes('') && new Set(names).size === names.length)
      return { first, width, names };
  }
  return null;
}

function ungroup(source: SourceTable, header: number, { first, width, names }: Groups): UngroupedTable {
  const upper = source.rows[header - 1]!;
  const lower = source.rows[header]!;
  const labels = Array.from({ length: first }, (_, column) =>
    isBlank(lower[column]) ? upper[column]! : lower[column]!,
  );
  const rows: SourceCell[][] = [];
  const origins: number[] = [];
  const push = (row: SourceCell[], index: number) => {
    rows.push(row);
    origins.push(index);
  };
  source.rows.forEach((row, index) => {
    if (index === header - 1) return;
    if (index < header) push([...row], index);
    else if (index === header) push([...labels, 'group', ...lower.slice(first, first + width)], index);
    else if (row.filter((cell) => !isBlank(cell)).length < 2) push([...row.slice(0, first)], index);
    else {
      names.forEach((name, g) => {
        const at = first + g * width;
        // What goes beyond the last column stays, to be found there.
        const figures = row.slice(at, g === names.length - 1 ? undefined : at + width);
        push([...Array.from({ length: first }, (_, k) => row[k] ?? null), name, ...figures], index);
      });
    }
  });
  return { table: rearranged(source, rows, origins), groups: names };
}
