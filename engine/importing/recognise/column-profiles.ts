import { guessDecimalMark } from '../read/decimal-mark.js';
import { type DecimalMark, readFigure } from '../read/figures.js';
import { isBlank, type SourceTable, tidyName } from '../read/source-table.js';
import { readYear } from '../read/years.js';
import { soundsLike, soundsLikeCode } from './role-words.js';
import { saysOfItself } from './total-words.js';

/** Rows looked at to guess what a column holds. */
const SAMPLED = 5000;
/** Distinct contents remembered of a column. */
const DISTINCT = 2000;

/** What the sampled rows tell of a column. */
export interface Profile {
  readonly column: number;
  readonly heading: string;
  readonly names: ReadonlySet<string>;
  /** Shares of the cells that are not blank. */
  readonly numeric: number;
  readonly years: number;
  /** How many of the cells looked at are not blank. */
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

/** The decimal mark that the sampled figures have, and whether it is unclear. */
export function guessMark(table: SourceTable, sample: readonly number[], width: number) {
  const cells = function* () {
    for (const row of sample) for (let c = 0; c < width; c++) yield table.rows[row]![c];
  };
  return guessDecimalMark(cells());
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
  let [numeric, years, blank, length] = [0, 0, 0, 0];
  for (const row of sample) {
    const cell = table.rows[row]![column];
    if (isBlank(cell)) {
      blank += 1;
      continue;
    }
    const figure = readFigure(cell, mark);
    if (figure.kind === 'number' || (figure.kind === 'missing' && numeric > 0)) numeric += 1;
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
    years: years / filled,
    filled: sample.length - blank,
    meanLength: length / filled,
  };
}

/** Mostly figures; a column quite without contents may be one, of an industry that is nowhere. */
export function isFigures(each: Profile): boolean {
  return each.numeric >= 0.6;
}

/** Whether a column may name regions or industries. */
export function isNaming(each: Profile): boolean {
  if (each.numeric < 0.6) return true;
  // Numbers name things where a heading says so and they come again and again, as numbered codes do and figures do not.
  const comesAgain = each.names.size > 1 && each.names.size * 2 <= each.filled;
  const heard = soundsLike('region', each.heading) || soundsLike('industry', each.heading);
  return comesAgain && heard && !soundsLike('value', each.heading) && saysOfItself(each.heading) === null;
}

/** Whether contents are short codes rather than names. */
export function looksLikeCodes(each: Profile): boolean {
  const names = [...each.names];
  const codes = names.filter(
    (name) => /^[\p{Lu}\d][\p{Lu}\d._\-–]*(?:\s*\([\d\-–, ]+\))?$|^total$/iu.test(name) && name.length <= 14,
  );
  return (
    codes.length >= names.length * 0.8 && (soundsLikeCode(each.heading) || names.some((name) => /\d|^[A-Z]/.test(name)))
  );
}
