/** A value in a table file: text, a number at full precision, or nothing. */
export type CsvValue = string | number | null;

/**
 * A row of a CSV file without its line end (RFC 4180: quoted only where it must be). Numbers are written so that they read back
 * as the same number; null and what is not finite stay empty.
 *
 * @example
 * csvLine(['Jilin', 2011, 0.1, null]); // → 'Jilin,2011,0.1,'
 * csvLine(['Communications, "electronic"', 1e21]); // → '"Communications, ""electronic""",1e+21'
 */
export function csvLine(values: readonly CsvValue[]): string {
  return values.map(csvField).join(',');
}

/**
 * The lines of a CSV file, header first, each with its line end; rows are asked for one by one, so that large tables can be streamed.
 *
 * @example
 * [...csvLines(['region', 'year'], [['Jilin', 2011]])]; // → ['region,year\n', 'Jilin,2011\n']
 */
export function* csvLines(header: readonly string[], rows: Iterable<readonly CsvValue[]>): Generator<string> {
  yield `${csvLine(header)}\n`;
  for (const row of rows) yield `${csvLine(row)}\n`;
}

function csvField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
