import type { TextMistake } from './text-mistake.js';

/** A piece of a number or expression as written, and where it starts. */
export type Token =
  | { readonly kind: 'number'; readonly text: string; readonly offset: number; readonly value: number }
  | { readonly kind: 'name'; readonly text: string; readonly offset: number }
  | { readonly kind: 'text'; readonly text: string; readonly offset: number; readonly value: string }
  | { readonly kind: 'symbol'; readonly text: string; readonly offset: number };

/** Longer texts, more pieces or deeper brackets than these are refused before anything looks at them further. */
export const LIMITS = { characters: 2000, tokens: 500, depth: 32 } as const;

const SPACE = /[ \t\r\n]+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const PERCENT = /[ \t]*%/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const TEXT = /"[^"\\\r\n]*"|'[^'\\\r\n]*'/y;
const SYMBOL = /<=|>=|==|!=|[-+*/^()<>?:,]/y;

/** Signs that stand for another one: minus, times, divided by, and what a Chinese keyboard types. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['–', '-'],
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['、', ','],
  ['。', '.'],
  ['\u00a0', ' '],
  ['\u3000', ' '],
  ['=', '=='],
  ['&', 'and'],
  ['|', 'or'],
  ['!', 'not'],
]);

/**
 * Splits a text into numbers, names, quoted texts and signs. `25%` is one number, 0.25.
 *
 * Stops at the first character that belongs to nothing an expression may contain: properties, indexes, assignments,
 * matrices, units, comments and the like do not come through here.
 *
 * @example
 * tokenise('5% * year').tokens.map((token) => token.text); // → ['5%', '*', 'year']
 */
export function tokenise(text: string): {
  readonly tokens: readonly Token[];
  readonly mistakes: readonly TextMistake[];
} {
  if (text.length > LIMITS.characters) {
    const message = `${text.length} characters are too long for an expression`;
    return { tokens: [], mistakes: [{ message, hint: `at most ${LIMITS.characters}`, offset: LIMITS.characters }] };
  }
  const tokens: Token[] = [];
  const mistakes: TextMistake[] = [];
  let offset = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) offset += found.length;
    return found;
  };
  while (offset < text.length && mistakes.length === 0) {
    if (take(SPACE) !== undefined) continue;
    const start = offset;
    const digits = take(NUMBER);
    if (digits !== undefined) {
      const percent = take(PERCENT);
      const value = percent === undefined ? Number(digits) : percentValue(digits);
      tokens.push({ kind: 'number', text: text.slice(start, offset), offset: start, value });
      if (!Number.isFinite(value)) {
        const message = `${digits} is too large for a number`;
        mistakes.push({ message, hint: 'numbers go up to about 1.8e308', offset: start });
      }
      continue;
    }
    const name = take(NAME);
    if (name !== undefined) {
      tokens.push({ kind: 'name', text: name, offset: start });
      continue;
    }
    const quoted = take(TEXT);
    if (quoted !== undefined) {
      tokens.push({ kind: 'text', text: quoted, offset: start, value: quoted.slice(1, -1) });
      continue;
    }
    const symbol = take(SYMBOL);
    if (symbol === undefined) mistakes.push(strayCharacter(text, start));
    else tokens.push({ kind: 'symbol', text: symbol, offset: start });
  }
  if (tokens.length > LIMITS.tokens) {
    const message = `${tokens.length} numbers, names and signs are too many for one expression`;
    return {
      tokens: [],
      mistakes: [{ message, hint: `at most ${LIMITS.tokens}`, offset: tokens[LIMITS.tokens]!.offset }],
    };
  }
  return { tokens, mistakes };
}

/** Shifts the exponent instead of dividing, so that 0.1% is the number nearest to one thousandth. */
function percentValue(digits: string): number {
  const [mantissa, exponent = '0'] = digits.toLowerCase().split('e') as [string, string?];
  return Number(`${mantissa}e${Number(exponent) - 2}`);
}

function strayCharacter(text: string, offset: number): TextMistake {
  const character = String.fromCodePoint(text.codePointAt(offset)!);
  const code = character.codePointAt(0)!;
  if (character === '"' || character === "'") {
    return { message: `the quote ${character} is not closed`, hint: 'names in plain quotes without \\', offset };
  }
  if (character === '%') return { message: '% may only follow a number', hint: 'write 25% or 0.25', offset };
  const meant = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : LOOKALIKES.get(character);
  const hint =
    meant === undefined
      ? 'numbers, + - * / ^, comparisons, and, or, not, ?:, functions'
      : `write ${meant.trim() || 'a space'}`;
  return { message: `${printable(character)} cannot stand in a number or expression`, hint, offset };
}

/** A character as it may be shown on a terminal. */
function printable(character: string): string {
  const code = character.codePointAt(0)!;
  const hidden =
    code < 0x20 ||
    (code >= 0x7f && code < 0xa1) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff;
  return hidden ? `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}` : `"${character}"`;
}
