import { log10 } from '../../../engine/exact-math/index.js';

/** The way in which a number is written: multiplied by a factor, with a unit behind it. */
export interface NumberStyle {
  readonly factor: number;
  readonly suffix: string;
}

/** A number as it is. */
export const PLAIN: NumberStyle = { factor: 1, suffix: '' };

/** A part of one in percent. */
export const PERCENT: NumberStyle = { factor: 100, suffix: '%' };

/**
 * A number as one writes it, without the dust of binary fractions.
 *
 * @example
 * numberText(0.30000000000000004, 0.01, PLAIN); // → '0.3'
 * numberText(0.30000000000000004, 0.01, PERCENT); // → '30%'
 * numberText(-500, 10, { factor: 1, suffix: ' jobs' }); // → '-500 jobs'
 */
export function numberText(value: number, step: number, { factor, suffix }: NumberStyle): string {
  const decimals = Math.max(0, -Math.floor(log10(step * factor) + 1e-9));
  return `${Number((value * factor).toFixed(decimals))}${suffix}`;
}

/**
 * The number that a text states, in percent, with the unit behind it or alone; null where it states none.
 *
 * @example
 * numberIn('30%', PERCENT); // → 0.3
 * numberIn('0.3', PERCENT); // → 0.3
 * numberIn('normal(0.3, 0.1)', PLAIN); // → null
 */
export function numberIn(text: string, { suffix }: NumberStyle): number | null {
  const bare = text.trim();
  const percent = bare.endsWith('%');
  const unit = percent ? '%' : suffix;
  const number = unit !== '' && bare.endsWith(unit) ? bare.slice(0, -unit.length).trim() : bare;
  const value = number === '' ? Number.NaN : Number(number);
  if (!Number.isFinite(value)) return null;
  return percent ? value / 100 : value;
}
