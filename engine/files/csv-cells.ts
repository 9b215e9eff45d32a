/** One cell of a CSV text: offsets of its first character (spaces before it skipped) and of the separator or end after it. */
interface Cell {
  readonly start: number;
  readonly end: number;
  /** Offset of a quotation mark that neither opens nor closes the cell. */
  readonly badQuote?: number;
}

/**
 * A lookup from record and column to the offset where the cell starts; records are counted as the CSV parser counts them, without
 * blank lines. The text is searched on the first call, so a table without mistakes costs nothing.
 *
 * @example
 * createCellFinder('a,b\n\n"x,y", z\n')(1, 1); // → 12
 */
export function createCellFinder(text: string): (record: number, column: number) => number {
  let starts: readonly number[] | undefined;
  return (record, column) => {
    starts ??= recordStarts(text);
    let cell = nextCell(text, starts[record] ?? text.length);
    for (let i = 0; i < column && text[cell.end] === ','; i++) cell = nextCell(text, cell.end + 1);
    return cell.start;
  };
}

/**
 * Offset of the first quotation mark that neither opens nor closes a cell, or that is never closed; undefined where all are right.
 *
 * @example
 * findBadQuote('a,b\n1,say "hi"\n'); // → 10
 * findBadQuote('a,"b\n1,2\n'); // → 2
 */
export function findBadQuote(text: string): number | undefined {
  for (let i = 0; i < text.length; ) {
    const cell = nextCell(text, i);
    if (cell.badQuote !== undefined) return cell.badQuote;
    i = cell.end + 1;
  }
  return undefined;
}

function recordStarts(text: string): number[] {
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
    let cell = nextCell(text, i);
    while (text[cell.end] === ',') cell = nextCell(text, cell.end + 1);
    i = cell.end + 1;
  }
  return starts;
}

function nextCell(text: string, from: number): Cell {
  let start = from;
  while (text[start] === ' ' || text[start] === '\t') start += 1;
  if (text[start] !== '"') {
    const end = Math.min(endOf(text, start, ','), endOf(text, start, '\n'));
    const quote = text.slice(start, end).indexOf('"');
    return quote < 0 ? { start, end } : { start, end, badQuote: start + quote };
  }
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return { start, end: text.length, badQuote: start };
  let end = close + 1;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  if (end === text.length || text[end] === ',' || text[end] === '\n') return { start, end };
  return { start, end: Math.min(endOf(text, end, ','), endOf(text, end, '\n')), badQuote: close };
}

function endOf(text: string, from: number, mark: string): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text[i] !== ' ' && text[i] !== '\t') return false;
  return true;
}
