import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarity } from '../../engine/indicators/similarity.js';
import { pairArbitrary, scaleArbitrary } from './arbitraries.js';
import { FIVE_BY_FIVE } from './published.js';

describe('The similarity coefficient', () => {
  it('is 0 where two regions share no industry and 1 where their structures are the same', () => {
    expect(similarity(FIVE_BY_FIVE[0]!, FIVE_BY_FIVE[1]!)).toBe(0);
    expect(similarity([3, 4, 0], [6, 8, 0])).toBe(1);
  });

  it('is the cosine between outputs', () => {
    // Rows two and five: (15·40 + 5·55 + 70·5) / √(5250 · 4650).
    expect(similarity(FIVE_BY_FIVE[1]!, FIVE_BY_FIVE[4]!)).toBeCloseTo(1225 / Math.sqrt(5250 * 4650), 14);
  });

  it('lies between 0 and 1, is symmetric, and does not depend on size', () => {
    fc.assert(
      fc.property(pairArbitrary, scaleArbitrary, ([a, b], scale) => {
        const value = similarity(a, b)!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(similarity(b, a)).toBeCloseTo(value, 14);
        expect(
          similarity(
            a.map((q) => q * scale),
            b,
          ),
        ).toBeCloseTo(value, 12);
        expect(similarity(a, a)).toBeCloseTo(1, 14);
      }),
    );
  });

  it('depends on the classification, in either direction', () => {
    // Merging two industries in which the regions differ makes them more alike, here from nothing to the same.
    expect(similarity([1, 0], [0, 1])).toBe(0);
    expect(similarity([1], [1])).toBe(1);
    // But it is no law: merging two that only one region has weighs them more.
    expect(similarity([1, 1, 1], [0, 0, 1])).toBeCloseTo(1 / Math.sqrt(3), 14);
    expect(similarity([2, 1], [0, 1])).toBeCloseTo(1 / Math.sqrt(5), 14);
  });

  it('survives outputs whose squares leave the range of numbers', () => {
    expect(similarity([1e200, 1e200], [1e-200, 1e-200])).toBeCloseTo(1, 14);
  });

  it('does not exist for a region without output and refuses different classifications', () => {
    expect(similarity([0, 0], [1, 2])).toBeNull();
    expect(() => similarity([1, 2], [1, 2, 3])).toThrow(RangeError);
  });
});
