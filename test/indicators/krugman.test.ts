import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerKreinin } from '../../engine/indicators/finger-kreinin.js';
import { krugman } from '../../engine/indicators/krugman.js';
import { sum } from '../../engine/statistics/sum.js';
import { pairArbitrary, scaleArbitrary } from './arbitraries.js';
import { FIVE_BY_FIVE, FIVE_BY_FIVE_TOTAL } from './published.js';

describe("Krugman's index", () => {
  it('is 1.6, 1.0, 0.6, 0.7, 1.1 for the regions of the five-by-five table against all', () => {
    [1.6, 1.0, 0.6, 0.7, 1.1].forEach((expected, r) => {
      expect(krugman(FIVE_BY_FIVE[r]!, FIVE_BY_FIVE_TOTAL)).toBeCloseTo(expected, 12);
    });
  });

  it('lies between 0 and 2, is symmetric, and does not depend on size', () => {
    fc.assert(
      fc.property(pairArbitrary, scaleArbitrary, ([a, b], scale) => {
        const value = krugman(a, b)!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(2 + 1e-12);
        expect(krugman(b, a)).toBe(value);
        expect(
          krugman(
            a.map((q) => q * scale),
            b,
          ),
        ).toBeCloseTo(value, 10);
        expect(krugman(a, a)).toBe(0);
      }),
    );
  });

  it('never rises when industries are merged', () => {
    fc.assert(
      fc.property(pairArbitrary, ([a, b]) => {
        fc.pre(a.length > 1);
        const merge = ([first, second, ...rest]: number[]) => [first! + second!, ...rest];
        expect(krugman(merge(a), merge(b))!).toBeLessThanOrEqual(krugman(a, b)! + 1e-12);
      }),
    );
  });

  it('does not exist for a region without output and refuses different classifications', () => {
    expect(krugman([1, 2], [0, 0])).toBeNull();
    expect(() => krugman([1], [1, 2])).toThrow(RangeError);
  });
});

describe('The Finger–Kreinin index', () => {
  it('is 1 − K/2, which is the part of output the structures share', () => {
    fc.assert(
      fc.property(pairArbitrary, ([a, b]) => {
        const [sumA, sumB] = [sum(a), sum(b)];
        const shared = a.reduce((all, q, i) => all + Math.min(q / sumA, b[i]! / sumB), 0);
        expect(fingerKreinin(a, b)).toBeCloseTo(1 - krugman(a, b)! / 2, 12);
        expect(fingerKreinin(a, b)).toBeCloseTo(shared, 12);
      }),
    );
  });

  it('does not exist for a region without output and refuses different classifications', () => {
    expect(fingerKreinin([0], [1])).toBeNull();
    expect(() => fingerKreinin([1], [1, 2])).toThrow(RangeError);
  });
});
