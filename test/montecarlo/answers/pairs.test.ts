import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convergenceOf, probabilityConvergence } from '../../../engine/montecarlo/answers/convergence.js';
import { addPair, emptyPairs, mergePairs, summarisePairs } from '../../../engine/montecarlo/answers/pairs.js';
import { addRegrets, regretsOf, summariseRegret } from '../../../engine/montecarlo/answers/regret.js';
import { proportion } from '../../../engine/statistics/proportion.js';
import { emptySample } from '../../../engine/statistics/sample.js';
import { summarise } from '../../../engine/statistics/summary.js';
import { normals } from '../../projection/equation/normals.js';
import { sampleOf } from '../../statistics/sample-of.js';

const number = fc.double({ noNaN: true, min: -1e6, max: 1e6 });

describe('Paired draws', () => {
  it('of identical futures differ by exactly 0 and neither is better', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 2 }), (numbers) => {
        const pairs = emptyPairs('higher', true);
        for (const x of numbers) addPair(pairs, x, x);
        expect(summarisePairs(pairs)).toMatchObject({
          p05: 0,
          p50: 0,
          p95: 0,
          mean: 0,
          standardDeviation: 0,
          probabilityBetter: { share: 0 },
          probabilitySame: { share: 1 },
        });
      }),
    );
  });

  it('have the same probability of better from either side, with ties left over', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { minLength: 1 }),
        (list) => {
          const [up, down] = [emptyPairs('higher', true), emptyPairs('lower', true)];
          for (const [a, b] of list) {
            addPair(up, a, b);
            addPair(down, a, b);
          }
          const [higher, lower] = [summarisePairs(up), summarisePairs(down)];
          expect(higher.probabilityBetter!.hits + lower.probabilityBetter!.hits + higher.probabilitySame.hits).toBe(
            list.length,
          );
        },
      ),
    );
  });

  it('give the same in batches, and leave out draws in which one future has no number', () => {
    const [whole, first, second] = [emptyPairs('lower', true), emptyPairs('lower', true), emptyPairs('lower', true)];
    for (let k = 0; k < 100; k++) {
      const pair = [Math.sin(k), k % 7 === 0 ? Number.NaN : Math.cos(k)] as const;
      addPair(whole, ...pair);
      addPair(k < 40 ? first : second, ...pair);
    }
    mergePairs(second, first);
    expect(summarisePairs(second)).toEqual(summarisePairs(whole));
    expect(summarisePairs(whole)).toMatchObject({ count: 85, missing: 15, probabilityBetter: { count: 85 } });
  });

  it('have no probability of better where neither more nor less is', () => {
    const pairs = emptyPairs('none', true);
    addPair(pairs, 1, 2);
    expect(summarisePairs(pairs).probabilityBetter).toBeNull();
  });
});

describe('A proportion', () => {
  it('has the interval of Wilson, here of 15 in 50', () => {
    const { share, low, high } = proportion(15, 50);
    expect([share, low, high].map((x) => Number(x!.toFixed(4)))).toEqual([0.3, 0.191, 0.4375]);
  });

  it('stays unsure where all draws agree', () => {
    const { share, standardError, low, high } = proportion(100, 100);
    expect([share, standardError, high]).toEqual([1, 0, 1]);
    expect(low).toBeCloseTo(0.963, 3);
  });
});

describe('Regret', () => {
  it('is 0 for the best future of a draw and never negative', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('higher', 'lower'),
        (row, better) => {
          const regrets = regretsOf(row, better);
          expect(Math.min(...regrets)).toBe(0);
        },
      ),
    );
  });

  it('of a future over draws is its maximum and 90th percentile', () => {
    const samples = [emptySample(true), emptySample(true)];
    for (let k = 0; k <= 10; k++) addRegrets(samples, [10, 10 + k], 'higher');
    expect(samples.map(summariseRegret)).toEqual([
      { max: 10, p90: 9, relativeError: 0 },
      { max: 0, p90: 0, relativeError: 0 },
    ]);
  });
});

describe('Whether draws suffice', () => {
  const normal = (count: number) => {
    const source = normals(1, 0, 'test');
    return summarise(sampleOf(Array.from({ length: count }, source.normal)));
  };

  it('is said of a normal variable at about 1,100 draws', () => {
    expect(convergenceOf(normal(300)).status).toBe('more-draws');
    expect(convergenceOf(normal(3000)).status).toBe('suffices');
    const { drawsNeeded } = convergenceOf(normal(300));
    expect(drawsNeeded! > 500 && drawsNeeded! < 2500).toBe(true);
  });

  it('is a status where nothing varies or there are no draws, and never NaN', () => {
    expect(convergenceOf(summarise(sampleOf([2, 2, 2]))).status).toBe('no-variance');
    expect(convergenceOf(summarise(sampleOf([]))).status).toBe('too-few');
    const rare = convergenceOf(summarise(sampleOf([1, ...new Array(99).fill(0)])));
    expect(rare).toMatchObject({ status: 'more-draws', draws: 100 });
    expect(rare.drawsNeeded).toBeGreaterThan(100);
  });

  it('is said of a probability once it is told from one half or known to a point', () => {
    expect(probabilityConvergence(proportion(700, 1000)).status).toBe('suffices');
    expect(probabilityConvergence(proportion(505, 1000)).status).toBe('more-draws');
    expect(probabilityConvergence(proportion(5010, 10_000)).status).toBe('even');
    expect(probabilityConvergence(proportion(3, 4)).status).toBe('too-few');
  });
});
