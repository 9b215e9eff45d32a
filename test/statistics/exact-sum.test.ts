import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addExactly,
  addSquareExactly,
  emptySum,
  mergeSum,
  sumOver,
  varianceOf,
} from '../../engine/statistics/exact-sum.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const tame = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e140, max: 1e140 });

function sumOf(values: readonly number[]) {
  const sum = emptySum();
  for (const value of values) addExactly(sum, value);
  return sum;
}

/** A number as a whole multiple of 2⁻¹⁰⁷⁴. */
function whole(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const mantissa = (bits & (2n ** 52n - 1n)) | (exponent === 0n ? 0n : 2n ** 52n);
  return (bits >> 63n === 1n ? -mantissa : mantissa) << (exponent === 0n ? 0n : exponent - 1n);
}

describe('An exact sum', () => {
  it('gives back a single number, whatever it is', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(sumOver(sumOf([x]), 1)).toBe(x + 0);
      }),
      { numRuns: 500 },
    );
    for (const x of [Number.MIN_VALUE, -5e-324, 2.2e-308, Number.MAX_VALUE, -Number.MAX_VALUE]) {
      expect(sumOver(sumOf([x]), 1)).toBe(x);
    }
  });

  it('is that of whole arithmetic', () => {
    fc.assert(
      fc.property(fc.array(tame, { maxLength: 20 }), (values) => {
        const exact = values.reduce((sum, x) => sum + whole(x), 0n);
        const rest = sumOf([...values, -sumOver(sumOf(values), 1)]);
        const rounded = sumOver(sumOf(values), 1);
        // What rounding leaves is at most half of the last place.
        const gap = exact - whole(rounded);
        expect(whole(sumOver(rest, 1)) === gap || Math.abs(sumOver(rest, 1)) <= Math.abs(rounded) * 2 ** -53).toBe(
          true,
        );
      }),
    );
  });

  it('does not depend on order or on how it was divided', () => {
    fc.assert(
      fc.property(fc.array(tame, { minLength: 1 }), fc.nat(), (values, cut) => {
        const at = cut % values.length;
        const merged = sumOf(values.slice(at));
        mergeSum(merged, sumOf(values.slice(0, at).reverse()));
        expect(sumOver(merged, values.length)).toBe(sumOver(sumOf(values), values.length));
      }),
    );
  });

  it('finds the last place where naive addition loses it', () => {
    expect(sumOver(sumOf([1, 1e16, 1, -1e16]), 1)).toBe(2);
    expect(sumOver(sumOf(new Array(10).fill(0.1)), 10)).toBe(0.1);
    // Halves of the smallest numbers round to even.
    expect(sumOver(sumOf([Number.MIN_VALUE]), 2)).toBe(0);
    expect(sumOver(sumOf([3 * Number.MIN_VALUE]), 2)).toBe(2 * Number.MIN_VALUE);
  });

  it('stays exact over more additions than a limb has room for after merging many times', () => {
    const total = sumOf([0.7]);
    for (let k = 0; k < 60; k++) mergeSum(total, total);
    expect(sumOver(total, 2 ** 52)).toBe(0.7 * 2 ** 8);
  });
});

describe('The variance from exact sums', () => {
  const variance = (values: readonly number[]) => {
    const squares = emptySum();
    for (const x of values) addSquareExactly(squares, x);
    return varianceOf(values.length, sumOf(values), squares);
  };

  it('is exact where the mean is huge beside it', () => {
    expect(variance([1e15, 1e15 + 1, 1e15 + 2])).toBe(1);
    expect(variance([1 + 2 ** -52, 1])).toBe(2 ** -105);
  });

  it('is 0 of equal numbers', () => {
    fc.assert(
      fc.property(
        tame.filter((x) => Math.abs(x) > 1e-140),
        fc.integer({ min: 2, max: 30 }),
        (x, n) => {
          expect(variance(new Array(n).fill(x))).toBe(0);
        },
      ),
    );
  });

  it('is that of the two-pass formula', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), (values) => {
        const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
        const expected = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
        expect(variance(values)).toBeCloseTo(expected, 6);
      }),
    );
  });
});
