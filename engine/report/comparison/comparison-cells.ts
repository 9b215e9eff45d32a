import type { Comparison } from '../../compare/compare.js';
import { columnDecimals, formatSigned } from '../text/number-format.js';
import { type TableMoney, tableMoneyAtPrices } from '../text/table-money.js';
import type { TextCell } from '../text/text-table.js';

/** Money of a table of a comparison: the unit that suits some of its sums, with its price basis. */
export function moneyOf(comparison: Comparison, values: readonly (number | null)[]): TableMoney {
  const { economy, scenario } = comparison.futures[0]!;
  return tableMoneyAtPrices(economy, scenario.years.from, values);
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
