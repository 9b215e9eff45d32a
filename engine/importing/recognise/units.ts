import { powerOf } from '../read/scale-words.js';

/** A unit as a power of ten of something, such as 10⁶ of `eur`. */
export interface Unit {
  readonly power: number;
  /** The unit without its size, in lower case: a currency by its code, or the words that are left. */
  readonly of: string;
}

/** Names of currencies and of what else is counted, by the name they are compared with. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  ['usd', /^(?:us\$|usd|us dollars?|dollars?|\$)$/i],
  ['eur', /^(?:€|eur|euros?)$/i],
  ['gbp', /^(?:£|gbp|pounds?(?: sterling)?)$/i],
  ['cny', /^(?:元|cny|rmb|yuan|人民币)$/i],
  ['jpy', /^(?:円|jpy|yen|¥)$/i],
  ['brl', /^(?:r\$|brl|reais|real)$/i],
  ['persons', /^(?:persons?|people|employees|heads?|人|personen|personnes|personas|pessoas)$/i],
  ['', /^(?:units?|einheiten?|unités?|number|)$/i],
];

/**
 * The size and the rest of a unit; null where the text names no size and no known unit.
 *
 * @example
 * readUnit('million EUR'); // → { power: 6, of: 'eur' }
 * readUnit('MIO_EUR'); // → { power: 6, of: 'eur' }
 * readUnit('亿元'); // → { power: 8, of: 'cny' }
 * readUnit('Thousands of dollars'); // → { power: 3, of: 'usd' }
 * readUnit('millions'); // → { power: 6, of: '' }
 * readUnit('10^4 persons'); // → { power: 4, of: 'persons' }
 * readUnit('Percent of GDP'); // → null
 */
export function readUnit(text: string): Unit | null {
  const tokens = text
    .normalize('NFKC')
    .trim()
    .replace(/_/g, ' ')
    .replace(/(万亿|百万|千万|十亿|亿|億|万|萬|千)/gu, ' $1 ')
    .replace(/([€£¥])/gu, ' $1 ')
    .replace(/\b1[,. ]?000(?![\d,.])/g, ' thousand ')
    .replace(/\b10\^?(\d{1,2})\b/g, ' power$1 ')
    .split(/[\s()[\]]+/)
    .filter((each) => each !== '' && !/^(?:of|in|de|di|à|at)$/i.test(each));
  let [power, sized] = [0, false];
  const rest: string[] = [];
  for (const token of tokens) {
    // In Portuguese and Spanish `mil` is a thousand; no office writes it for a million before a currency.
    const own = /^mil$/i.test(token)
      ? 3
      : Number(/^power(\d+)$/.exec(token)?.[1] ?? powerOf(token.replace(/[,;]$/, '')));
    if (Number.isNaN(own)) rest.push(token);
    else {
      power += own;
      sized = true;
    }
  }
  const left = rest.join(' ').replace(/[,;.]+$/, '');
  const name = NAMES.find(([, pattern]) => pattern.test(left))?.[0];
  if (name === undefined && !sized) return null;
  return { power, of: name ?? left.toLowerCase() };
}

/** A power of ten in words, as in `million` or `10^4`; empty for 1. */
export function powerText(power: number): string {
  if (power === 0) return '';
  return { 3: 'thousand', 6: 'million', 9: 'billion' }[power] ?? `10^${power}`;
}
