import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { theil } from '../../engine/indicators/theil.js';
import { scaleArbitrary, structureArbitrary } from './arbitraries.js';

describe('The Theil index', () => {
  it('is 0 for equal regions and ln n where one has all', () => {
    expect(theil([5, 5, 5, 5])).toBe(0);
    expect(theil([0, 0, 9])).toBeCloseTo(Math.log(3), 14);
  });

  it('is the share-weighted log of each share over an equal one', () => {
    expect(theil([3, 1])).toBeCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), 14);
  });

  it('lies between the two, whatever the size and order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }).chain(structureArbitrary), scaleArbitrary, (outputs, scale) => {
        const value = theil(outputs)!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(Math.log(outputs.length) + 1e-12);
        expect(theil(outputs.map((q) => q * scale).reverse())).toBeCloseTo(value, 10);
      }),
    );
  });

  it('falls when a richer region gives to a poorer one', () => {
    expect(theil([6, 4, 2])!).toBeLessThan(theil([7, 4, 1])!);
  });

  it('does not exist without output', () => {
    expect(theil([0, 0])).toBeNull();
  });
});
