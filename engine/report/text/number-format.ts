/** Numbers for people. Files for programs hold `String(x)`, the shortest text that reads back as the same number. */

/** Shown where there is no number. */
export const NO_NUMBER = '–';

/**
 * A number with so many decimals, thousands grouped by commas.
 *
 * @example
 * formatFixed(1234567.891, 1); // → '1,234,567.9'
 * formatFixed(-0.0001, 2); // → '0.00'
 * formatFixed(null, 2); // → '–'
 */
export function formatFixed(value: number | null, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  if (Math.abs(value) >= 1e15) return value.toExponential(3);
  const text = Math.abs(value).toFixed(decimals);
  const sign = value < 0 && /[1-9]/.test(text) ? '-' : '';
  const [whole = '', fraction] = text.split('.');
  const grouped = groupThousands(whole);
  return sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`);
}

/**
 * Digits of a whole number in groups of three, separated by commas.
 *
 * @example
 * groupThousands('1234567'); // → '1,234,567'
 */
export function groupThousands(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}

/**
 * A number to so many significant digits, thousands grouped by commas; whole digits are never rounded away.
 *
 * @example
 * formatNumber(1234.567); // → '1,235'
 * formatNumber(0.0365712, 3); // → '0.0366'
 * formatNumber(43.3983, 4); // → '43.40'
 * formatNumber(3.2e-9, 2); // → '3.2e-9'
 */
export function formatNumber(value: number | null, digits = 4): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  if (value === 0) return '0';
  if (Math.abs(value) < 1e-6) return value.toExponential(digits - 1);
  return formatFixed(value, decimalsFor(value, digits));
}

/**
 * Numbers of one column, all with as many decimals as give the largest of them so many significant digits.
 *
 * @example
 * formatColumn([1234.5, 0.25, null], 4); // → ['1,235', '0', '–']
 * formatColumn([12.345, 0.25, -3], 4); // → ['12.35', '0.25', '-3.00']
 */
export function formatColumn(values: readonly (number | null)[], digits = 4): string[] {
  const decimals = columnDecimals(values, digits);
  return values.map((value) => formatFixed(value, decimals));
}

/**
 * Decimals that give the largest of some numbers so many significant digits; 0 to 8.
 *
 * @example
 * columnDecimals([43.4, 0.79], 4); // → 2
 */
export function columnDecimals(values: readonly (number | null)[], digits = 4): number {
  let largest = 0;
  for (const value of values)
    if (value !== null && Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? 0 : Math.min(8, decimalsFor(largest, digits));
}

/**
 * A share of one as a percentage, without the sign of percent where the header says it.
 *
 * @example
 * formatPercent(0.25); // → '25.0%'
 * formatPercent(0.7381, 0); // → '74%'
 * formatPercent(0.25, 1, ''); // → '25.0'
 */
export function formatPercent(value: number | null, decimals = 1, unit = '%'): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  return formatFixed(value * 100, decimals) + unit;
}

/**
 * A difference, its sign always shown; no sign where it rounds to nothing.
 *
 * @example
 * formatSigned(0.0712, 3); // → '+0.071'
 * formatSigned(-12.5, 1); // → '-12.5'
 * formatSigned(0.0001, 2); // → '0.00'
 */
export function formatSigned(value: number | null, decimals: number): string {
  const text = formatFixed(value, decimals);
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * A relative difference as a percentage, its sign always shown.
 *
 * @example
 * formatSignedPercent(0.0712); // → '+7.1%'
 */
export function formatSignedPercent(value: number | null, decimals = 1): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  return `${formatSigned(value * 100, decimals)}%`;
}

function decimalsFor(value: number, digits: number): number {
  const exponent = Number(
    Math.abs(value)
      .toExponential(Math.max(0, digits - 1))
      .split('e')[1],
  );
  return Math.max(0, Math.min(20, digits - 1 - exponent));
}
