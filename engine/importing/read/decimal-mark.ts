import { type DecimalMark, readFigure } from './figures.js';
import { powerOf } from './scale-words.js';
import type { SourceCell } from './source-table.js';

/** A decimal mark with the evidence for it. */
export interface MarkGuess {
  readonly mark: DecimalMark;
  /** True where nothing decides. */
  readonly unclear: boolean;
  /** The evidence in words; empty where no figure has a point or a comma. */
  readonly why: string;
}

/** So many figures with points before exactly three digits are thousands: of that many fractions some would be shorter. Judgement. */
const ENOUGH = 30;

/** Figures of a table by what their points and commas can be. */
interface MarkCounts {
  /** Numbers only where the decimal mark is a point, and where it is a comma. */
  readonly only: Record<DecimalMark, number>;
  /** Numbers both ways, by the sign that stands before three digits. */
  readonly either: Record<DecimalMark, number>;
  /** Whole numbers without a sign, of up to three digits and of more. */
  short: number;
  long: number;
  /** True where one of those that are numbers both ways ends in 0. */
  endsInZero: boolean;
  readonly example: Record<DecimalMark, string>;
}

/**
 * The decimal mark that makes numbers of the most texts, and the unclear ones: `1,234` is a thousand in one country and a little over one in
 * another. A sign that always stands before exactly three digits separates thousands, unless figures of four digits and more have none. Where
 * nothing decides, a point.
 *
 * @example
 * guessDecimalMark(['1.234,5', '12']).mark; // → 'comma'
 * guessDecimalMark(['12.5', '1,234.0']).mark; // → 'point'
 * guessDecimalMark(['0,797', '12,018']).mark; // → 'comma'
 * guessDecimalMark(['1.234', '12.500', '987', '1.040']).mark; // → 'comma'
 * guessDecimalMark(['1,234', '5,678']).unclear; // → true
 */
export function guessDecimalMark(cells: Iterable<SourceCell | undefined>): MarkGuess {
  const counts = countMarks(cells);
  const { only, either, example } = counts;
  const decided = (mark: DecimalMark): MarkGuess => ({ mark, unclear: false, why: `as in ${example[mark]}` });
  if (only.comma !== only.point) return decided(only.comma > only.point ? 'comma' : 'point');
  if (only.comma > 0 || either.comma + either.point === 0) return { mark: 'point', unclear: false, why: '' };
  if (either.comma > 0 && either.point > 0) return { mark: 'point', unclear: true, why: '' };
  return either.comma > 0 ? thousandsOr('comma', counts) : thousandsOr('point', counts);
}

/** Decides what a sign is that always stands before three digits. */
function thousandsOr(sign: DecimalMark, { either, short, long, endsInZero }: MarkCounts): MarkGuess {
  const other = sign === 'comma' ? 'point' : 'comma';
  const always = `${sign}s always stand before three digits`;
  if (long > 0) return { mark: sign, unclear: true, why: `other figures have four digits and more without a ${sign}` };
  if (short > 0)
    return { mark: other, unclear: either[sign] < 3, why: `${always}, and figures of up to three digits have none` };
  if (endsInZero || either[sign] >= ENOUGH || sign === 'comma') return { mark: other, unclear: true, why: always };
  return { mark: 'point', unclear: true, why: '' };
}

function countMarks(cells: Iterable<SourceCell | undefined>): MarkCounts {
  const counts: MarkCounts = {
    only: { point: 0, comma: 0 },
    either: { point: 0, comma: 0 },
    short: 0,
    long: 0,
    endsInZero: false,
    example: { point: '', comma: '' },
  };
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    if (!/[.,．，]/.test(cell)) {
      if (/^\s*[+-]?[1-9]\d{0,2}\s*$/.test(cell)) counts.short += 1;
      else if (/^\s*[+-]?[1-9]\d{3,}\s*$/.test(cell)) counts.long += 1;
      continue;
    }
    const asPoint = readFigure(cell, 'point').kind === 'number';
    const asComma = readFigure(cell, 'comma').kind === 'number';
    if (asPoint && asComma && hasSize(cell)) counts.only[/[,，]/.test(cell) ? 'comma' : 'point'] += 1;
    else if (asPoint && asComma) {
      counts.either[/[,，]/.test(cell) ? 'comma' : 'point'] += 1;
      if (/0\D*$/.test(cell)) counts.endsInZero = true;
    } else if (asPoint || asComma) {
      const mark = asPoint ? 'point' : 'comma';
      counts.only[mark] += 1;
      if (counts.example[mark] === '') counts.example[mark] = cell.trim();
    }
  }
  return counts;
}

/** True where a word of size stands behind a figure, as in 1.595M: then it is a small one, and its point or comma no mark of thousands. */
function hasSize(cell: string): boolean {
  const word = /\d\s*(\p{L}{1,12}\.?)\s*$/u.exec(cell)?.[1];
  return word !== undefined && powerOf(word) !== undefined;
}
