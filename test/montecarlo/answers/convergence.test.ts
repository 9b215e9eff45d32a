import { describe, expect, it } from 'vitest';
import { convergenceOf, probabilityConvergence } from '../../../engine/montecarlo/answers/convergence.js';
import { proportion } from '../../../engine/statistics/proportion.js';
import { summarise } from '../../../engine/statistics/summary.js';
import { normals } from '../../projection/equation/normals.js';
import { sampleOf } from '../../statistics/sample-of.js';

const drawn = (count: number, seed = 1) => {
  const { normal } = normals(seed, 0, 'test');
  return summarise(sampleOf(Array.from({ length: count }, normal)));
};

describe('The draws needed', () => {
  it('are those at which the largest standard error, falling with the root of draws, is 2 % of the band from p05 to p95', () => {
    for (const count of [50, 200, 700]) {
      const summary = drawn(count);
      const found = convergenceOf(summary);
      const { meanError, errors } = summary;
      const largest = Math.max(meanError!, errors.p05!, errors.p50!, errors.p95!);
      expect(found.error).toBeCloseTo(largest / (summary.p95! - summary.p05!), 12);
      if (found.status !== 'more-draws') throw new Error('enough draws');
      expect(found.drawsNeeded).toBe(Math.ceil(count * (found.error / 0.02) ** 2));
      expect(found.drawsNeeded).toBeGreaterThan(count);
    }
  });

  it('are those there are where they suffice', () => {
    const found = convergenceOf(drawn(4000));
    expect([found.status, found.draws, found.drawsNeeded]).toEqual(['suffices', 4000, 4000]);
    expect(found.error).toBeLessThanOrEqual(0.02);
  });

  it('cannot be told from a single draw, nor of a number that never varies', () => {
    expect(convergenceOf(summarise(sampleOf([3])))).toEqual({
      status: 'too-few',
      error: null,
      draws: 1,
      drawsNeeded: null,
    });
    expect(convergenceOf(summarise(sampleOf([3, 3])))).toEqual({
      status: 'no-variance',
      error: null,
      draws: 2,
      drawsNeeded: null,
    });
    expect(convergenceOf(summarise(sampleOf([3, 4]))).status).toBe('more-draws');
  });

  it('follow the error of the mean in its own standard deviation where the band has no width', () => {
    const summary = summarise(sampleOf([1, ...new Array(199).fill(0)]));
    expect(summary.p95).toBe(0);
    const found = convergenceOf(summary);
    // The mean of n draws has the error s/√n.
    expect(found.error).toBeCloseTo(1 / Math.sqrt(200), 12);
    expect(found.drawsNeeded).toBe(2500);
  });
});

describe('The draws needed for a probability', () => {
  it('are those that tell it from one half by two errors, or know it to a point, whichever is fewer', () => {
    // 55 of 100: the error is √(.55·.45/100) = 4.97 points; two of them are .05 at 396 draws, one is .01 at 2,475.
    expect(probabilityConvergence(proportion(55, 100))).toEqual({ status: 'more-draws', drawsNeeded: 396 });
    // 50.5 of 100 would need 39,996 to be told from one half, but 2,500 to be known to a point.
    expect(probabilityConvergence(proportion(505, 1000))).toEqual({ status: 'more-draws', drawsNeeded: 2500 });
    expect(probabilityConvergence(proportion(500, 1000))).toEqual({ status: 'more-draws', drawsNeeded: 2500 });
  });

  it('are those there are where it is told from one half or known to a point', () => {
    expect(probabilityConvergence(proportion(65, 100))).toEqual({ status: 'suffices', drawsNeeded: 100 });
    expect(probabilityConvergence(proportion(35, 100))).toEqual({ status: 'suffices', drawsNeeded: 100 });
    expect(probabilityConvergence(proportion(5000, 10_000))).toEqual({ status: 'even', drawsNeeded: 10_000 });
  });

  it('cannot be told from fewer than ten', () => {
    expect(probabilityConvergence(proportion(9, 9))).toEqual({ status: 'too-few', drawsNeeded: null });
    expect(probabilityConvergence(proportion(0, 0))).toEqual({ status: 'too-few', drawsNeeded: null });
    expect(probabilityConvergence(proportion(9, 10)).status).toBe('suffices');
  });
});
