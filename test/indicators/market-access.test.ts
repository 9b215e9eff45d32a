import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internalDistance } from '../../engine/indicators/internal-distance.js';
import { marketAccess } from '../../engine/indicators/market-access.js';
import { tieShare } from '../../engine/indicators/tie-share.js';
import { sum } from '../../engine/statistics/sum.js';

const rowArbitrary = fc.array(
  fc.tuple(fc.double({ min: 0.1, max: 1e4, noNaN: true }), fc.double({ min: 1, max: 1e3, noNaN: true })),
  { minLength: 2, maxLength: 8 },
);
const decayArbitrary = fc.double({ min: 0.6, max: 2, noNaN: true });

describe('The shares of ties', () => {
  it('sum to 1 and do not depend on the unit of distance', () => {
    fc.assert(
      fc.property(rowArbitrary, decayArbitrary, (row, decay) => {
        const mass = row.map(([m]) => m);
        const distance = row.map(([, d]) => d);
        const share = tieShare(mass, distance, decay);
        const rescaled = tieShare(
          mass,
          distance.map((d) => 10 * d),
          decay,
        );
        expect(sum(share)).toBeCloseTo(1, 12);
        share.forEach((value, s) => {
          expect(rescaled[s]).toBeCloseTo(value, 12);
        });
      }),
    );
  });

  it('go to the nearer and the heavier region', () => {
    expect([...tieShare([1, 1, 2], [1, 2, 2], 1)]).toEqual([0.4, 0.2, 0.4]);
  });

  it('refuse a distance too few', () => {
    expect(() => tieShare([1, 2], [1], 2)).toThrow(RangeError);
  });
});

describe('Market access', () => {
  it('is the sum of masses over distance, with only the open part of each border', () => {
    // 4/2² + (1 − .25)·8/4².
    expect(marketAccess([4, 8], [2, 4], [0, 0.25], 2)).toBe(1 + 0.75 * 0.5);
  });

  it('rises when a border opens or a distance is cut', () => {
    fc.assert(
      fc.property(rowArbitrary, decayArbitrary, (row, decay) => {
        const mass = row.map(([m]) => m);
        const distance = row.map(([, d]) => d);
        const closed = row.map((_, s): number => (s === 0 ? 0 : 0.5));
        const opened = closed.with(1, 0.4);
        const before = marketAccess(mass, distance, closed, decay);
        expect(marketAccess(mass, distance, opened, decay)).toBeGreaterThan(before);
        expect(marketAccess(mass, distance.with(1, distance[1]! * 0.8), closed, decay)).toBeGreaterThan(before);
      }),
    );
  });

  it('refuses a barrier too few', () => {
    expect(() => marketAccess([1, 2], [1, 2], [0], 2)).toThrow(RangeError);
  });
});

describe('The internal distance', () => {
  it('is two thirds of the radius of a disc of the same area', () => {
    expect(internalDistance(Math.PI * 30 * 30)).toBeCloseTo(20, 12);
  });
});
