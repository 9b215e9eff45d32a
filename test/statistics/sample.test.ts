import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalDensity, normalQuantile } from '../../engine/statistics/normal.js';
import { ordered, orderedValues, quantile, quantileError, tailMean } from '../../engine/statistics/quantiles.js';
import { emptySample, mergeSample, type Sample } from '../../engine/statistics/sample.js';
import { summarise } from '../../engine/statistics/summary.js';
import { TALLY_ERROR } from '../../engine/statistics/tally.js';
import { stream } from '../../engine/values/streams.js';
import { normals } from '../projection/equation/normals.js';
import { sampleOf } from './sample-of.js';

/** Numbers over many sizes and both signs, with ties and zeros. */
const values = fc.array(
  fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    fc.constantFrom(Number.NaN, Infinity),
  ),
  { maxLength: 80 },
);

function inBatches(numbers: readonly number[], size: number, keep: boolean, reversed: boolean): Sample {
  const batches: Sample[] = [];
  for (let k = 0; k < numbers.length; k += size) batches.push(sampleOf(numbers.slice(k, k + size), keep));
  const total = emptySample(keep);
  for (const batch of reversed ? batches.reverse() : batches) mergeSample(total, structuredClone(batch));
  return total;
}

describe('A sample', () => {
  it('has the same summary in any batches and order, with values kept or tallied', () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        fc.boolean(),
        (numbers, size, keep, reversed) => {
          const whole = summarise(sampleOf(numbers, keep));
          expect(summarise(inBatches(numbers, size, keep, reversed))).toEqual(whole);
          expect(JSON.stringify(summarise(sampleOf(numbers.toReversed(), keep)))).toBe(JSON.stringify(whole));
        },
      ),
    );
  });

  it('summarises 1 … 11 as anyone would by hand', () => {
    const summary = summarise(sampleOf([11, 3, 7, 1, 9, 5, 2, 10, 4, 8, 6]));
    expect(summary).toMatchObject({
      count: 11,
      p05: 1.5,
      p10: 2,
      p25: 3.5,
      p50: 6,
      p75: 8.5,
      p90: 10,
      p95: 10.5,
      mean: 6,
      min: 1,
      max: 11,
    });
    expect(summary.standardDeviation).toBe(Math.sqrt(11));
    expect(summary.meanError).toBe(1);
    // The lowest tenth of eleven draws: 1 whole and a tenth of 2.
    expect(summary.lowestTenth).toBeCloseTo(1.2 / 1.1, 14);
    expect(summary.highestTenth).toBeCloseTo((11 + 0.1 * 10) / 1.1, 14);
  });

  it('has null where there is no number, and counts what is missing', () => {
    expect(summarise(sampleOf([Number.NaN, Infinity]))).toMatchObject({
      count: 0,
      missing: 2,
      p50: null,
      mean: null,
      min: null,
      lowestTenth: null,
    });
    expect(summarise(sampleOf([5]))).toMatchObject({ count: 1, p05: 5, p95: 5, mean: 5, standardDeviation: null });
  });

  it('that is tallied is off by no more than it says, relative to the two draws between which a quantile lies', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, p) => {
        const kept = ordered(sampleOf(numbers, true));
        fc.pre(kept.count > 0);
        const tallied = quantile(ordered(sampleOf(numbers, false)), p);
        const rank = p * (kept.count - 1);
        const [low, high] = [kept.at(Math.floor(rank)), kept.at(Math.ceil(rank))];
        const bound = TALLY_ERROR * Math.max(Math.abs(low), Math.abs(high)) + 1e-300;
        expect(Math.abs(tallied - quantile(kept, p))).toBeLessThanOrEqual(bound * (1 + 1e-9));
      }),
      { numRuns: 300 },
    );
  });

  it('that is tallied gives the quantiles of a hundred thousand normal draws to a ten-thousandth', () => {
    const { normal } = normals(1, 0, 'test');
    const numbers = Array.from({ length: 100_000 }, () => 1000 + 50 * normal());
    const [kept, tallied] = [summarise(sampleOf(numbers, true)), summarise(sampleOf(numbers, false))];
    for (const name of ['p05', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'lowestTenth', 'highestTenth'] as const) {
      expect(Math.abs(tallied[name]! / kept[name]! - 1)).toBeLessThan(1e-4);
    }
    for (const name of ['mean', 'standardDeviation', 'meanError'] as const) {
      expect(Math.abs(tallied[name]! / kept[name]! - 1)).toBeLessThan(1e-12);
    }
    expect([tallied.min, tallied.max, tallied.count]).toEqual([kept.min, kept.max, kept.count]);
    expect([kept.relativeError, tallied.relativeError]).toEqual([0, 2 ** -11]);
  });

  it('that is tallied takes no more room for a hundred times the draws', () => {
    const pages = (count: number) => {
      const { normal } = normals(2, 0, 'test');
      return sampleOf(
        Array.from({ length: count }, () => 100 + normal()),
        false,
      ).tally.pages.size;
    };
    expect(pages(100_000)).toBe(pages(1000));
  });

  it('refuses to merge kept with tallied numbers', () => {
    expect(() => mergeSample(sampleOf([1], true), sampleOf([1], false))).toThrow(/tallies/);
  });
});

describe('Standard errors of quantiles', () => {
  it('are those of theory for normal draws: √(p(1−p)/n) over the density', () => {
    const count = 40_000;
    const { normal } = normals(3, 0, 'test');
    const numbers = orderedValues(Float64Array.from({ length: count }, () => normal()).sort());
    for (const p of [0.05, 0.25, 0.5, 0.9]) {
      const theory = Math.sqrt((p * (1 - p)) / count) / normalDensity(normalQuantile(p));
      expect(Math.abs(quantileError(numbers, p) / theory - 1)).toBeLessThan(0.2);
    }
  });

  it('cover the spread that quantiles of repeated studies have', () => {
    const medians: number[] = [];
    let stated = 0;
    for (let study = 0; study < 200; study++) {
      const { uniform } = stream(study, 0, 'test');
      const numbers = orderedValues(Float64Array.from({ length: 400 }, () => uniform()).sort());
      medians.push(quantile(numbers, 0.5));
      stated += quantileError(numbers, 0.5) / 200;
    }
    const spread = summarise(sampleOf(medians)).standardDeviation!;
    expect(Math.abs(stated / spread - 1)).toBeLessThan(0.2);
  });
});

describe('The mean of a tail', () => {
  it('is the mean of all where the share is 1, and between the extreme and the quantile otherwise', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1 }), (numbers) => {
        const sorted = orderedValues(Float64Array.from(numbers).sort());
        const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
        expect(tailMean(sorted, 1, 'lowest')).toBeCloseTo(mean, 9);
        expect(tailMean(sorted, 1, 'highest')).toBeCloseTo(mean, 9);
        const worst = tailMean(sorted, 0.1, 'lowest');
        expect(worst >= sorted.at(0) - 1e-12 && worst <= mean + 1e-12).toBe(true);
      }),
    );
  });

  it('of a normal variable is −φ(z)/α', () => {
    const count = 20_000;
    const numbers = orderedValues(Float64Array.from({ length: count }, (_, k) => normalQuantile((k + 0.5) / count)));
    expect(tailMean(numbers, 0.1, 'lowest')).toBeCloseTo(-normalDensity(normalQuantile(0.1)) / 0.1, 3);
  });
});
