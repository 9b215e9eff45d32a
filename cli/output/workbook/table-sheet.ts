import { type CsvTable, MONEY } from '../../../engine/report/data/columns.js';
import type { CsvValue } from '../../../engine/report/data/csv.js';
import { cellValue, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetColumn } from './sheet.js';

type Heading = CsvTable['columns'][number];

/**
 * A table as a sheet, its units in its header.
 *
 * @param money unit of sums of money; null where the result has no case
 * @returns null where the table is larger than a sheet
 */
export function tableSheet(name: string, table: CsvTable, money: string | null): Sheet | null {
  const columns = table.columns.map((column) => sheetColumn(column, money));
  const most = Math.min(MOST_ROWS - 1, Math.floor(MOST_CELLS / columns.length));
  if (columns.length > MOST_COLUMNS) return null;
  const rows: CsvValue[][] = [];
  for (const row of table.values) {
    if (rows.length === most) return null;
    rows.push(row.map(cellValue));
  }
  return { name, columns, rows };
}

/** The unit of a column in words; null for a column of texts, names or years and for a pure number. */
export function unitOf({ unit }: Heading, money: string | null): string | null {
  if (unit === MONEY) return money ?? unit;
  return unit === '1' ? null : unit;
}

function sheetColumn(column: Heading, money: string | null): SheetColumn {
  const unit = unitOf(column, money);
  return {
    heading: unit === null ? column.name : `${column.name}\n(${unit})`,
    format: column.unit === MONEY ? '#,##0.00' : null,
  };
}
