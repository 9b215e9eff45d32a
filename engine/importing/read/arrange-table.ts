import { splitFirstColumn } from './compound-column.js';
import { ungroupHeadings } from './group-headings.js';
import type { GuessList } from './guess.js';
import type { ImportSettings } from './settings.js';
import type { SourceTable } from './source-table.js';
import { splitHeadings } from './split-headings.js';

/** A table whose headings stand in one row and name one thing each: columns and headings that name several are taken apart. */
export function arrangeTable(table: SourceTable, settings: ImportSettings, guesses: GuessList): SourceTable {
  const cut = splitFirstColumn(table);
  if (cut !== null) {
    guesses.reading('columns', 'the first column taken apart at commas, as its heading says', { howSure: 'said' });
    return cut;
  }
  if (settings.headerRow !== undefined) return table;
  const split = splitHeadings(table);
  if (split !== null) {
    guesses.reading('headings', split.what, { option: '--header-row' });
    return split.table;
  }
  const ungrouped = ungroupHeadings(table);
  if (ungrouped === null) return table;
  const { groups } = ungrouped;
  guesses.note(
    `two rows of headings, the upper one read as a column: ${groups[0]} … ${groups.at(-1)} (${groups.length})`,
    { option: '--header-row' },
  );
  return ungrouped.table;
}
