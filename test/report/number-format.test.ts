import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatColumn,
  formatFixed,
  formatNumber,
  formatPercent,
  formatSigned,
} from '../../engine/report/text/number-format.js';

describe('Numbers for people', () => {
  it('keep the digits that matter and group thousands', () => {
    expect([0, 0.5, 43.3983, 1234.5, 1234567.8].map((value) => formatNumber(value))).toEqual([
      '0',
      '0.5000',
      '43.40',
      '1,235',
      '1,234,568',
    ]);
  });

  it('round up into the next power of ten without a digit too many', () => {
    expect(formatNumber(9.99996)).toBe('10.00');
    expect(formatNumber(0.099999, 2)).toBe('0.10');
  });

  it('say where there is no number, and never NaN or Infinity', () => {
    for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect([formatNumber(value), formatFixed(value, 2), formatPercent(value), formatSigned(value, 1)]).toEqual([
        '–',
        '–',
        '–',
        '–',
      ]);
    }
  });

  it('never show a negative zero', () => {
    expect([formatFixed(-0, 1), formatFixed(-0.01, 1), formatSigned(-0.01, 1), formatNumber(-0)]).toEqual([
      '0.0',
      '0.0',
      '0.0',
      '0',
    ]);
  });

  it('share their decimals within a column', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const decimals = new Set(formatColumn(values).map((text) => text.split('.')[1]?.length ?? 0));
        expect(decimals.size).toBe(1);
      }),
    );
  });

  it('read back within the digits they show', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1e14, noNaN: true }), (value) => {
        const shown = Number(formatNumber(value, 6).replaceAll(',', ''));
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(value * 5.1e-6);
      }),
    );
  });
});
