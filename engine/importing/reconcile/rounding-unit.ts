import { pow } from '../../exact-math/index.js';

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
      const scaled = power >= 0 ? value / pow(10, power) : value * pow(10, -power);
      if (Math.round(scaled) !== 0 && Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled)))
        break;
      power -= 1;
    }
    if (power < -6) return 0;
  }
  return power === 12 ? 0 : power >= 0 ? pow(10, power) : 1 / pow(10, -power);
}
