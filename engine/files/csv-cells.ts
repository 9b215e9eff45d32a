/** One cell of a CSV text: offsets of its first character (spaces before it skipped) and of the separator or end after it. */
interface Cell {
  readonly start: number;
  readonly end: number;
  /** Offset of a quotation mark that neither opens nor closes the cell. */
  readonly badQuote?: number;
}

/** A CSV text as records of cells. */
export interface CsvRecords {
  /** Without blank lines; cells without the spaces around them. */
  readonly records: string[][];
  /** Line of the text, from 1, on which each record starts. */
  readonly lines: readonly number[];
}

/**
 * Splits a CSV text (RFC 4180, lines ending in `\n`) into records: cells quoted where they hold separators, quotation marks or line breaks; spaces
 * around cells are taken off, blank lines skipped. Written for tables of a million rows: a line without quotation marks is split as it is.
 *
 * @param separator one character.
 * @returns the offset of a quotation mark that neither opens nor closes a cell, or that is never closed, where there is one.
 *
 * @example
 * parseCsv('a, b\n\n"x, ""y""",2\n'); // → { records: [['a', 'b'], ['x, "y"', '2']], lines: [1, 3] }
 * parseCsv('a;b\n1;"2', ';'); // → { badQuote: 6 }
 */
export function parseCsv(text: string, separator = ','): CsvRecords | { readonly badQuote: number } {
  const records: string[][] = [];
  const lines: number[] = [];
  const nextCell = createCellReader(text, separator);
  let line = 1;
  let quote = text.indexOf('"');
  for (let i = 0; i < text.length; ) {
    const lineEnd = endOf(text, i, '\n');
    if (quote >= 0 && quote < i) quote = text.indexOf('"', i);
    if (quote < 0 || quote > lineEnd) {
      if (!isBlank(text, i, lineEnd) || separator === '\t') {
        const cells = text.slice(i, lineEnd).split(separator);
        for (let k = 0; k < cells.length; k++) cells[k] = cells[k]!.trim();
        if (cells.length > 1 || cells[0] !== '') {
          records.push(cells);
          lines.push(line);
        }
      }
      i = lineEnd + 1;
      line += 1;
      continue;
    }
    const cells: string[] = [];
    lines.push(line);
    for (;;) {
      const cell = nextCell(i);
      if (cell.badQuote !== undefined) return { badQuote: cell.badQuote };
      if (text[cell.start] === '"') {
        const inner = text.slice(cell.start + 1, text.lastIndexOf('"', cell.end - 1));
        cells.push(inner.includes('"') ? inner.replaceAll('""', '"') : inner);
        for (let at = inner.indexOf('\n'); at >= 0; at = inner.indexOf('\n', at + 1)) line += 1;
      } else cells.push(text.slice(cell.start, cell.end).trim());
      i = cell.end + 1;
      if (text[cell.end] !== separator) break;
    }
    records.push(cells);
    line += 1;
  }
  return { records, lines };
}

/**
 * A lookup from record and column to the offset where the cell starts; records are counted as the CSV parser counts them, without
 * blank lines. The text is searched on the first call, so a table without mistakes costs nothing.
 *
 * @example
 * createCellFinder('a,b\n\n"x,y", z\n')(1, 1); // → 12
 */
export function createCellFinder(text: string): (record: number, column: number) => number {
  const nextCell = createCellReader(text, ',');
  let starts: readonly number[] | undefined;
  return (record, column) => {
    starts ??= recordStarts(text);
    let cell = nextCell(starts[record] ?? text.length);
    for (let i = 0; i < column && text[cell.end] === ','; i++) cell = nextCell(cell.end + 1);
    return cell.start;
  };
}

function recordStarts(text: string): number[] {
  const nextCell = createCellReader(text, ',');
  const starts: number[] = [];
  let quote = text.indexOf('"');
  for (let i = 0; i < text.length; ) {
    const lineEnd = endOf(text, i, '\n');
    if (quote >= 0 && quote < i) quote = text.indexOf('"', i);
    if (quote < 0 || quote > lineEnd) {
      if (!isBlank(text, i, lineEnd)) starts.push(i);
      i = lineEnd + 1;
      continue;
    }
    starts.push(i);
    let cell = nextCell(i);
    while (text[cell.end] === ',') cell = nextCell(cell.end + 1);
    i = cell.end + 1;
  }
  return starts;
}

/** Reads the cell that starts at an offset. The end of a line is looked for once for all its cells, not anew for each. */
function createCellReader(text: string, separator: string): (from: number) => Cell {
  const isSpace = (at: number) => text[at] === ' ' || (text[at] === '\t' && separator !== '\t');
  let [lineStart, lineEnd] = [0, -1];
  const lineEndAfter = (from: number): number => {
    if (from < lineStart || from > lineEnd) [lineStart, lineEnd] = [from, endOf(text, from, '\n')];
    return lineEnd;
  };
  return (from) => {
    let start = from;
    while (isSpace(start)) start += 1;
    if (text[start] !== '"') {
      const found = text.slice(start, lineEndAfter(start)).indexOf(separator);
      const end = found < 0 ? lineEndAfter(start) : start + found;
      const quote = text.slice(start, end).indexOf('"');
      return quote < 0 ? { start, end } : { start, end, badQuote: start + quote };
    }
    let close = text.indexOf('"', start + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0) return { start, end: text.length, badQuote: start };
    let end = close + 1;
    while (isSpace(end)) end += 1;
    if (end === text.length || text[end] === separator || text[end] === '\n') return { start, end };
    return { start, end: Math.min(endOf(text, end, separator), endOf(text, end, '\n')), badQuote: close };
  };
}

function endOf(text: string, from: number, mark: string): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text[i] !== ' ' && text[i] !== '\t') return false;
  return true;
}
