import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageRanks, correlation, sortedOrder } from '../../engine/statistics/ranks.js';
import { stream } from '../../engine/values/streams.js';
import { rankCorrelation } from './rank-correlation.js';

describe('sortedOrder', () => {
  it('sorts long columns as it does short ones: by value, then by place', () => {
    const { uniform } = stream(1, 0, 'test');
    const shapes = [
      () => uniform() - 0.5,
      () => (uniform() - 0.5) * 10 ** Math.floor(600 * (uniform() - 0.5)),
      () => Math.floor(5 * uniform()) - 2,
      () => [0, -0, Infinity, -Infinity, Number.MIN_VALUE, -Number.MIN_VALUE][Math.floor(6 * uniform())]!,
    ];
    for (const shape of shapes) {
      const column = Float64Array.from({ length: 3000 }, shape);
      const places = Array.from(column, (_, k) => k);
      const less = (a: number, b: number) => (column[a]! < column[b]! ? -1 : column[a]! > column[b]! ? 1 : a - b);
      expect([...sortedOrder(column)]).toEqual(places.sort(less));
    }
  });
});

describe('averageRanks', () => {
  it('sums to n(n+1)/2 with any ties', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), (values) => {
        const n = values.length;
        expect(averageRanks(values).reduce((sum, rank) => sum + rank, 0)).toBeCloseTo((n * (n + 1)) / 2, 9);
      }),
    );
  });
});

describe('rankCorrelation', () => {
  it('is −29/165 in the textbook example of ten pairs', () => {
    // Intelligence quotients against hours of television, as in Wikipedia's article on Spearman's coefficient.
    const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
    expect(rankCorrelation(iq, hours)).toBeCloseTo(-29 / 165, 14);
  });

  it('does not exist where a column does not vary', () => {
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(correlation([1, 2, 3], [0, 0, 0])).toBeNull();
  });
});
