import type { MistakeList } from '../../files/mistake-list.js';
import type { FoundTable } from './find-table.js';
import type { GuessList } from './guess.js';
import type { ImportSettings } from './settings.js';
import type { SourceTable } from './source-table.js';

/** The input of every step of an import: the table, what the user decided, and where guesses and mistakes go. */
export interface ImportContext {
  readonly table: SourceTable;
  readonly settings: ImportSettings;
  readonly guesses: GuessList;
  readonly mistakes: MistakeList;
}

/** The same, once headings and body of the table are found. */
export interface TableContext extends ImportContext {
  readonly found: FoundTable;
}
