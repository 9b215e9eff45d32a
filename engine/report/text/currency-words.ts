import { pow } from '../../exact-math/index.js';

/** A unit of money, or of whatever the figures count, as understood from a case's text. */
export interface Currency {
  /** Units that one of the case's figures stands for: 1e8 where they are in 10^8 yuan. */
  readonly factor: number;
  /** Name or symbol; empty where the text has none. */
  readonly name: string;
}

const POWERS: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  tsd: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mio: 1e6,
  billion: 1e9,
  bn: 1e9,
  bln: 1e9,
  mrd: 1e9,
  trillion: 1e12,
  tn: 1e12,
  trn: 1e12,
  十: 1e1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
};

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number, a power of ten, a word for one, or a piece of a name. */
const TOKEN =
  /\s*(?:10\s*(?:\^|\*\*)\s*(?<power>\d{1,2})(?!\d)|10(?<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})|(?<digits>'?[1-9]\d{0,2}(?:[, ]?0{3})*(?:e\d{1,2})?|'000s?|\d+e\d{1,2})(?![\d.])|(?<chinese>[十百千万萬亿億])|(?<symbol>[A-Z]{0,2}\p{Sc})|(?<word>\p{L}+\.?)|(?<times>[×*·]))/uy;

/** The name of a currency that Chinese writes without a space after the power. */
const YUAN = '元';

/** Words between a power and a name, in either order; within a name they belong to it. */
const FILLERS = new Set(['of', 'in']);

/**
 * Understands the unit of a case's figures: powers of ten, words for them in English, some German and Chinese, and a name or symbol, in either order.
 *
 * @returns null for wording that it does not know, which is then shown as it is written
 * @example
 * parseCurrency('10^8 yuan'); // → { factor: 1e8, name: 'yuan' }
 * parseCurrency('£ million'); // → { factor: 1e6, name: '£' }
 * parseCurrency('hundred thousands of euro'); // → { factor: 1e5, name: 'euro' }
 * parseCurrency('亿元'); // → { factor: 1e8, name: 'yuan' }
 * parseCurrency('EUR bn'); // → { factor: 1e9, name: 'EUR' }
 * parseCurrency('unit of output'); // → { factor: 1, name: 'unit of output' }
 * parseCurrency('million'); // → { factor: 1e6, name: '' }
 * parseCurrency('index, 2015 = 100'); // → null
 */
export function parseCurrency(text: string): Currency | null {
  let factor = 1;
  const names: string[] = [];
  const scan = new RegExp(TOKEN);
  const trimmed = text.trim();
  while (scan.lastIndex < trimmed.length) {
    const { power, raised, digits, chinese, word, symbol, times } = scan.exec(trimmed)?.groups ?? {};
    const found = word === undefined ? undefined : scaleWord(word, text);
    if (power !== undefined) factor *= pow(10, Number(power));
    else if (raised !== undefined)
      factor *= pow(10, Number([...raised].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('')));
    else if (digits !== undefined) factor *= /^'000/.test(digits) ? 1e3 : Number(digits.replace(/[', ]/g, ''));
    else if (chinese !== undefined) factor *= POWERS[chinese]!;
    else if (found !== undefined) factor *= found;
    else if (word !== undefined) names.push(word === YUAN ? 'yuan' : word);
    else if (symbol !== undefined) names.push(symbol);
    else if (times === undefined) return null;
  }
  const isFiller = (word: string | undefined) => FILLERS.has(word?.toLowerCase() ?? '');
  while (isFiller(names[0])) names.shift();
  while (isFiller(names.at(-1))) names.pop();
  const several = names.length > 3 || (names.length > 1 && names.some(isSymbol));
  return several || !Number.isSafeInteger(factor) || factor < 1 ? null : { factor, name: names.join(' ') };
}

/** The power of ten that a word says, in the singular or plural; short forms only beside a name, since m may be metres. */
function scaleWord(word: string, text: string): number | undefined {
  const key = word.toLowerCase().replace(/\.$/, '');
  const short = key.length <= 3;
  const beside = /\p{Sc}|[A-Z]{3}/u.test(text);
  if (short && key !== 'bn' && key !== 'mio' && key !== 'mrd' && !beside) return undefined;
  const singular = short ? key : key.replace(/s$/, '');
  return Object.hasOwn(POWERS, singular) ? POWERS[singular] : undefined;
}

/**
 * True for a name that stands before a number.
 *
 * @example
 * isSymbol('£'); // → true
 * isSymbol('A$'); // → true
 * isSymbol('yuan'); // → false
 */
export function isSymbol(name: string): boolean {
  return /^[A-Z]{0,2}\p{Sc}$/u.test(name);
}
