import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normalCorrelations,
  normalFromRank,
  type RankCorrelation,
} from '../../../engine/montecarlo/sampling/correlation-matrix.js';
import { correlationProblems } from '../../../engine/montecarlo/sampling/correlation-problems.js';
import { lowerFactor } from '../../../engine/statistics/cholesky.js';

describe('Rank correlations', () => {
  it('are refused outside −1 … 1, with themselves, and when stated twice', () => {
    const problems = correlationProblems([
      ['a', 'b', 1.2],
      ['a', 'a', 0.5],
      ['c', 'd', 0.1],
      ['d', 'c', 0.2],
      ['e', 'f', Number.NaN],
    ]);
    expect(problems.map(({ index, message }) => [index, message])).toEqual([
      [0, 'a rank correlation of 1.2'],
      [1, '"a" correlated with itself'],
      [3, 'the correlation of "d" and "c" twice'],
      [4, 'a rank correlation of NaN'],
    ]);
  });

  it('that contradict each other are refused with the three names concerned and what would be possible', () => {
    const problems = correlationProblems([
      ['x', 'y', 0.2],
      ['rivalry', 'barrier', 0.9],
      ['y', 'rivalry', 0.1],
      ['rivalry', 'land', 0.9],
    ]);
    expect(problems).toEqual([
      {
        index: 3,
        names: ['rivalry', 'barrier', 'land'],
        message: 'the correlations between "rivalry", "barrier", "land" cannot hold together',
        hint: 'with 0.9 for "rivalry" and "barrier" and 0.9 for "rivalry" and "land", that of "barrier" and "land" lies between 0.64 and 1, not at 0',
      },
    ]);
  });

  it('that contradict each other only among four are refused with the four', () => {
    const names = ['a', 'b', 'c', 'd', 'unconcerned'];
    const list = names.slice(0, 4).flatMap((a, k, four) => four.slice(k + 1).map((b): RankCorrelation => [a, b, -0.4]));
    const [problem] = correlationProblems([['unconcerned', 'a', 0.1], ...list]);
    expect([...problem!.names].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that are possible only outside of normal copulas are told from those that are not at all', () => {
    const all = (rank: number): RankCorrelation[] => [
      ['a', 'b', rank],
      ['b', 'c', rank],
      ['a', 'c', rank],
    ];
    expect(correlationProblems(all(-0.48))).toEqual([]);
    expect(correlationProblems(all(-0.49))[0]!.message).toContain('too near the limit');
    expect(correlationProblems(all(-0.51))[0]!.message).toContain('cannot hold together');
  });

  it('of real columns are never refused, however near to depending on each other', () => {
    const column = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(column, column, column, (a, b, c) => {
        const dot = (x: number[], y: number[]) => x.reduce((sum, v, k) => sum + v * y[k]!, 0);
        const cosine = (x: number[], y: number[]) => dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
        fc.pre([a, b, c].every((x) => dot(x, x) > 1e-6));
        const matrix = [a, b, c].flatMap((x) => [a, b, c].map((y) => (x === y ? 1 : cosine(x, y))));
        expect(lowerFactor(matrix, 3)).not.toBeNull();
      }),
    );
  });

  it('become correlations of normal scores that a factor gives back', () => {
    const { names, values } = normalCorrelations([
      ['a', 'b', 0.5],
      ['b', 'c', -0.3],
    ]);
    expect(names).toEqual(['a', 'b', 'c']);
    const factor = lowerFactor(values, 3)!;
    const product = (i: number, j: number) =>
      [0, 1, 2].reduce((sum, k) => sum + factor[3 * i + k]! * factor[3 * j + k]!, 0);
    expect(product(0, 1)).toBeCloseTo(normalFromRank(0.5), 14);
    expect(product(1, 2)).toBeCloseTo(normalFromRank(-0.3), 14);
    expect(product(0, 2)).toBeCloseTo(0, 14);
  });
});
