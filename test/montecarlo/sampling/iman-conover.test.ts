import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCorrelations, type RankCorrelation } from '../../../engine/montecarlo/sampling/correlation-matrix.js';
import { imanConover } from '../../../engine/montecarlo/sampling/iman-conover.js';
import { stream } from '../../../engine/values/streams.js';
import { rankCorrelation } from '../../statistics/rank-correlation.js';

describe("Iman and Conover's method", () => {
  it('keeps exactly the values of every column and the order of the first', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: -0.99, max: 0.99, noNaN: true }), (seed, rank) => {
        const { uniform } = stream(seed, 0, 'test');
        const columns = [0, 1].map(() => Float64Array.from({ length: 40 }, () => uniform() ** 3));
        const reordered = imanConover(columns, normalCorrelations([['a', 'b', rank]]).values)!;
        expect(reordered[0]).toEqual(columns[0]);
        expect(reordered[1]!.toSorted()).toEqual(columns[1]!.toSorted());
      }),
      { numRuns: 50 },
    );
  });

  it('reaches rank correlations for marginals of any shape', () => {
    const { uniform } = stream(1, 0, 'test');
    const length = 2000;
    const columns = [(u: number) => u, (u: number) => u ** -2, (u: number) => -Math.log(u)].map((shape) =>
      Float64Array.from({ length }, () => shape(uniform())),
    );
    const wanted: RankCorrelation[] = [
      ['a', 'b', 0.8],
      ['a', 'c', -0.5],
      ['b', 'c', -0.1],
    ];
    const [a, b, c] = imanConover(columns, normalCorrelations(wanted).values)! as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    expect(Math.abs(rankCorrelation(a, b)! - 0.8)).toBeLessThan(0.01);
    expect(Math.abs(rankCorrelation(a, c)! + 0.5)).toBeLessThan(0.01);
    expect(Math.abs(rankCorrelation(b, c)! + 0.1)).toBeLessThan(0.01);
  });

  it('refuses an impossible target, and columns that it cannot free of their dependence', () => {
    const column = Float64Array.from({ length: 10 }, (_, k) => k);
    expect(imanConover([column, column.toReversed()], [1, 0.5, 0.5, 1])).toBeNull();
    expect(imanConover([column, column.map((x) => Math.sin(x * x))], [1, 2, 2, 1])).toBeNull();
  });
});
