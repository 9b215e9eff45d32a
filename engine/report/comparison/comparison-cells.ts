import type { Comparison } from '../../compare/compare.js';
import { columnDecimals, formatSigned } from '../text/number-format.js';
import type { TextCell } from '../text/text-table.js';
import { moneyAtPrices, unitWords } from '../text/unit-words.js';

/** Unit of money in the tables of a comparison: the case's currency in words, with its price basis. */
export function moneyUnit(comparison: Comparison): string {
  const { economy, scenario } = comparison.futures[0]!;
  return unitWords(moneyAtPrices(economy, scenario.years.from));
}

/** First and last year, as in a title. */
export function horizon(comparison: Comparison): string {
  const { from, to } = comparison.futures[0]!.scenario.years;
  return `${from}–${to}`;
}

/** A signed number with the decimals of its column; gains and losses are coloured where there is colour. */
export function signed(value: number, column: readonly number[]): TextCell {
  return toned(formatSigned(value, columnDecimals(column)), value);
}

/** A signed percentage, coloured likewise. */
export function signedPercent(value: number): TextCell {
  return toned(`${formatSigned(value * 100, 2)}%`, value);
}

/** A text in the colour of a gain or a loss, if it says anything but 0. */
export function toned(text: string, value: number): TextCell {
  if (!/[1-9]/.test(text)) return text;
  return { text, style: value > 0 ? 'good' : 'bad' };
}
