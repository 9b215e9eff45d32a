import type { Position } from '../mistakes.js';

/**
 * A lookup from an offset in a text to its position. Lines are found on the first call, so a text without mistakes is never searched.
 *
 * @example
 * createLineIndex('a.csv', 'ab\ncd')(4); // → { file: 'a.csv', line: 2, column: 2 }
 */
export function createLineIndex(file: string, text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { file, line: low + 1, column: offset - starts[low]! + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
