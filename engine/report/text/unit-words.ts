const POWERS: Readonly<Record<string, string>> = {
  '3': 'thousand',
  '4': 'ten thousand',
  '6': 'million',
  '7': '10 million',
  '8': '100 million',
  '9': 'billion',
  '12': 'trillion',
};

/**
 * A number with its unit in a sentence: a power of ten is multiplied, any other unit follows.
 *
 * @example
 * amount('3,314', '10^8 yuan'); // → '3,314 × 10^8 yuan'
 * amount('4.39', 'million EUR'); // → '4.39 million EUR'
 */
export function amount(number: string, unit: string): string {
  return /^10\^/.test(unit) ? `${number} × ${unit}` : `${number} ${unit}`;
}

/**
 * A unit at its prices; what has none, such as persons, stays as it is.
 *
 * @example
 * atPrices('million EUR', 'current', 'current prices'); // → 'million EUR, current prices'
 * atPrices('persons', 'none', 'current prices'); // → 'persons'
 */
export function atPrices(unit: string, prices: string, words: string): string {
  return prices === 'none' ? unit : `${unit}, ${words}`;
}

/** The prices of a case: those of its tables, and the yearly price change that is taken off their growth. */
export interface PricesOfCase {
  readonly prices: string;
  readonly deflator: number;
}

/**
 * The price basis of projected money: the first projected year where a deflator takes price changes off, else the basis of the tables,
 * since growth at current prices stays growth at current prices.
 *
 * @param from first projected year
 *
 * @example
 * priceBasis({ prices: 'current', deflator: 0.03 }, 2011); // → 'prices of 2011'
 * priceBasis({ prices: 'current', deflator: 0 }, 2011); // → 'current prices'
 * priceBasis({ prices: 'constant 2015', deflator: 0 }, 2011); // → 'constant 2015 prices'
 * priceBasis({ prices: 'none', deflator: 0 }, 2011); // → 'none'
 */
export function priceBasis({ prices, deflator }: PricesOfCase, from: number): string {
  if (prices === 'none') return 'none';
  return deflator === 0 ? tablePrices(prices) : `prices of ${from}`;
}

/**
 * The price basis of a case's tables in words.
 *
 * @example
 * tablePrices('current'); // → 'current prices'
 * tablePrices('as in the table'); // → 'prices as in the table'
 */
export function tablePrices(prices: string): string {
  if (/prices/i.test(prices)) return prices;
  return prices.startsWith('as in ') ? `prices ${prices}` : `${prices} prices`;
}

/**
 * The unit of projected money with its price basis, as headers give it.
 *
 * @example
 * moneyAtPrices({ currency: 'million EUR', prices: 'current', deflator: 0.03 }, 2011); // → 'million EUR at 2011 prices'
 * moneyAtPrices({ currency: 'million EUR', prices: 'current', deflator: 0 }, 2011); // → 'million EUR at current prices'
 */
export function moneyAtPrices(economy: PricesOfCase & { readonly currency: string }, from: number): string {
  if (economy.prices === 'none') return economy.currency;
  const basis = economy.deflator === 0 ? tablePrices(economy.prices) : `${from} prices`;
  return `${economy.currency} at ${basis}`;
}

/** Functions of outcomes that are money, and those that keep the unit of what they are given. */
const MONEY = new Set(['output', 'reference', 'noPolicy', 'industry', 'cost', 'valueAdded']);
const KEEPING = new Set(['first', 'last', 'at', 'mean', 'sum', 'lowest', 'highest', 'discounted']);

/**
 * The unit of an outcome as far as its expression tells: the currency of sums and differences of money, else null.
 *
 * @example
 * outcomeUnit('discounted(0.28 * (output() - noPolicy()) - cost())', 'million EUR'); // → 'million EUR'
 * outcomeUnit('output("Jilin") / output()', 'million EUR'); // → null
 */
export function outcomeUnit(expression: string, currency: string): string | null {
  const text = expression.replace(/"[^"]*"|'[^']*'/g, '');
  const called = text.match(/[A-Za-z]\w*/g) ?? [];
  const plain = called.every((name) => MONEY.has(name) || KEEPING.has(name)) && called.some((name) => MONEY.has(name));
  const products = text.match(/\*/g)?.length ?? 0;
  const scaled = text.match(/(?<![\w.])[\d.]+\s*\*|\*\s*[\d.]+/g)?.length ?? 0;
  return plain && products === scaled && !/[/^<>=%?]/.test(text) ? currency : null;
}

/**
 * A unit without powers of ten, for pictures.
 *
 * @example
 * unitWords('10^8 yuan'); // → '100 million yuan'
 * unitWords('euro'); // → 'euro'
 */
export function unitWords(unit: string): string {
  return unit.replace(/\b10\^(\d+)\b/g, (text, power: string) => POWERS[power] ?? text);
}
