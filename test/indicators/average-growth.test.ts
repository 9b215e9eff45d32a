import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageGrowth } from '../../engine/indicators/average-growth.js';

describe('Average growth', () => {
  it('is the constant rate that leads from the first output to the last', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        fc.double({ min: -0.5, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (from, rate, years) => {
          expect(averageGrowth(from, from * (1 + rate) ** years, years)).toBeCloseTo(rate, 10);
        },
      ),
    );
  });

  it('is 12.25 % a year for output that doubles in six years', () => {
    expect(averageGrowth(50, 100, 6)).toBeCloseTo(0.1224620483, 10);
  });

  it('is −1 for what ends, and a word for what begins or never was', () => {
    expect(averageGrowth(3, 0, 6)).toBe(-1);
    expect(averageGrowth(0, 3, 6)).toBe('new-entry');
    expect(averageGrowth(0, 0, 6)).toBe('absent');
  });
});
