import { createMistakeList, type MistakeList } from '../../files/mistake-list.js';
import { throwMistakes } from '../../mistakes.js';
import { guessDecimalMark } from '../read/decimal-mark.js';
import { type DecimalMark, readFigure } from '../read/figures.js';
import { type FoundTable, findTable } from '../read/find-table.js';
import { isBlank, type SourceTable, tidyName } from '../read/source-table.js';

/** A row of a table of the case. */
export type CaseRow = readonly (string | number | null)[];

/** Rows of regions.csv or links.csv without the header, and what should be known of them. */
export interface MadeTable {
  readonly rows: readonly CaseRow[];
  readonly notes: readonly string[];
}

/** Regions of the case by every name they go by. */
export interface RegionNames {
  /** Names in the order of the case. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

/** A table of regions or links besides the one of outputs, with its headings found. */
export interface ExtraTable {
  readonly table: SourceTable;
  readonly found: FoundTable;
  readonly mark: DecimalMark;
  readonly mistakes: MistakeList;
}

/** Finds the headings of a table of regions or links. Throws a MistakesError where there are none. */
export function openExtraTable(table: SourceTable): ExtraTable {
  const mistakes = createMistakeList(table.file);
  const found = findTable(table, undefined, mistakes);
  throwMistakes(mistakes.list());
  return { table, found: found!, mark: markOf(table, found!), mistakes };
}

function markOf(table: SourceTable, found: FoundTable): DecimalMark {
  const cells = function* () {
    for (const row of found.body.subarray(0, 2000)) for (const cell of table.rows[row]!) yield cell;
  };
  return guessDecimalMark(cells()).mark;
}

/** True where every cell of a column that holds something is a figure. */
export function holdsFigures({ table, found, mark }: ExtraTable, column: number): boolean {
  const filled = [...found.body].filter((row) => !isBlank(table.rows[row]![column]));
  return filled.length > 0 && filled.every((row) => readFigure(table.rows[row]![column], mark).kind !== 'text');
}

/** The number of a region by its name or code, in upper or lower case. */
export function createLookup(regions: RegionNames): (name: string) => number | undefined {
  const numbers = new Map<string, number>();
  const put = (name: string, k: number) => {
    const folded = name.toLowerCase();
    if (name !== '' && !numbers.has(folded)) numbers.set(folded, k);
  };
  regions.names.forEach(put);
  regions.codes.forEach(put);
  return (name) => numbers.get(tidyName(name).toLowerCase());
}
