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
