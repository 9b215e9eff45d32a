import { moneyScale } from './money.js';
import { moneyAtPrices, outcomeUnit, type PricesOfCase, unitWords } from './unit-words.js';

/** Money of one table or picture: the unit in words, as a heading gives it, and sums in that unit. */
export interface TableMoney {
  /** Such as `billion yuan` or `£ million at 2011 prices`. */
  readonly unit: string;
  /** Turns a figure in the case's currency into one in this unit; what is not known stays so. */
  of<Value extends number | null>(value: Value): Value extends number ? number : Value;
}

/**
 * The unit in which a table or a picture says some sums of money, as the sentences around it say them.
 *
 * @param values in the case's currency; the largest of them decides
 * @example
 * tableMoney('10^8 yuan', [991, -1.37]).unit; // → 'billion yuan'
 * tableMoney('10^8 yuan', [991, -1.37]).of(991); // → 99.1
 */
export function tableMoney(currency: string, values: readonly (number | null)[]): TableMoney {
  const { unit, of } = moneyScale(currency, values);
  return {
    unit: unitWords(unit),
    of: ((value: number | null) => (value === null ? null : of(value))) as TableMoney['of'],
  };
}

/**
 * The same with the price basis in the unit.
 *
 * @param from first projected year
 * @example
 * tableMoneyAtPrices({ currency: '10^8 yuan', prices: 'current', deflator: 0.03 }, 2011, [991]).unit; // → 'billion yuan at 2011 prices'
 */
export function tableMoneyAtPrices(
  economy: PricesOfCase & { readonly currency: string },
  from: number,
  values: readonly (number | null)[],
): TableMoney {
  const { unit, of } = tableMoney(economy.currency, values);
  return { unit: moneyAtPrices({ ...economy, currency: unit }, from), of };
}

/**
 * The unit in which a table or a picture says the numbers of an outcome: as money where its expression tells that it is, else as they are.
 *
 * @example
 * outcomeScale('output("Jilin")', '10^8 yuan', [1200]).unit; // → 'billion yuan'
 * outcomeScale('theil()', '10^8 yuan', [0.2]).unit; // → ''
 */
export function outcomeScale(expression: string, currency: string, values: readonly (number | null)[]): TableMoney {
  const unit = outcomeUnit(expression, currency);
  return unit === null
    ? { unit: '', of: ((value: number | null) => value) as TableMoney['of'] }
    : tableMoney(unit, values);
}

/**
 * A name with its unit after a comma, where there is one.
 *
 * @example
 * withUnit('output', 'billion yuan'); // → 'output, billion yuan'
 * withUnit('likeness', ''); // → 'likeness'
 */
export function withUnit(name: string, unit: string): string {
  return unit === '' ? name : `${name}, ${unit}`;
}

/**
 * A size by which the unit of levels of very different sizes is chosen: that of the middle one, so that neither the sum of all nor the
 * smallest decides.
 *
 * @example
 * middleSize([3, 1000, 40]); // → [40]
 */
export function middleSize(values: readonly number[]): number[] {
  const sorted = values.map(Math.abs).sort((a, b) => a - b);
  return sorted.length === 0 ? [] : [sorted[Math.floor(sorted.length / 2)]!];
}
