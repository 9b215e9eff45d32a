import * as zlib from 'node:zlib';
import { parseCsv } from '../../engine/files/csv-cells.js';
import { createLineIndex } from '../../engine/files/line-index.js';
import { openFile, type ReadFile } from '../../engine/files/read-file.js';
import { separatorName } from '../../engine/files/row-width.js';
import { badQuoteMessage, QUOTE_HINT } from '../../engine/files/table.js';
import { decodeText } from '../../engine/files/text.js';
import { createGuessList } from '../../engine/importing/read/guess.js';
import { type SourceCell, type SourceTable, shortened, tableOfRows } from '../../engine/importing/read/source-table.js';
import { type Mistake, MistakesError } from '../../engine/mistakes.js';
import { reason, usageError } from '../errors.js';

/** Settings for reading a table, where the user gives them. */
export interface TableOptions {
  readonly sheet?: string;
  /** One character. */
  readonly delimiter?: string;
  /** Encoding as browsers name it, such as `windows-1252` or `gbk`. */
  readonly encoding?: string;
}

/** Reads a table from a CSV, Excel or Parquet file, packed with gzip or not; what reads a format is imported when a file has it. */
export async function readSource(read: ReadFile, path: string, options: TableOptions): Promise<SourceTable> {
  const name = path.split(/[\\/]/).at(-1)!;
  const opened = openFile(read, path, { file: path, line: 1, column: 1 });
  if ('mistake' in opened) throw new MistakesError([opened.mistake]);
  return readBytes(name, opened.bytes, options);
}

/** Beginnings of files that are no tables, by what they are. */
const ARCHIVES: readonly (readonly [string, string])[] = [
  ['BZh', 'a bzip2 archive'],
  ['\u00fd7zXZ', 'an xz archive'],
  ['7z\u00bc\u00af', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['(\u00b5/\u00fd', 'a Zstandard archive'],
  ['%PDF', 'a PDF'],
];

/** Unpacked, a file is no larger than this: a small file must not fill the memory. */
const MOST_BYTES = 2 ** 30;

async function readBytes(name: string, bytes: Uint8Array, options: TableOptions): Promise<SourceTable> {
  const starts = (text: string) => [...text].every((letter, k) => bytes[k] === letter.charCodeAt(0));
  if (starts('\u001f\u008b')) return readBytes(name.replace(/\.gz$/i, ''), unpacked(name, bytes), options);
  for (const [start, what] of ARCHIVES)
    if (starts(start)) refuse(name, `${what}, which is not read`, 'unpack it, or give the table as CSV or .xlsx');
  if (starts('\u00d0\u00cf\u0011\u00e0'))
    refuse(
      name,
      'an old workbook (.xls) or one with a password',
      'save it as .xlsx without a password, or the sheet as CSV in UTF-8',
    );
  if (/\.(xls|ods|numbers)$/i.test(name))
    refuse(name, 'not a format that can be read', 'save the sheet as .xlsx or as CSV in UTF-8');
  if (starts('PAR1') || /\.parquet$/i.test(name)) return readParquet(name, bytes);
  if (starts('PK\u0003\u0004') || /\.xlsx$/i.test(name)) {
    const { readSheet } = await import('./read-sheet.js');
    return readSheet(name, bytes, options.sheet);
  }
  return readText(name, bytes, options);
}

function unpacked(name: string, bytes: Uint8Array): Uint8Array {
  try {
    return zlib.gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    return refuse(
      name,
      `cannot be unpacked (${reason(error)})`,
      'unpack it yourself, and give the file that was in it',
    );
  }
}

function refuse(file: string, message: string, hint?: string): never {
  const mistake: Mistake = { file, line: 1, column: 1, message, ...(hint === undefined ? {} : { hint }) };
  throw new MistakesError([mistake]);
}

function readText(file: string, bytes: Uint8Array, options: TableOptions): SourceTable {
  const text = decode(file, bytes, options.encoding);
  const guessed = guessDelimiter(text);
  const delimiter = options.delimiter ?? guessed;
  const parsed = parseCsv(text, delimiter);
  if ('badQuote' in parsed) {
    const at = createLineIndex(file, text)(parsed.badQuote);
    throw new MistakesError([{ ...at, message: badQuoteMessage(text, parsed.badQuote), hint: QUOTE_HINT }]);
  }
  const { records, lines } = parsed;
  const guesses = createGuessList();
  if (options.delimiter === undefined && delimiter !== ',')
    guesses.reading('columns', `separated by ${separatorName(delimiter)}s`, { option: '--delimiter' });
  return {
    file,
    sheet: null,
    rows: shortened(records),
    separator: delimiter,
    guesses: guesses.list(),
    lineOf: (row) => lines[row] ?? 1,
  };
}

/** The encoding that a byte order mark at the beginning tells of. */
function markedEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function decode(file: string, bytes: Uint8Array, encoding: string | undefined): string {
  const marked = markedEncoding(bytes);
  if (encoding === undefined && marked === undefined) {
    const { text, mistakes } = decodeText(file, bytes);
    if (mistakes.length > 0)
      throw new MistakesError(
        mistakes.map((each) => ({
          ...each,
          hint: `${each.hint ?? ''}; or name its encoding, as in --encoding windows-1252`,
        })),
      );
    return text;
  }
  try {
    const text = new TextDecoder(encoding ?? marked, { fatal: true }).decode(bytes);
    return text.replace(/\r\n?/g, '\n');
  } catch (error) {
    if (error instanceof RangeError)
      throw usageError(
        `--encoding ${encoding}: not an encoding that is known`,
        'Such as utf-8, windows-1252, gbk, shift_jis.',
      );
    return refuse(file, `the file is not in ${encoding ?? marked}`);
  }
}

/** The separator that cuts most of the first lines into the same number of cells, two or more. */
function guessDelimiter(text: string): string {
  const head = text.slice(0, 20_000);
  const whole = head.length === text.length ? head : head.slice(0, head.lastIndexOf('\n') + 1);
  let [best, most] = [',', 0];
  for (const delimiter of [',', ';', '\t', '|']) {
    const parsed = parseCsv(whole, delimiter);
    if (!('records' in parsed)) continue;
    const counts = new Map<number, number>();
    for (const { length } of parsed.records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    const lines = Math.max(0, ...counts.values());
    const width = [...counts].find(([, count]) => count === lines)?.[0] ?? 0;
    const score = lines + width / 1000;
    if (lines > 0 && score > most) [best, most] = [delimiter, score];
  }
  return best;
}

async function readParquet(file: string, bytes: Uint8Array): Promise<SourceTable> {
  const { parquetMetadata, parquetReadObjects, parquetSchema } = await import('hyparquet');
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  try {
    const columns = parquetSchema(parquetMetadata(whole)).children.map(({ element }) => element.name);
    // Only from Node 22.15 on.
    const { zstdDecompressSync: zstd } = zlib as { zstdDecompressSync?: (input: Uint8Array) => Uint8Array };
    const compressors = {
      GZIP: (input: Uint8Array) => new Uint8Array(zlib.gunzipSync(input)),
      BROTLI: (input: Uint8Array) => new Uint8Array(zlib.brotliDecompressSync(input)),
      ...(zstd === undefined ? {} : { ZSTD: (input: Uint8Array) => new Uint8Array(zstd(input)) }),
    };
    const objects = await parquetReadObjects({ file: whole, compressors });
    const rows: SourceCell[][] = [columns];
    for (const object of objects) rows.push(columns.map((column) => cellOf(object[column])));
    return tableOfRows(file, rows);
  } catch (error) {
    if (error instanceof MistakesError) throw error;
    return refuse(
      file,
      `cannot be read as Parquet (${reason(error)})`,
      'write it anew with snappy compression, or as CSV',
    );
  }
}

/** A cell of Parquet as text, number or nothing; dates in ISO form. */
function cellOf(cell: unknown): SourceCell {
  if (typeof cell === 'number' || typeof cell === 'string') return cell;
  if (typeof cell === 'bigint') return Number(cell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return String(cell);
  return null;
}
