import type { SourceCell } from './source-table.js';

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
