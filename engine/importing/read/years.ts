import type { SourceCell } from './source-table.js';

/** A year as a heading or a cell names it, with the mark beside it, such as `*`, `p` or `1/`; empty where there is none. */
export interface MarkedYear {
  readonly year: number;
  readonly mark: string;
}

/** Marks that offices set beside a year: stars, raised figures, letters and footnotes in brackets or before a stroke, words, the repeated year of the World Bank. */
const MARK =
  /^(?:[*†‡#^¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(?(?:[abcdefnprsuvx]|bp|ep|pe|rp|rev?|prov|prel|est|proj|preliminary|provisional|revised|estimated?|forecast|projection|vorl(?:ä|ae)ufig|prévision)\.?[*]?\)?|\(?\[?\d{1,2}[)\]/]|\[YR[12]\d{3}\]|年度?[*]?|（[^）]{1,6}）|\([^)\d]{1,6}\))$/iu;

/**
 * The year a cell or heading names, with its mark, or undefined. Fiscal years (`2010/11`) count as the one in which they begin, a date as its
 * year; quarters and months are no years, nor is `2017.1`, as software writes a second column of one heading.
 *
 * @example
 * readMarkedYear('2017 1/'); // → { year: 2017, mark: '1/' }
 * readMarkedYear('2018 [YR2018]'); // → { year: 2018, mark: '[YR2018]' }
 * readMarkedYear('2017.1'); // → undefined
 */
export function readMarkedYear(cell: SourceCell | undefined): MarkedYear | undefined {
  if (typeof cell === 'number') {
    const whole = Number.isInteger(cell) && cell >= 1000 && cell <= 2999;
    return whole ? { year: cell, mark: '' } : undefined;
  }
  if (cell === null || cell === undefined) return undefined;
  const text = cell.trim().replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
  const [, digits, behind = ''] = /^([12]\d{3})(?:\.0+)?\s*(.*)$/su.exec(text) ?? [];
  if (digits !== undefined && (behind === '' || /^年度?$/.test(behind))) return { year: Number(digits), mark: '' };
  if (digits !== undefined && MARK.test(behind)) return { year: Number(digits), mark: behind };
  const fiscal = /^(?:FY\s*)?([12]\d{3})\s*[/–-]\s*(?:\d\d|[12]\d{3})$/i.exec(text);
  const date = /^([12]\d{3})-(?:0[1-9]|1[0-2])-[0-3]\d(?:[T ].*)?$/.exec(text);
  const named = /^[\p{L}£€$%]\D*([12]\d{3})\)?$/u.exec(text);
  const year = (fiscal ?? date ?? named)?.[1];
  return year === undefined ? undefined : { year: Number(year), mark: '' };
}

/**
 * The year a cell or heading names, or undefined.
 *
 * @example
 * readYear('2010年'); // → 2010
 * readYear('X2010'); // → 2010
 * readYear('2010/11'); // → 2010
 * readYear('2010-Q1'); // → undefined
 * readYear('gva_2010'); // → 2010
 */
export function readYear(cell: SourceCell | undefined): number | undefined {
  return readMarkedYear(cell)?.year;
}

/**
 * True where the mark of a year says that its figures are estimates.
 *
 * @example
 * marksEstimate('E'); // → true
 * marksEstimate('(p)'); // → false
 */
export function marksEstimate(mark: string): boolean {
  return /^\W*(?:e|f|est|ep|pe|proj|estimated?|forecast|projection)\W*$/i.test(mark);
}
