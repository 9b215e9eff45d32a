import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapQuality } from '../../engine/indicators/overlap-quality.js';
import { pairArbitrary } from './arbitraries.js';

describe('The quality of an overlap', () => {
  it('is barrier times similarity times shared output', () => {
    // Shares (.6, .4) and (.4, .6): similarity .48/.52, shared .8.
    expect(overlapQuality([60, 40], [4, 6], 0.5)).toBeCloseTo(0.5 * (0.48 / 0.52) * 0.8, 14);
  });

  it('is 0 across an open border and grows in proportion to the barrier', () => {
    fc.assert(
      fc.property(pairArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), ([a, b], barrier) => {
        expect(overlapQuality(a, b, 0)).toBe(0);
        expect(overlapQuality(a, b, barrier)).toBeCloseTo(barrier * overlapQuality(a, b, 1)!, 14);
        expect(overlapQuality(a, b, 1)!).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not exist for a region without output and refuses different classifications', () => {
    expect(overlapQuality([0, 0], [1, 2], 1)).toBeNull();
    expect(() => overlapQuality([1], [1, 2], 1)).toThrow(RangeError);
  });
});
