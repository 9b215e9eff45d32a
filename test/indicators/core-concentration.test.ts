import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreConcentration } from '../../engine/indicators/core-concentration.js';
import { scaleArbitrary, structureArbitrary } from './arbitraries.js';

describe('The concentration on core industries', () => {
  it('has Herfindahl index 0.34, normalised 0.12, equivalent number 2.941176 for shares of 20, 50, 20 and 10 %', () => {
    const found = coreConcentration([20, 50, 20, 10])!;
    expect(found.hhi).toBeCloseTo(0.34, 14);
    expect(found.normalisedHhi).toBeCloseTo(0.12, 14);
    expect(found.effectiveNumber).toBeCloseTo(2.941176, 6);
    expect(found).toMatchObject({ largestIndustry: 1, largestShare: 0.5 });
  });

  it('lies between that of equal industries and that of a single one, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }).chain(structureArbitrary), scaleArbitrary, (outputs, scale) => {
        const found = coreConcentration(outputs)!;
        expect(found.hhi).toBeGreaterThanOrEqual(1 / outputs.length - 1e-12);
        expect(found.hhi).toBeLessThanOrEqual(1 + 1e-12);
        expect(found.largestShare).toBeLessThanOrEqual(found.hhi ** 0.5 + 1e-12);
        expect(coreConcentration(outputs.map((q) => q * scale))!.hhi).toBeCloseTo(found.hhi, 12);
      }),
    );
  });

  it('names the first of several largest industries', () => {
    expect(coreConcentration([1, 5, 5])!.largestIndustry).toBe(1);
  });

  it('has no normalised index for a classification of one industry and nothing to say without output', () => {
    expect(coreConcentration([4])).toEqual({
      largestIndustry: 0,
      largestShare: 1,
      hhi: 1,
      effectiveNumber: 1,
      normalisedHhi: null,
    });
    expect(coreConcentration([0, 0])).toBeNull();
  });
});
