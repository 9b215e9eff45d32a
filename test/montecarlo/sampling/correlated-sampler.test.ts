import { describe, expect, it } from 'vitest';
import { correlatedSampler } from '../../../engine/montecarlo/sampling/correlated-sampler.js';
import type { RankCorrelation } from '../../../engine/montecarlo/sampling/correlation-matrix.js';
import {
  createSampler,
  SAMPLING_METHODS,
  type SampledStudy,
  type Sampler,
} from '../../../engine/montecarlo/sampling/sampler.js';
import { rankCorrelation } from '../../statistics/rank-correlation.js';

const DRAWS = 5000;
const dimensions = ['alone', 'a', 'b', 'c', 'd'];
const wanted: readonly RankCorrelation[] = [
  ['a', 'b', 0.6],
  ['b', 'c', -0.4],
  ['d', 'a', 0.3],
];

const study = (draws = DRAWS): SampledStudy => ({ seed: 5, draws, dimensions, places: dimensions });

function columns(sampler: Sampler): Map<string, Float64Array> {
  const point = new Float64Array(dimensions.length);
  const all = dimensions.map(() => new Float64Array(sampler.draws));
  for (let draw = 0; draw < sampler.draws; draw++) {
    sampler.fill(draw, point);
    point.forEach((u, j) => {
      all[j]![draw] = u;
    });
  }
  return new Map(dimensions.map((name, j) => [name, all[j]!]));
}

describe.each(SAMPLING_METHODS)('Correlated %s draws', (method) => {
  const drawn = columns(correlatedSampler(method, study(), wanted));

  it('have the wanted rank correlations, and 0 between pairs that are not named', () => {
    const target = new Map(wanted.map(([a, b, rank]) => [[a, b].sort().join(), rank]));
    for (const a of dimensions) {
      for (const b of dimensions) {
        if (a >= b) continue;
        const tolerance = method === 'random' || a === 'alone' || b === 'alone' ? 4 / Math.sqrt(DRAWS) : 0.015;
        const error = rankCorrelation(drawn.get(a)!, drawn.get(b)!)! - (target.get(`${a},${b}`) ?? 0);
        expect(Math.abs(error)).toBeLessThan(tolerance);
      }
    }
  });

  it('stay uniform in every dimension', () => {
    for (const column of drawn.values()) {
      // Kolmogorov and Smirnov's distance; 99.9 % quantile of random numbers.
      const sorted = column.toSorted();
      const distance = sorted.reduce((worst, u, k) => Math.max(worst, Math.abs(u - (k + 0.5) / DRAWS)), 0);
      expect(distance).toBeLessThan(1.95 / Math.sqrt(DRAWS));
      expect(sorted[0]! > 0 && sorted.at(-1)! < 1).toBe(true);
    }
  });

  it('leave dimensions that are not correlated, and the first of those that are, as they were', () => {
    const before = columns(createSampler(method, study()));
    expect(drawn.get('alone')).toEqual(before.get('alone'));
    expect(drawn.get('a')).toEqual(before.get('a'));
  });

  it('can be made alone', () => {
    const point = new Float64Array(5);
    correlatedSampler(method, study(), wanted).fill(4711, point);
    expect([...point]).toEqual(dimensions.map((name) => drawn.get(name)![4711]));
  });

  it('do not change when a further name is correlated at the end of the list', () => {
    const fewer = columns(correlatedSampler(method, study(), wanted.slice(0, 2)));
    for (const name of ['alone', 'a', 'b', 'c']) expect(fewer.get(name)).toEqual(drawn.get(name));
  });

  it('leave out correlations with what is frozen', () => {
    const some = columns(correlatedSampler(method, study(100), [...wanted, ['a', 'frozen', 0.5]]));
    expect(some).toEqual(columns(correlatedSampler(method, study(100), wanted)));
    expect(columns(correlatedSampler(method, study(100), [['frozen', 'too', 0.5]]))).toEqual(
      columns(createSampler(method, study(100))),
    );
  });

  it('may be tied completely', () => {
    const tied = columns(
      correlatedSampler(method, study(500), [
        ['a', 'b', 1],
        ['b', 'c', -1],
        ['a', 'c', -1],
      ]),
    );
    expect(rankCorrelation(tied.get('a')!, tied.get('b')!)).toBeCloseTo(1, 12);
    expect(rankCorrelation(tied.get('a')!, tied.get('c')!)).toBeCloseTo(-1, 12);
  });
});

describe('A correlated latin hypercube', () => {
  it('keeps exactly the values of every dimension, one in each stratum', () => {
    const before = columns(createSampler('latin', study()));
    const after = columns(correlatedSampler('latin', study(), wanted));
    for (const name of dimensions) expect(after.get(name)!.toSorted()).toEqual(before.get(name)!.toSorted());
  });
});

describe('Correlated random draws', () => {
  it('are the same in a study of any length', () => {
    const [short, long] = [new Float64Array(5), new Float64Array(5)];
    correlatedSampler('random', study(100), wanted).fill(42, short);
    correlatedSampler('random', study(10 ** 7), wanted).fill(42, long);
    expect(short).toEqual(long);
  });
});
