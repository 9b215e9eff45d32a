import { type Mistake, nearestName, type Position } from '../mistakes.js';
import { createCellFinder, parseCsv } from './csv-cells.js';
import { hiddenCharacters } from './hidden-characters.js';
import { createLineIndex } from './line-index.js';
import { createMistakeList, type MistakeList } from './mistake-list.js';
import { separatorName, wrongWidth } from './row-width.js';
import { composed, decodeText } from './text.js';

/** Characters of a cell: a long note on a source has a few hundred. */
const LONGEST_CELL = 10_000;
/** Columns of a header in which mistakes are looked for one by one. */
const MOST_COLUMNS = 100;

/** The columns of a table, in order. Optional ones follow the others and may be left out from the end. */
export interface TableColumns {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** True where columns of any other name may follow. */
  readonly further?: boolean;
}

/** A CSV table as text cells, with the place of each. */
export interface Table {
  readonly file: string;
  /** True where the text is CSV under the right header; otherwise there are no rows. */
  readonly readable: boolean;
  /** Names of the columns present, in order. */
  readonly columns: readonly string[];
  /** The rows below the header that have as many cells as it; cells without the spaces around them. Empty where the header is wrong. */
  readonly rows: readonly (readonly string[])[];
  readonly mistakes: readonly Mistake[];
  /** Position of a cell; `row` counts from 0 as in `rows`, -1 is the header. */
  positionOf(row: number, column: number): Position;
}

/**
 * Reads a CSV table (RFC 4180, UTF-8): comma-separated, quoted where a cell holds commas, under a header that names exactly the given
 * columns in their order. Blank lines are skipped. Every mistake of header and rows is reported; what the cells mean is for the caller.
 *
 * @param mistakes the list to add to, where the caller goes on to check the cells.
 *
 * @example
 * const bytes = new TextEncoder().encode('region,output\nChangchun, 12\n');
 * const table = readTable('outputs.csv', bytes, { required: ['region', 'output'] });
 * table.rows; // → [['Changchun', '12']]
 * table.positionOf(0, 1); // → { file: 'outputs.csv', line: 2, column: 12 }
 */
export function readTable(
  file: string,
  bytes: Uint8Array,
  columns: TableColumns,
  mistakes: MistakeList = createMistakeList(file),
): Table {
  const { text: decoded, mistakes: unreadable } = decodeText(file, bytes);
  const text = composed(decoded);
  const at = createLineIndex(file, text);
  const empty = { file, readable: false, columns: columns.required, rows: [], positionOf: () => at(0) };
  for (const mistake of unreadable) mistakes.add(mistake, mistake.message, mistake.hint);
  if (unreadable.length > 0) return { ...empty, mistakes: mistakes.list() };
  for (const { offset, name } of hiddenCharacters(text, true))
    mistakes.add(() => at(offset), `the hidden character ${name} stands here`, 'remove it');
  const records = parseRecords(file, text, mistakes);
  if (records === undefined) return { ...empty, mistakes: mistakes.list() };
  const header = records[0] ?? [];
  const cells = createCellFinder(text);
  if (!checkHeader(header, columns, (column) => at(cells(0, column)), mistakes)) {
    return { ...empty, mistakes: mistakes.list() };
  }
  const rows: string[][] = [];
  // Records of the wrong width are left out of the rows; then a row's index is no longer its record's.
  const recordOf: number[] = [];
  let dropped = false;
  for (let record = 1; record < records.length; record++) {
    const row = records[record]!;
    const long = row.findIndex((cell) => cell.length > LONGEST_CELL);
    if (long >= 0) mistakes.add(() => at(cells(record, long)), tooLong(row[long]!));
    if (row.length === header.length) {
      rows.push(row);
      if (dropped) recordOf[rows.length - 1] = record;
      continue;
    }
    if (!dropped) for (let i = 0; i < rows.length; i++) recordOf.push(i + 1);
    dropped = true;
    const { message, hint } = wrongWidth(row, header.length);
    mistakes.add(() => at(cells(record, 0)), message, hint);
  }
  return {
    file,
    readable: true,
    columns: header,
    rows,
    mistakes: mistakes.list(),
    positionOf: (row, column) => at(cells(row < 0 ? 0 : dropped ? recordOf[row]! : row + 1, column)),
  };
}

export const QUOTE_HINT = 'put the whole cell in quotation marks and double those inside it';

/** The mistake of a quotation mark that `parseCsv` found. */
export function badQuoteMessage(text: string, offset: number): string {
  const opens = /(^|[,;|\n])[ \t]*$/.test(text.slice(Math.max(0, offset - 200), offset));
  return opens ? 'a quotation mark is not closed' : 'a quotation mark stands inside a cell';
}

function parseRecords(file: string, text: string, mistakes: MistakeList): string[][] | undefined {
  const parsed = parseCsv(text);
  if ('records' in parsed) return parsed.records;
  mistakes.add(createLineIndex(file, text)(parsed.badQuote), badQuoteMessage(text, parsed.badQuote), QUOTE_HINT);
  return undefined;
}

function tooLong(cell: string): string {
  return `a cell of ${cell.length} characters; at most ${LONGEST_CELL} can stand in one`;
}

/** Checks the header, adding to the mistakes; true where it is right. */
function checkHeader(
  header: readonly string[],
  columns: TableColumns,
  at: (column: number) => Position,
  mistakes: MistakeList,
): boolean {
  const known = [...columns.required, ...(columns.optional ?? [])];
  const { further = false } = columns;
  const optional = [...(columns.optional ?? []).map((name) => `[,${name}]`), ...(further ? ['[,…]'] : [])].join('');
  const hint = `the header must be ${columns.required.join(',')}${optional}`;
  const right = (name: string, i: number) => name === known[i] || (further && i >= known.length);
  if (header.length >= columns.required.length && header.every(right)) return true;
  const separator = header.length === 1 ? [';', '\t', '|'].find((mark) => header[0]!.includes(mark)) : undefined;
  if (separator !== undefined) {
    mistakes.add(at(0), `columns are separated by ${separatorName(separator)}s`, 'separate them by commas');
    return false;
  }
  if (header.length > MOST_COLUMNS) {
    mistakes.add(at(0), `${header.length} columns`, hint);
    return false;
  }
  const meant = new Set<string>();
  const seen = new Set<string>();
  let named = false;
  header.forEach((name, i) => {
    if (seen.has(name)) mistakes.add(at(i), `column "${name}" stands twice`, hint);
    else if (!known.includes(name)) {
      const missing = known.filter((column) => !header.includes(column) && !meant.has(column));
      const nearest = nearestName(name, missing);
      mistakes.add(at(i), `unknown column "${name}"`, nearest === undefined ? hint : `did you mean "${nearest}"?`);
      if (nearest !== undefined) meant.add(nearest);
    } else {
      seen.add(name);
      return;
    }
    named = true;
  });
  for (const name of columns.required) {
    if (seen.has(name) || meant.has(name)) continue;
    mistakes.add(at(0), `missing column "${name}"`, hint);
    named = true;
  }
  if (!named) mistakes.add(at(header.findIndex((name, i) => name !== known[i])), 'columns in the wrong order', hint);
  return false;
}
