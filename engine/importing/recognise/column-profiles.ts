import { guessDecimalMark } from '../read/decimal-mark.js';
import { type DecimalMark, looksLikeFigure, readFigure } from '../read/figures.js';
import { isBlank, type SourceTable, tidyName } from '../read/source-table.js';
import { readYear } from '../read/years.js';
import { soundsLike, soundsLikeCode } from './role-words.js';
import { saysOfItself } from './total-words.js';

/** Rows looked at to guess what a column holds. */
const SAMPLED = 5000;
/** A column of figures has no more unknown signs than this. Judgement. */
const MOST_SIGNS = 2;
/** A code: capitals, digits and what joins them, perhaps with numbers in brackets. */
const CODE = /^[\p{Lu}\d][\p{Lu}\d._\-–+]*(?:to\d+)?(?:\s*\([\d\-–, ]+\))?$/u;
/** Distinct contents remembered of a column. */
const DISTINCT = 2000;

/** The facts of a column that the sampled rows show. */
export interface Profile {
  readonly column: number;
  readonly heading: string;
  readonly names: ReadonlySet<string>;
  /** Shares of the cells that are not blank. */
  readonly numeric: number;
  readonly years: number;
  /** Different contents that are no numbers, up to a few. */
  readonly texts: ReadonlySet<string>;
  /** True where a number is no whole one. */
  readonly fractions: boolean;
  /** Number of the cells looked at that are not blank. */
  readonly filled: number;
  readonly meanLength: number;
}

/** Rows of a table's body from which columns are guessed. */
export function sampleRows(body: Int32Array): number[] {
  const step = Math.max(1, Math.ceil(body.length / SAMPLED));
  // A step that shares a factor with the length of a block of rows would see the same industry again and again.
  const stride = step === 1 ? 1 : step | 1;
  const rows: number[] = [];
  for (let k = 0; k < body.length; k += stride) rows.push(body[k]!);
  return rows;
}

/** The decimal mark that the sampled figures of a column have; columns may differ before it is known which of them hold output. */
export function markOfColumn(table: SourceTable, sample: readonly number[], column: number): DecimalMark {
  const cells = function* () {
    for (const row of sample) yield table.rows[row]![column];
  };
  return guessDecimalMark(cells()).mark;
}

/** Looks at a column in the sampled rows. */
export function profileColumn(
  table: SourceTable,
  sample: readonly number[],
  column: number,
  heading: string,
  mark: DecimalMark,
): Profile {
  const names = new Set<string>();
  const texts = new Set<string>();
  let fractions = false;
  let [numeric, years, blank, length] = [0, 0, 0, 0];
  for (const row of sample) {
    const cell = table.rows[row]![column];
    if (isBlank(cell)) {
      blank += 1;
      continue;
    }
    const figure = readFigure(cell, mark);
    if (figure.kind === 'number' || (figure.kind === 'missing' && numeric > 0) || looksLikeFigure(cell)) numeric += 1;
    else if (figure.kind === 'text' && texts.size <= MOST_SIGNS) texts.add(String(cell));
    if (figure.kind === 'number' && !Number.isInteger(figure.value)) fractions = true;
    if (readYear(cell) !== undefined) years += 1;
    const name = tidyName(cell);
    length += name.length;
    if (names.size < DISTINCT) names.add(name);
  }
  const filled = Math.max(1, sample.length - blank);
  return {
    column,
    heading,
    names,
    numeric: numeric / filled,
    texts,
    fractions,
    years: years / filled,
    filled: sample.length - blank,
    meanLength: length / filled,
  };
}

/** True for a column of figures mostly, or of figures and one or two signs that are not known. */
export function isFigures(each: Profile): boolean {
  if (each.numeric >= 0.6) return true;
  return each.numeric >= 0.25 && each.texts.size <= MOST_SIGNS && each.names.size > 2 * each.texts.size;
}

/** True where a column may name regions or industries. */
export function isNaming(each: Profile): boolean {
  if (!isFigures(each)) return true;
  // Whole numbers name things where a heading says so and they come again and again, as numbered codes do and figures do not.
  if (each.fractions) return false;
  const comesAgain = each.names.size > 1 && each.names.size * 2 <= each.filled;
  const heard = soundsLike('region', each.heading) || soundsLike('industry', each.heading);
  return comesAgain && heard && !soundsLike('value', each.heading) && saysOfItself(each.heading) === null;
}

/** True where contents are short codes rather than names. */
export function looksLikeCodes(each: Profile): boolean {
  const names = [...each.names];
  const codes = names.filter((name) => name.length <= 14 && (CODE.test(name) || /^total$/i.test(name)));
  return (
    codes.length >= names.length * 0.8 && (soundsLikeCode(each.heading) || names.some((name) => /\d|^[A-Z]/.test(name)))
  );
}
