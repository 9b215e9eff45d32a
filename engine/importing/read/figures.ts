import type { SourceCell } from './source-table.js';

/** What stands between the whole and the fraction of a number. */
export type DecimalMark = 'point' | 'comma';

/** A figure as read: a number with the letters that flag it, nothing (and by which sign), or a text that is no figure. */
export type Figure =
  | { readonly kind: 'number'; readonly value: number; readonly flag: string }
  | { readonly kind: 'missing'; readonly sign: string }
  | { readonly kind: 'text' };

/** Signs and words by which statistical offices mark a figure that is not there: none, not known, secret, not applicable. */
const MISSING =
  /^(?:|[-–—−]+|\.{1,3}|…|:|\*+|\/|x|c|z|n\/?a|n\.a\.?|na|nan|null|none|#n\/a|#(?:ref|value|div\/0)!|\[(?:c|x|z|w|low|u|e)\]|\((?:d|s|na|x|z|l)\)|：|〃|―|−|-|\*\*\*|\?)$/i;

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const FLAGGED = /^(.*?[\d.])\s*(?:\(([a-z]{1,3})\)|\[([a-z]{1,3})\]|([a-z]{1,3})|\*)$/i;

/**
 * Reads a cell of a column of figures. Spaces and apostrophes between thousands, a minus sign of typography, accountants' brackets and a flag
 * such as the `b` (break) or `e` (estimated) of Eurostat are understood.
 *
 * @example
 * readFigure('1,234.5', 'point'); // → { kind: 'number', value: 1234.5, flag: '' }
 * readFigure('1.234,5', 'comma'); // → { kind: 'number', value: 1234.5, flag: '' }
 * readFigure('−12 b', 'point'); // → { kind: 'number', value: -12, flag: 'b' }
 * readFigure('(7)', 'point'); // → { kind: 'number', value: -7, flag: '' }
 * readFigure(':', 'point'); // → { kind: 'missing', sign: ':' }
 * readFigure('12%', 'point'); // → { kind: 'text' }
 */
export function readFigure(cell: SourceCell | undefined, mark: DecimalMark): Figure {
  if (cell === null || cell === undefined) return { kind: 'missing', sign: '' };
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { kind: 'number', value: cell, flag: '' } : { kind: 'missing', sign: String(cell) };
  const text = cell.trim();
  if (mark === 'point' && PLAIN.test(text)) return numberOf(text, '');
  if (MISSING.test(text)) return { kind: 'missing', sign: text };
  const [, before, ...flags] = FLAGGED.exec(text) ?? [];
  const flag = flags.find((each) => each !== undefined) ?? '';
  const digits = plainDigits(before ?? text, mark);
  if (digits !== undefined) return numberOf(digits, flag.toLowerCase());
  const [, sign, only] = /^([:.\-–—])\s*([a-z]{1,3})$/i.exec(text) ?? [];
  return sign !== undefined ? { kind: 'missing', sign: `${sign} ${only}` } : { kind: 'text' };
}

function numberOf(digits: string, flag: string): Figure {
  const value = Number(digits);
  return Number.isFinite(value) ? { kind: 'number', value, flag } : { kind: 'text' };
}

/** The digits of a number without thousands separators and with a decimal point, or undefined where the text is no number. */
function plainDigits(text: string, mark: DecimalMark): string | undefined {
  const negative = /^\((.*)\)$/.exec(text.trim());
  const body = (negative ? `-${negative[1]}` : text.trim())
    .replace(/^[−–]/, '-')
    .replace(/[\s\u00a0\u202f\u2009]/g, ' ');
  const [thousands, decimal] = mark === 'point' ? [',', '.'] : ['.', ','];
  for (const separator of [thousands, ' ', "'", '’', '_']) {
    const escaped = separator === '.' ? '\\.' : separator;
    const grouped = new RegExp(`^[+-]?\\d{1,3}(?:${escaped}\\d{3})+(?:\\${decimal}\\d+)?$`);
    if (grouped.test(body)) return body.replaceAll(separator, '').replace(decimal, '.');
  }
  const single = mark === 'comma' ? body.replace(',', '.') : body;
  if (mark === 'comma' && body.includes('.')) return undefined;
  return PLAIN.test(single) ? single : undefined;
}
