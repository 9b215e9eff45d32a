import type { About } from '../../../engine/report/data/about.js';
import type { CsvTable } from '../../../engine/report/data/columns.js';
import type { CsvValue } from '../../../engine/report/data/csv.js';
import type { ManifestFacts } from '../manifest.js';
import { cellValue, MOST_ROWS, type Sheet } from './sheet.js';
import { unitOf } from './table-sheet.js';

/** Name of the first sheet. */
export const ABOUT = 'About';

/** A table of a workbook: the file that holds the same, and the sheet; null where the table is too large for one. */
export interface WrittenTable {
  readonly file: string;
  readonly table: CsvTable;
  readonly sheet: Sheet | null;
}

/** Facts that the first sheet states. */
export interface AboutFacts {
  readonly about: About | null;
  readonly answer: readonly string[];
  readonly facts: ManifestFacts;
  readonly tables: readonly WrittenTable[];
}

/** The first sheet: what the workbook is of, how it was made, and what every column of every sheet means. */
export function aboutSheet({ about, answer, facts, tables }: AboutFacts): Sheet {
  const rows: CsvValue[][] = [
    ...listed('title', about?.titles ?? []),
    ...listed('answer', answer),
    ['command', `tandem ${facts.command.map(quoted).join(' ')}`],
    ['version', facts.tandem],
    ['seed', facts.seed],
    ...(about === null ? [] : [['money', about.money]]),
    ...listed('notes', about?.notes ?? []),
    ...facts.inputs.map(({ file, sha256 }) => ['input', `${file} (SHA-256 ${sha256})`]),
    [],
    ['sheet', 'column', 'unit', 'meaning'],
    ...tables.flatMap((written) => tableRows(written, about?.money ?? null)),
  ];
  return { name: ABOUT, columns: [], rows: rows.map((row) => row.map(cellValue)) };
}

function tableRows({ file, table, sheet }: WrittenTable, money: string | null): CsvValue[][] {
  if (sheet === null) {
    const most = MOST_ROWS.toLocaleString('en');
    return [
      [null, null, null, `${file} is larger than a sheet can be (${most} rows, 5 million cells): read it as CSV`],
    ];
  }
  return table.columns.map((column) => [sheet.name, column.name, unitOf(column, money), column.meaning]);
}

/** Lines under one word, which stands beside the first. */
function listed(word: string, lines: readonly string[]): CsvValue[][] {
  return lines.map((line, k) => [k === 0 ? word : null, line]);
}

/** A word of a command line, in quotes where a shell would split it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
