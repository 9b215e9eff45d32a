import type { About } from '../../../engine/report/data/about.js';
import { type CsvTable, textColumn } from '../../../engine/report/data/columns.js';
import type { JsonText } from '../../../engine/report/data/json.js';
import type { FileContent } from '../../command.js';
import type { ManifestFacts } from '../manifest.js';
import { ABOUT, aboutSheet, type WrittenTable } from './about-sheet.js';
import type { Sheet } from './sheet.js';
import { sheetNames } from './sheet-names.js';
import { summaryRows } from './summary-rows.js';
import { tableSheet } from './table-sheet.js';
import { writeWorkbook } from './write-workbook.js';

/** A result's workbook, and what of its files no sheet holds. */
export interface ResultWorkbook {
  readonly bytes: Uint8Array;
  /** Tables that are too large for a sheet. */
  readonly leftOut: readonly string[];
}

/** A workbook of a result's files: first what it is of, then a sheet for each table, and one for the summary. */
export async function resultWorkbook(
  files: ReadonlyMap<string, FileContent>,
  about: About | null,
  facts: ManifestFacts,
): Promise<ResultWorkbook> {
  const found = [...files].flatMap(([file, content]) => tablesOf(file, content));
  const [first = ABOUT, ...names] = sheetNames([ABOUT, ...found.map(({ file }) => file.replace(/\.[^.]*$/, ''))]);
  const tables = found.map(({ file, table }, k): WrittenTable => {
    return { file, table, sheet: tableSheet(names[k]!, table, about?.money ?? null) };
  });
  const sheets: Sheet[] = [
    { ...aboutSheet({ about, answer: answerOf(files), facts, tables }), name: first },
    ...tables.flatMap(({ sheet }) => sheet ?? []),
  ];
  const leftOut = tables.flatMap(({ file, sheet }) => (sheet === null ? [file] : []));
  return { bytes: await writeWorkbook(sheets), leftOut };
}

/** The table of a file: its own, or its values with their paths where it is a summary. */
function tablesOf(file: string, content: FileContent): { file: string; table: CsvTable }[] {
  if (isTable(content)) return [{ file, table: content }];
  if (file !== 'summary.json' || !isJson(content)) return [];
  const columns = [
    textColumn<readonly unknown[]>('key', 'path of the value in summary.json', () => null),
    textColumn<readonly unknown[]>('value', 'the value', () => null),
  ];
  return [{ file, table: { columns, values: summaryRows(content.value), [Symbol.iterator]: () => [].values() } }];
}

/** Sentences of the answer, where some file of plain values gives it. */
function answerOf(files: ReadonlyMap<string, FileContent>): readonly string[] {
  for (const content of files.values()) {
    const answer = isJson(content) ? (content.value as { readonly answer?: unknown }).answer : undefined;
    if (Array.isArray(answer)) return answer.map(String);
  }
  return [];
}

function isTable(content: FileContent): content is CsvTable {
  return typeof content === 'object' && 'columns' in content && 'values' in content && !(content instanceof Uint8Array);
}

function isJson(content: FileContent): content is JsonText {
  return typeof content === 'object' && 'value' in content;
}
