import { createGuessList, type GuessList, optionText } from '../../engine/importing/read/guess.js';
import { isBlank, type SourceTable, shortened, tableOfRows } from '../../engine/importing/read/source-table.js';
import { type Sheet, stackSheets } from '../../engine/importing/read/stack-sheets.js';
import { knownNames, MistakesError } from '../../engine/mistakes.js';
import { reason } from '../errors.js';
import { resolveMerged } from './merged-cells.js';
import { filesInArchive, readWorkbook, type WorkbookSheet } from './read-workbook.js';

/** A sheet with fewer cells that hold something has no table. */
const FEWEST_CELLS = 6;

/**
 * Reads the table of a workbook: of the sheet that is named, else of the visible sheets that belong together, else of the largest visible one.
 * Throws a MistakesError for a file that is no workbook, and for a sheet that it does not have.
 */
export function readSheet(file: string, bytes: Uint8Array, wanted: string | undefined): SourceTable {
  const workbook = open(file, bytes);
  const guesses = createGuessList();
  if (wanted !== undefined) {
    const chosen = workbook.find(({ name }) => name === wanted) ?? numbered(workbook, wanted);
    if (chosen === undefined)
      return refuse(
        file,
        `no sheet "${wanted}"`,
        knownNames(
          wanted,
          workbook.map(({ name }) => name),
        ),
      );
    return tableOf(file, rowsOf(chosen), workbook, guesses);
  }
  const hidden = workbook.filter((each) => each.hidden);
  const sheets = workbook.filter((each) => !each.hidden).map(rowsOf);
  const filled = sheets.filter((sheet) => sizeOf(sheet) >= FEWEST_CELLS);
  const largest = [...filled].sort((a, b) => sizeOf(b) - sizeOf(a))[0];
  if (largest === undefined)
    return refuse(
      file,
      'no sheet holds a table',
      hidden.length > 0 ? `hidden sheets are not read: ${names(hidden)}` : undefined,
    );
  if (hidden.length > 0)
    guesses.note(`hidden sheets that are not read: ${names(hidden)}`, {
      option: optionText('--sheet', hidden[0]!.name),
    });
  const stacked = stackSheets(file, filled);
  if (stacked !== null) {
    guesses.reading('sheets', stacked.what, { option: '--sheet' });
    return { ...stacked.table, guesses: guesses.list() };
  }
  if (workbook.length > hidden.length + 1)
    guesses.reading(
      'sheet',
      `sheet "${largest.name}", the largest of ${sheets
        .map(({ name }) => name)
        .slice(0, 6)
        .join(', ')}`,
      {
        option: '--sheet',
        where: { sheet: largest.name },
      },
    );
  return tableOf(file, largest, workbook, guesses);
}

function open(file: string, bytes: Uint8Array): WorkbookSheet[] {
  try {
    const names = filesInArchive(bytes);
    if (!names.some((name) => /workbook\.xml$/i.test(name))) {
      const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
      return refuse(
        file,
        `an archive, which is not read: it holds ${shown}`,
        'unpack it, and give the file that was in it',
      );
    }
    return readWorkbook(bytes);
  } catch (error) {
    if (error instanceof MistakesError) throw error;
    return refuse(
      file,
      `cannot be read as a workbook (${reason(error)})`,
      'save it anew as .xlsx, or the sheet as CSV in UTF-8',
    );
  }
}

function numbered(sheets: readonly WorkbookSheet[], wanted: string): WorkbookSheet | undefined {
  return /^\d+$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined;
}

function names(sheets: readonly { readonly name: string }[]): string {
  return sheets.map(({ name }) => `"${name}"`).join(', ');
}

function rowsOf(sheet: WorkbookSheet): Sheet {
  return { name: sheet.name, rows: shortened(resolveMerged(sheet.cells())) };
}

function sizeOf({ rows }: Sheet): number {
  return rows.reduce((sum, row) => sum + row.filter((cell) => !isBlank(cell)).length, 0);
}

function tableOf(
  file: string,
  { name, rows }: Sheet,
  workbook: readonly WorkbookSheet[],
  guesses: GuessList,
): SourceTable {
  const table = { ...tableOfRows(file, rows, name), guesses: guesses.list() };
  return workbook.length === 1 ? table : { ...table, sheetOf: () => name };
}

function refuse(file: string, message: string, hint?: string): never {
  throw new MistakesError([{ file, line: 1, column: 1, message, ...(hint === undefined ? {} : { hint }) }]);
}
