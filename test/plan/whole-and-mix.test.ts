import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixSlope, relativeGrowth } from '../../engine/economy/mix-slope.js';
import { wholeGrowth } from '../../engine/economy/whole-growth.js';
import { wholeAndMixTrend } from '../../engine/plan/whole-and-mix.js';

describe('The whole', () => {
  it('fades by half a year from the last observed growth to the long-run rate', () => {
    const trend = wholeAndMixTrend({
      last: 0.09,
      longRun: [0.01, 0.01, 0.01],
      halfLife: 1,
      relative: new Float64Array([0]),
      slope: 0.35,
      mixHalfLife: 10,
      output: new Float64Array([7]),
    });
    expect(trend[0]).toBeCloseTo(0.01 + 0.08 / 2, 14);
    expect(trend[1]).toBeCloseTo(0.01 + 0.08 / 4, 14);
    expect(trend[2]).toBeCloseTo(0.01 + 0.08 / 8, 14);
  });

  it('goes to the mean of the observed years, drawn toward 3 % as far as they are few or scattered', () => {
    const years = [2000, 2001, 2002, 2003, 2004];
    const rates = [0.01, 0.05, 0.02, 0.04];
    const totals = years.map((_, k) => 100 * Math.exp(rates.slice(0, k).reduce((sum, g) => sum + g, 0)));
    const { last, longRun } = wholeGrowth(years, totals, 0);
    const mean = 0.03;
    const v = (4 * 0.03 ** 2 + rates.reduce((sum, g) => sum + (g - mean) ** 2, 0)) / (4 + 4 - 1);
    const w = 0.02 ** 2 / (0.02 ** 2 + (2 * v) / 4);
    expect(last).toBeCloseTo(0.04, 12);
    expect(longRun.value).toBeCloseTo(w * mean + (1 - w) * 0.03, 12);
    // 2 % of it are prices.
    expect(wholeGrowth(years, totals, 0.02).longRun.value).toBeCloseTo(
      w * (mean - Math.log(1.02)) + (1 - w) * 0.03,
      12,
    );
  });
});

describe('The mix', () => {
  it('leaves the growth of the whole as it is, whatever industries do', () => {
    const industry = fc.record({
      relative: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
      output: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(
        fc.array(industry, { minLength: 1, maxLength: 6 }),
        fc.double({ min: -0.2, max: 1, noNaN: true }),
        (all, slope) => {
          const numbers = { last: 0.05, longRun: [0.02, 0.02, 0.02, 0.02], halfLife: 2, slope, mixHalfLife: 10 };
          const relative = Float64Array.from(all, (each) => each.relative);
          const output = Float64Array.from(all, (each) => each.output);
          const trend = wholeAndMixTrend({ ...numbers, relative, output });
          const total = (values: Float64Array) => values.reduce((sum, q) => sum + q, 0);
          let now = output;
          for (let t = 0; t < 4; t++) {
            const next = now.map((q, i) => q * Math.exp(trend[t * all.length + i]!));
            expect(Math.log(total(next) / total(now))).toBeCloseTo(0.02 + 0.03 * 0.5 ** ((t + 1) / 2), 10);
            now = next;
          }
        },
      ),
    );
  });

  it('goes on in full where industries have always kept their growth, in part where they are scattered', () => {
    const years = Array.from({ length: 20 }, (_, k) => 2000 + k);
    const kept = years.map((_, k) => Float64Array.from([100 * 1.1 ** k, 100 * 0.95 ** k, 100]));
    expect(mixSlope(years, kept).data!.value).toBeGreaterThan(0.8);
    expect(mixSlope(years, kept).posterior.value).toBeGreaterThan(0.75);
    const swinging = years.map((_, k) => Float64Array.from([100 * 1.2 ** (k % 2), 100, 100]));
    expect(mixSlope(years, swinging).posterior.value).toBeLessThan(0.2);
    expect(mixSlope([2000, 2001], kept.slice(0, 2)).posterior.value).toBe(0.35);
  });

  it('cuts booms and collapses, and takes an industry that comes or goes for one like all', () => {
    const [boom, none, gone] = relativeGrowth(new Float64Array([1, 0, 5]), new Float64Array([1000, 3, 0]), 1);
    expect([boom, none, gone]).toEqual([0.3, 0, 0]);
  });
});
