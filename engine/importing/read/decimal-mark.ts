import { type DecimalMark, readFigure } from './figures.js';
import type { SourceCell } from './source-table.js';

/**
 * The decimal mark that makes numbers of the most texts, and the unclear ones: `1,234` is a thousand in one country and a little over one in
 * another. Where nothing decides, a point.
 *
 * @example
 * guessDecimalMark(['1.234,5', '12']); // → { mark: 'comma', unclear: false }
 * guessDecimalMark(['12.5', '1,234.0']); // → { mark: 'point', unclear: false }
 * guessDecimalMark(['1,234', '5,678']); // → { mark: 'point', unclear: true }
 */
export function guessDecimalMark(cells: Iterable<SourceCell | undefined>): { mark: DecimalMark; unclear: boolean } {
  let [point, comma, either] = [0, 0, 0];
  for (const cell of cells) {
    if (typeof cell !== 'string' || !/[.,]/.test(cell)) continue;
    const asPoint = readFigure(cell, 'point').kind === 'number';
    const asComma = readFigure(cell, 'comma').kind === 'number';
    if (asPoint && !asComma) point += 1;
    else if (asComma && !asPoint) comma += 1;
    else if (asPoint && asComma) either += 1;
  }
  return { mark: comma > point ? 'comma' : 'point', unclear: either > 0 && point === comma };
}
