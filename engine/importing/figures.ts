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

/**
 * The decimal mark that makes numbers of the most texts, and the unclear ones: `1,234` is a thousand in one country and a little over one in
 * another. Where nothing decides, a point.
 *
 * @example
 * guessDecimalMark(['1.234,5', '12']); // → { mark: 'comma', unclear: false }
 * guessDecimalMark(['12.5', '1,234.0']); // → { mark: 'point', unclear: false }
 * guessDecimalMark(['1,234', '5,678']); // → { mark: 'point', unclear: true }
 */
export function guessDecimalMark(cells: Iterable<SourceCell | undefined>): { mark: DecimalMark; unclear: boolean } {
  let [point, comma, either] = [0, 0, 0];
  for (const cell of cells) {
    if (typeof cell !== 'string' || !/[.,]/.test(cell)) continue;
    const asPoint = readFigure(cell, 'point').kind === 'number';
    const asComma = readFigure(cell, 'comma').kind === 'number';
    if (asPoint && !asComma) point += 1;
    else if (asComma && !asPoint) comma += 1;
    else if (asPoint && asComma) either += 1;
  }
  return { mark: comma > point ? 'comma' : 'point', unclear: either > 0 && point === comma };
}

/**
 * The year a cell or heading names, or undefined. Fiscal years (`2010/11`) count as the one in which they begin, a date as its year;
 * quarters and months are no years.
 *
 * @example
 * readYear('2010年'); // → 2010
 * readYear('X2010'); // → 2010
 * readYear('2010/11'); // → 2010
 * readYear('2010-Q1'); // → undefined
 * readYear('gva_2010'); // → 2010
 */
export function readYear(cell: SourceCell | undefined): number | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 1000 && cell <= 2999 ? cell : undefined;
  if (cell === null || cell === undefined) return undefined;
  const text = cell.trim();
  const bare = /^([12]\d{3})(?:\.0+|年度?|\s*[pPrRbe])?$/.exec(text);
  const fiscal = /^(?:FY\s*)?([12]\d{3})\s*[/–-]\s*(?:\d\d|[12]\d{3})$/i.exec(text);
  const date = /^([12]\d{3})-(?:0[1-9]|1[0-2])-[0-3]\d(?:[T ].*)?$/.exec(text);
  const named = /^(?:[\p{L}£€$%][^\d]*?[\s_.\-(]*|[XxYy]|FY\s*)([12]\d{3})\)?$/u.exec(text);
  const year = (bare ?? fiscal ?? date ?? named)?.[1];
  return year === undefined ? undefined : Number(year);
}

/**
 * The largest power of ten of which every figure is a whole multiple: what the figures are rounded to. Zero for none, or where they are not
 * rounded to six decimals.
 *
 * @example
 * roundingUnit([1200, 300]); // → 100
 * roundingUnit([1.25, 3]); // → 0.01
 * roundingUnit([Math.PI]); // → 0
 */
export function roundingUnit(values: Iterable<number>): number {
  let power = 12;
  for (const value of values) {
    if (!Number.isFinite(value) || value === 0) continue;
    while (power >= -6) {
      const scaled = power >= 0 ? value / 10 ** power : value * 10 ** -power;
      if (Math.round(scaled) !== 0 && Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled)))
        break;
      power -= 1;
    }
    if (power < -6) return 0;
  }
  return power === 12 ? 0 : power >= 0 ? 10 ** power : 1 / 10 ** -power;
}
