import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandScore, continuousRankedProbability, pointScore } from '../../../engine/calibration/backtest/scores.js';
import { structureOf, structureScore } from '../../../engine/calibration/backtest/structure-scores.js';
import { normals } from '../../projection/equation/normals.js';

const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('Scores', () => {
  it('are 0 for a forecast that came true', () => {
    expect(pointScore([3, 4], [3, 4])).toEqual({ wape: 0, median: 0, bias: 0 });
  });

  it('count the absolute error of a sample of one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        (x, y) => {
          expect(continuousRankedProbability(Float64Array.of(x), y)).toBeCloseTo(Math.abs(x - y), 9);
        },
      ),
    );
  });

  it('rank probabilities as the double sum over the sample says', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: -1e3, max: 1e3, noNaN: true }), (sample, actual) => {
        const sorted = Float64Array.from(sample).sort();
        const n = sample.length;
        const near = sample.reduce((sum, x) => sum + Math.abs(x - actual), 0) / n;
        const apart = sample.reduce((sum, x) => sum + sample.reduce((each, y) => each + Math.abs(x - y), 0), 0);
        expect(continuousRankedProbability(sorted, actual)).toBeCloseTo(near - apart / (2 * n * n), 7);
      }),
    );
  });

  it('count what lies within the bands', () => {
    const sample = Float64Array.from({ length: 101 }, (_, k) => k);
    const { covered50, covered90 } = bandScore([sample, sample, sample, sample], [50, 10, 4, 95]);
    expect([covered50, covered90]).toEqual([0.25, 0.75]);
  });

  it('count what is drawn like the sample as often as the bands say, however few draws there are', () => {
    for (const draws of [19, 39]) {
      const samples = Array.from({ length: 4000 }, (_, k) => {
        const source = normals(k, draws, 'sample');
        return Float64Array.from({ length: draws + 1 }, () => source.normal());
      });
      const actual = samples.map((sample) => sample.at(-1)!);
      const { covered50, covered90 } = bandScore(
        samples.map((sample) => sample.slice(0, -1).sort()),
        actual,
      );
      expect(Math.abs(covered50 - 0.5)).toBeLessThan(0.025);
      expect(Math.abs(covered90 - 0.9)).toBeLessThan(0.015);
    }
  });

  it('find every stage and similarity of what came true', () => {
    const origin = Float64Array.of(10, 20, 30, 10);
    const later = Float64Array.of(15, 18, 40, 30);
    const actual = structureOf(later, origin, 3, 2);
    expect(structureScore(actual, actual)).toEqual({ similarity: 0, stage: 1 });
    const still = structureScore(structureOf(origin, origin, 3, 2), actual);
    expect(still.similarity).toBeGreaterThan(0);
    expect(still.stage).toBeLessThan(1);
  });
});
