import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locationQuotient } from '../../engine/indicators/location-quotient.js';
import { sum } from '../../engine/statistics/sum.js';
import { tableArbitrary } from './arbitraries.js';
import { FIVE_BY_FIVE, FIVE_BY_FIVE_TOTAL } from './published.js';

describe('The location quotient', () => {
  it('is 0.3848 in the example of Farhauer & Kröll 2013', () => {
    expect(locationQuotient(1714, 79006, 879213, 15593224).value).toBeCloseTo(0.3847623423, 10);
  });

  it('is 0, 0.75, 0.25, 3.5, 0.5 in the second region of the five-by-five table', () => {
    const quotients = FIVE_BY_FIVE[1]!.map((q, i) => locationQuotient(q, 100, FIVE_BY_FIVE_TOTAL[i]!, 500).value);
    [0, 0.75, 0.25, 3.5, 0.5].forEach((expected, i) => {
      expect(quotients[i]).toBeCloseTo(expected, 12);
    });
  });

  it('says why it has no value instead of dividing by nothing', () => {
    expect(locationQuotient(0, 100, 0, 500)).toEqual({ value: null, status: 'industry-absent' });
    expect(locationQuotient(5, 100, 0, 500)).toEqual({ value: null, status: 'reference-absent' });
    expect(locationQuotient(0, 0, 50, 500)).toEqual({ value: null, status: 'region-empty' });
    expect(locationQuotient(0, 0, 0, 0)).toEqual({ value: null, status: 'region-empty' });
    expect(locationQuotient(0, 100, 50, 500)).toEqual({ value: 0, status: 'defined' });
  });

  it('averages 1 over regions weighted by their output, in every industry', () => {
    fc.assert(
      fc.property(tableArbitrary, (table) => {
        const industryTotals = table[0]!.map((_, i) => sum(table.map((row) => row[i]!)));
        const total = sum(industryTotals);
        industryTotals.forEach((industryTotal, i) => {
          if (industryTotal === 0) return;
          const mean = table.reduce((all, row) => {
            const { value } = locationQuotient(row[i]!, sum(row), industryTotal, total);
            return all + (sum(row) / total) * value!;
          }, 0);
          expect(mean).toBeCloseTo(1, 10);
        });
      }),
    );
  });
});
