import type { ImportedCase, ReadImport } from '../../engine/importing/import-case.js';
import type { ReadColumn } from '../../engine/importing/recognise/column-roles.js';
import { tabulate } from '../../engine/report/text/text-columns.js';
import type { TextTable } from '../../engine/report/text/text-table.js';

/** Columns of one role are shown one by one up to so many. */
const MOST_OF_ONE_ROLE = 3;
/** Rows of outputs.csv shown. */
const FIRST_ROWS = 8;

/** Columns of a source table and what each was read as; of many columns of figures the first and the last. */
export function columnsTable({ panel }: ReadImport): TextTable {
  return {
    title: `Columns of ${panel.file}`,
    ...tabulate<ReadColumn>(
      [
        { heading: 'column', cell: ({ heading }) => heading || '(no heading)' },
        { heading: 'read as', cell: ({ role }) => role },
        { heading: 'begins with', cell: ({ contents }) => contents.join(', ') },
      ],
      shownColumns(panel.columns),
    ),
  };
}

function shownColumns(columns: readonly ReadColumn[]): ReadColumn[] {
  const figures = columns.filter(({ role }) => role.startsWith('figures of'));
  if (figures.length <= MOST_OF_ONE_ROLE) return [...columns];
  const between = figures.slice(1, -1);
  return columns.flatMap((column) => {
    if (column === between[0]) return [{ heading: '…', role: `${between.length} more of the same kind`, contents: [] }];
    return between.includes(column) ? [] : [column];
  });
}

/** The first rows of outputs.csv as they would be written. */
export function firstRowsTable(made: ImportedCase): TextTable {
  const rows: (readonly (string | number | null)[])[] = [];
  for (const row of made.tables['outputs.csv']!.rows) {
    rows.push(row);
    if (rows.length === FIRST_ROWS) break;
  }
  const header = made.tables['outputs.csv']!.header.slice(0, 5);
  return {
    title: 'First rows of outputs.csv',
    columns: header.map((heading) => ({
      heading,
      align: heading === 'output' ? ('right' as const) : ('left' as const),
    })),
    rows: rows.map((row) => row.slice(0, 5).map((cell) => String(cell ?? ''))),
  };
}

/** Totals that were found and how they agree, one line each. */
export function totalsLines(made: ImportedCase): string[] {
  const totals = made.guesses.filter(({ about }) => about === 'totals').map(({ what }) => what);
  return totals.length === 0 ? ['no published total found, so that nothing checks what is kept'] : totals;
}
