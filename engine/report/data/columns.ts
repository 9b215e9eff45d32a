import { type CsvValue, csvLines } from './csv.js';

/** A column of a table: its name, what its values are, and how a row gives one. Adding a column to a table is adding one of these to its list. */
export interface Column<Row> {
  /** Heading in CSV files: lower case, words joined by underscores. */
  readonly name: string;
  /** Unit of the numbers, `1` for a pure number; null for a column of texts, names or years. */
  readonly unit: string | null;
  /** One phrase for the reader of a file. */
  readonly meaning: string;
  readonly of: (row: Row) => CsvValue;
}

/** Unit of every sum of money: the currency that the case names. */
export const MONEY = 'currency of the case';

/**
 * A column of texts, names or years.
 *
 * @example
 * textColumn('region', 'name of the region', (row) => row.region).of({ region: 'Jilin' }); // → 'Jilin'
 */
export function textColumn<Row>(name: string, meaning: string, of: (row: Row) => CsvValue): Column<Row> {
  return { name, unit: null, meaning, of };
}

/** A table of a file: its columns, and its rows, which may be made one by one and are gone through once for each form it is written in. */
export interface DataTable<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: Iterable<Row>;
}

/**
 * Rows that are made one by one, anew each time that they are gone through.
 *
 * @example
 * const years = madeRows(() => [2011, 2012].values());
 * [...years, ...years]; // → [2011, 2012, 2011, 2012]
 */
export function madeRows<Row>(make: () => Iterator<Row>): Iterable<Row> {
  return { [Symbol.iterator]: make };
}

/** A table as the lines of a CSV file, which still knows its columns and values, so that it can be written in another form, too. */
export interface CsvTable extends Iterable<string> {
  readonly columns: readonly Omit<Column<never>, 'of'>[];
  readonly values: Iterable<readonly CsvValue[]>;
}

/**
 * A table as the lines of a CSV file, header first.
 *
 * @example
 * const columns = [{ name: 'year', unit: null, meaning: 'year', of: (year) => year }, { name: 'growth', unit: '1', meaning: 'growth a year', of: () => 0.05 }];
 * [...csvTable({ columns, rows: [2011, 2012] })]; // → ['year,growth\n', '2011,0.05\n', '2012,0.05\n']
 */
export function csvTable<Row>({ columns, rows }: DataTable<Row>): CsvTable {
  const values = madeRows(() => csvRows(columns, rows));
  const header = columns.map(({ name }) => name);
  return { columns, values, [Symbol.iterator]: () => csvLines(header, values) };
}

function* csvRows<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<CsvValue[]> {
  for (const row of rows) yield columns.map((column) => column.of(row));
}

/**
 * The key in JSON that goes with the name of a column.
 *
 * @example
 * jsonKey('location_quotient'); // → 'locationQuotient'
 */
export function jsonKey(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
