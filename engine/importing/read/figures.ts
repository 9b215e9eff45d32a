import { powerOf } from './scale-words.js';
import type { SourceCell } from './source-table.js';

/** The mark between the whole and the fraction of a number. */
export type DecimalMark = 'point' | 'comma';

/** A figure as read: a number with the letters that flag it and the currency beside it, nothing (and by which sign), or a text that is no figure. */
export type Figure =
  | { readonly kind: 'number'; readonly value: number; readonly flag: string; readonly unit?: string }
  | { readonly kind: 'missing'; readonly sign: string }
  | { readonly kind: 'text' };

/** Beginning of the text that stands for one figure merged over several cells. */
export const MERGED = 'merged cells: ';

/** Signs and words by which statistical offices mark a figure that is not there: none, not known, secret, not applicable. */
const MISSING =
  /^(?:|[-–—−]+|- -|\.{1,3}|‥|…|:|\*+|•+|\/|x|c|z|n\/?a|n\.a\.?|na|<na>|nan|null|\\n|none|missing|suppressed|confidential|n\.?d\.?|n\/d|n\. ?v\.?|k\. ?a\.?|s\.d\.?|s\/d|n\.?p\.?|n\.e\.?|np|unavailable|not available|#n\/a(?: n\/a)?|#(?:ref|value|div\/0|num|null)!|#name\?|\[(?:c|x|z|w|low|u|e)\]|\((?:d|s|na|x|z|l|c|n)\)|：|〃|―|－|\?|<\s?\d+)$/i;

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** A number and what follows it: bracketed letters, letters or characters, marks of footnotes. */
const TAILED =
  /^(.*?[\d.])\s*(?:\(([\p{L}\d]{1,4})\)|\[([\p{L}\d]{1,4})\]|(\p{L}[\p{L} ]*\.?|\d{1,2}[)/])|([*†‡¹²³⁴⁵⁶⁷⁸⁹⁰^#]+))$/u;
/** Letters by which offices flag figures: break, confidential, definition, estimated, forecast, provisional, revised, uncertain and the like. */
const FLAG = /^(?:[bcdefinprsuz]{1,3}|[acdefnprsux]|est|prov|prel|rev)$/i;
/** Currencies by sign and code. */
const CURRENCY =
  '(?:€|US\\$|R\\$|A\\$|C\\$|NZ\\$|HK\\$|\\$|£|¥|￥|₩|₹|₽|₺|₫|zł|Kč|元|円|원|kr\\.?|EUR|USD|GBP|CNY|RMB|JPY|CHF|PLN|CZK|SEK|NOK|DKK|HUF|RON|BGN|BRL|AUD|CAD|NZD|INR|KRW|RUB|TRY|MXN|ZAR|Rs\\.?)';
const BEFORE = new RegExp(`^([+-]?)${CURRENCY}\\s*(?=[\\d.(+-])`, 'u');
const BEHIND = new RegExp(`(?<=[\\d.)\\s\\p{L}])\\s*${CURRENCY}$`, 'u');

/**
 * Reads a cell of a column of figures. Spaces and apostrophes between thousands, a minus sign of typography, accountants' brackets, figures of
 * full width, currencies, words of size (`k`, `Mio`, `亿`) and the flags that offices set behind figures (`b`, `e`, `(p)`, `*`) are understood.
 * Letters that are none of these, and percentages, make a text of it.
 *
 * @example
 * readFigure('1,234.5', 'point'); // → { kind: 'number', value: 1234.5, flag: '' }
 * readFigure('1.234,5', 'comma'); // → { kind: 'number', value: 1234.5, flag: '' }
 * readFigure('−12 b', 'point'); // → { kind: 'number', value: -12, flag: 'b' }
 * readFigure('(7)', 'point'); // → { kind: 'number', value: -7, flag: '' }
 * readFigure('1.2 Mio', 'point'); // → { kind: 'number', value: 1200000, flag: '' }
 * readFigure('€ 79.7', 'point'); // → { kind: 'number', value: 79.7, flag: '', unit: '€' }
 * readFigure(':', 'point'); // → { kind: 'missing', sign: ':' }
 * readFigure('12%', 'point'); // → { kind: 'text' }
 */
export function readFigure(cell: SourceCell | undefined, mark: DecimalMark): Figure {
  if (cell === null || cell === undefined) return { kind: 'missing', sign: '' };
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { kind: 'number', value: cell, flag: '' } : { kind: 'missing', sign: String(cell) };
  const trimmed = cell.trim();
  if (mark === 'point' && PLAIN.test(trimmed)) return numberOf(trimmed, '');
  const text = ofUsualWidth(trimmed);
  if (MISSING.test(text)) return { kind: 'missing', sign: trimmed };
  const plain = plainDigits(text, mark);
  if (plain !== undefined) return numberOf(plain, '');
  const unit = BEFORE.exec(text)?.[0].replace(/^[+-]/, '').trim() ?? BEHIND.exec(text)?.[0].trim();
  if (unit !== undefined) {
    const bare = text.replace(BEFORE, '$1').replace(BEHIND, '').trim();
    const figure = withTail(bare, mark);
    return figure.kind === 'number' ? { ...figure, unit } : figure;
  }
  return withTail(text, mark);
}

/** Reads a number with flag, size or footnote mark behind it. */
function withTail(text: string, mark: DecimalMark): Figure {
  const plain = plainDigits(text, mark);
  if (plain !== undefined) return numberOf(plain, '');
  const [, before, round, square, letters, signs] = TAILED.exec(text) ?? [];
  const digits = before === undefined ? undefined : plainDigits(before, mark);
  const bracketed = round ?? square;
  if (digits !== undefined) {
    if (signs !== undefined) return numberOf(digits, '');
    if (letters !== undefined && /^\d/.test(letters)) return numberOf(digits, '');
    if (bracketed !== undefined && /^\d+$/.test(bracketed)) return numberOf(digits, '');
    const tail = (bracketed ?? letters ?? '').trim();
    const power = bracketed === undefined ? powerOf(tail) : undefined;
    if (power !== undefined) return /e/i.test(digits) ? { kind: 'text' } : numberOf(`${digits}e${power}`, '');
    return FLAG.test(tail) ? numberOf(digits, tail.toLowerCase()) : { kind: 'text' };
  }
  const [, sign, only] = /^([:.\-–—])\s*([a-z]{1,3})$/i.exec(text) ?? [];
  return sign !== undefined ? { kind: 'missing', sign: `${sign} ${only}` } : { kind: 'text' };
}

/** Letters, digits and signs of full width, as Chinese and Japanese keyboards give them, in their usual width. */
function ofUsualWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3000]/.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .trim();
}

function numberOf(digits: string, flag: string): Figure {
  const value = Number(digits);
  return Number.isFinite(value) ? { kind: 'number', value, flag } : { kind: 'text' };
}

/** The digits of a number without thousands separators and with a decimal point, or undefined where the text is no number. */
function plainDigits(text: string, mark: DecimalMark): string | undefined {
  const negative = /^\((.*)\)$/.exec(text.trim());
  const body = (negative ? `-${negative[1]}` : text.trim())
    .replace(/^[−–△▲]\s?/, '-')
    .replace(/[\s\u00a0\u202f\u2009]/g, ' ');
  const [thousands, decimal] = mark === 'point' ? [',', '.'] : ['.', ','];
  for (const separator of [thousands, ' ', "'", '’', '_']) {
    if (!body.includes(separator)) continue;
    const escaped = separator === '.' ? '\\.' : separator;
    // A group that begins with 0 is no thousand: 0,797 has a decimal comma.
    const grouped = new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${escaped}\\d{3})+(?:\\${decimal}\\d+)?$`);
    if (grouped.test(body)) return body.replaceAll(separator, '').replace(decimal, '.');
  }
  // Hundreds of thousands as India groups them: 12,01,800.
  if (mark === 'point' && /^[+-]?[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?$/.test(body)) return body.replaceAll(',', '');
  if (mark === 'comma' && body.includes('.')) return undefined;
  const single = mark === 'comma' ? body.replace(',', '.') : body;
  return PLAIN.test(single) ? single : undefined;
}

/**
 * The reason why a text among figures is none, with what would be right.
 *
 * @example
 * notAFigure('12 %').hint; // → 'a percentage is no amount: choose another column or other rows'
 */
export function notAFigure(cell: SourceCell | undefined): { readonly message: string; readonly hint: string } {
  const text = ofUsualWidth(String(cell ?? '').trim());
  const shown = JSON.stringify(text.replace(/\p{Cc}+/gu, ' ').slice(0, 40));
  const message = `${shown} is not a number`;
  if (/^=/.test(text))
    return {
      message: `${shown} is a formula without its result`,
      hint: 'open the file in a spreadsheet program and save it, so that results stand beside formulas',
    };
  if (text.startsWith(MERGED))
    return {
      message: `${JSON.stringify(text.slice(MERGED.length))} is one figure merged over several cells`,
      hint: 'take the cells apart and give each its own figure, or none',
    };
  if (/[%‰％]$/.test(text)) return { message, hint: 'a percentage is no amount: choose another column or other rows' };
  const letters = /^[-+(]?[\d.,\s]*\d\)?\s*(\p{L}[\p{L} ]*\.?)$/u.exec(text)?.[1];
  if (letters !== undefined)
    return { message, hint: `"${letters}" is neither a known flag nor a size such as k, million or 亿: take it out` };
  return { message, hint: 'see --decimal for decimal commas' };
}

/**
 * True where a text looks like a figure with something about it, as a percentage or an unknown flag: its column holds figures.
 *
 * @example
 * looksLikeFigure('12 %'); // → true
 * looksLikeFigure('10-12'); // → false
 */
export function looksLikeFigure(cell: SourceCell | undefined): boolean {
  if (typeof cell !== 'string') return false;
  const text = ofUsualWidth(cell.trim());
  return (
    /^[-+−(]?\s?\d[\d.,'’\s]*(?:\)\s*)?(?:[%‰]|\p{L}{1,4}\.?)$/u.test(text) ||
    /^=[A-Z\d(+-]/i.test(text) ||
    text.startsWith(MERGED)
  );
}
