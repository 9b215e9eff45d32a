import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partSpent, partUnderWay, strength, type Timing } from '../../engine/plan/timing.js';

const FULL: Timing = { start: 2012, delay: 1.5, ramp: 4, end: 2020, halfLife: 5 };

const timings = fc.record({
  start: fc.double({ min: 2000, max: 2020, noNaN: true }),
  delay: fc.double({ min: 0, max: 8, noNaN: true }),
  ramp: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 10, noNaN: true })),
  end: fc.option(fc.double({ min: 2000, max: 2040, noNaN: true })),
  halfLife: fc.option(fc.double({ min: 0.1, max: 20, noNaN: true })),
});

describe('The strength of a policy', () => {
  it('rises in a straight line over the ramp, after start and delay', () => {
    expect([2012, 2013, 2014, 2015, 2017, 2018].map((year) => strength(FULL, year))).toEqual([
      0, 0, 0.125, 0.375, 0.875, 1,
    ]);
  });

  it('is a step where there is no ramp', () => {
    const step = { ...FULL, delay: 1, ramp: 0 };
    expect([2012, 2013, 2014].map((year) => strength(step, year))).toEqual([0, 1, 1]);
  });

  it('holds through the year of its end, then halves with each half-life', () => {
    expect([2020, 2025, 2030].map((year) => strength(FULL, year))).toEqual([1, 0.5, 0.25]);
    expect(strength({ ...FULL, halfLife: null }, 2021)).toBe(0);
    expect(strength({ ...FULL, end: null }, 3000)).toBe(1);
  });

  it('fades from where it would stand, where it ends on its ramp', () => {
    // Half-way up at 2015.5; in 2017 it would stand at .875, and a half-life has gone by.
    expect(strength({ ...FULL, end: 2015.5, halfLife: 1.5 }, 2017)).toBe(0.875 / 2);
  });

  it('lies between nothing and all, and without an end never falls', () => {
    fc.assert(
      fc.property(
        timings,
        fc.double({ min: 1990, max: 2100, noNaN: true }),
        fc.nat({ max: 20 }),
        (timing, year, later) => {
          const now = strength(timing, year);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(now).toBeLessThanOrEqual(1);
          const staying = { ...timing, end: null };
          expect(strength(staying, year + later)).toBeGreaterThanOrEqual(strength(staying, year));
        },
      ),
    );
  });
});

describe('The years in which a policy is paid for', () => {
  it('run from the start of its first year to the end of its last', () => {
    const part = (year: number): number => partUnderWay({ start: 2012.25, end: 2014 }, year);
    expect([2011, 2012, 2013, 2014, 2015].map(part)).toEqual([0, 0.75, 1, 1, 0]);
  });

  it('share out a sum completely, however it is spread', () => {
    const years = Array.from({ length: 60 }, (_, k) => 2000 + k);
    fc.assert(
      fc.property(
        fc.double({ min: 2000, max: 2020, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (start, duration) => {
          expect(years.reduce((sum, year) => sum + partSpent(start, duration, year), 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
