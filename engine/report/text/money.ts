import { type Currency, isSymbol, parseCurrency } from './currency-words.js';
import { formatNumber, NO_NUMBER } from './number-format.js';

/** Sums of money in words, from figures in a case's currency. Significant digits; more than three in a sentence say more than is known. */
const DIGITS = 3;

const WORDS = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
] as const;

/** Sums below this stand in full. */
const IN_FULL = 1e4;

/** A unit in which some sums of money are easily read. */
export interface MoneyScale {
  /** As a heading or axis names it, such as `billion yuan` or `£ million`. */
  readonly unit: string;
  /** Turns a figure in the case's currency into one in this unit. */
  readonly of: (value: number) => number;
  /** A text for a number in this unit, its sign before a symbol. */
  readonly text: (number: string) => string;
}

/**
 * The unit in words that suits the largest of some figures; the case's own text where that is not understood.
 *
 * @param values in the case's currency
 * @example
 * moneyScale('10^8 yuan', [991, -1.37]).unit; // → 'billion yuan'
 * moneyScale('10^8 yuan', [991, -1.37]).of(991); // → 99.1
 * moneyScale('£ million', [16946]).text('+16.9'); // → '+£16.9 billion'
 * moneyScale('index points', [7]).text('7'); // → '7 index points'
 */
export function moneyScale(currency: string, values: readonly (number | null)[], digits: number = DIGITS): MoneyScale {
  const known = parseCurrency(currency);
  if (known === null) return asWritten(currency);
  const { word, of } = wordedScale(known, values, digits);
  return {
    unit: joined(isSymbol(known.name) ? [known.name, word] : [word, known.name]),
    of,
    text: (number) => withName(number, word, known),
  };
}

/** The word that suits the largest of some figures, and how to write figures with it. */
function wordedScale(
  { factor }: Currency,
  values: readonly (number | null)[],
  digits: number,
): { readonly word: string; of(value: number): number } {
  const sizes = values.flatMap((value) => (value !== null && Number.isFinite(value) ? [Math.abs(value)] : []));
  const largest = rounded(Math.max(0, ...sizes) * factor, digits);
  const [power, word] = largest < IN_FULL ? ([1, ''] as const) : WORDS.find(([each]) => largest >= each)!;
  return { word, of: (value) => (value * factor) / power };
}

/**
 * A sum of money in words.
 *
 * @param value in the case's currency
 * @example
 * money(3314, '10^8 yuan'); // → '331 billion yuan'
 * money(16946, '£ million'); // → '£16.9 billion'
 * money(-4.39, 'million EUR'); // → '-4.39 million EUR'
 * money(99.96, '亿元'); // → '10.0 billion yuan'
 * money(12, 'index points'); // → '12.0 index points'
 */
export function money(value: number | null, currency: string, digits: number = DIGITS): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  const { of, text } = moneyScale(currency, [value], digits);
  return text(formatNumber(of(value), digits));
}

/**
 * One unit of the money of a case, as a sentence speaks of what it buys.
 *
 * @example
 * oneUnit('10^8 yuan'); // → 'yuan'
 * oneUnit('£ million'); // → '£1'
 * oneUnit('index points'); // → '1'
 */
export function oneUnit(currency: string): string {
  const known = parseCurrency(currency);
  return known === null || known.name.includes(' ') ? '1' : isSymbol(known.name) ? `${known.name}1` : known.name;
}

/**
 * A difference of money in words, its sign always shown.
 *
 * @example
 * signedMoney(744, '10^8 yuan'); // → '+74.4 billion yuan'
 * signedMoney(-468, '£ million'); // → '-£468 million'
 */
export function signedMoney(value: number | null, currency: string, digits: number = DIGITS): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  const { of, text } = moneyScale(currency, [value], digits);
  return text(withSign(of(value), digits));
}

/**
 * A range of differences of money in words. Both stand in the unit that suits the larger, unless the smaller would be a small fraction of it.
 *
 * @example
 * moneyRange(-468, 2389, '10^8 yuan'); // → '-46.8 to +239 billion yuan'
 * moneyRange(468, 2389, '10^8 yuan'); // → '46.8 to 239 billion yuan'
 * moneyRange(4000, 10900, '10^8 yuan'); // → '400 billion to 1.09 trillion yuan'
 * moneyRange(-468, 2389, '£ million', 'and'); // → '-£468 million and +£2.39 billion'
 */
export function moneyRange(low: number | null, high: number | null, currency: string, between = 'to'): string {
  if (low === null || high === null) return NO_NUMBER;
  // A plus tells something only where the other end has a minus.
  const written = (value: number): string => (low > 0 ? formatNumber : withSign)(value, DIGITS);
  const known = parseCurrency(currency);
  const shared = moneyScale(currency, [low, high]);
  if (known === null) return `${written(low)} ${between} ${shared.text(written(high))}`;
  const ends = [low, high].map((value) => {
    const small = value !== 0 && Math.abs(shared.of(value)) < 1;
    const { of, word } = small ? wordedScale(known, [value], DIGITS) : wordedScale(known, [low, high], DIGITS);
    return { number: written(of(value)), word };
  });
  const [from, to] = ends as [(typeof ends)[0], (typeof ends)[0]];
  // What both have in common is said once, at the end; a symbol stands at each.
  const nameless = isSymbol(known.name) ? known : { ...known, name: '' };
  const first = withName(from.number, from.word === to.word ? '' : from.word, nameless);
  return `${first} ${between} ${withName(to.number, to.word, known)}`;
}

function withSign(value: number, digits: number): string {
  const text = formatNumber(value, digits);
  return value > 0 ? `+${text}` : text;
}

/** A number with the name or symbol of a currency. */
function withName(number: string, word: string, { name }: Currency): string {
  const [, sign = '', size = ''] = /^([+-]?)(.*)$/.exec(number)!;
  return isSymbol(name) ? joined([`${sign}${name}${size}`, word]) : joined([number, word, name]);
}

function asWritten(currency: string): MoneyScale {
  const times = /^\d/.test(currency) ? '× ' : '';
  return { unit: currency, of: (value) => value, text: (number) => `${number} ${times}${currency}` };
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

/** A number rounded to so many significant digits, so that what rounds up to a million is called one. */
function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
