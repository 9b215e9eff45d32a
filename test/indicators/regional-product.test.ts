import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonProductGrowth, regionalProduct, regionalProducts } from '../../engine/indicators/regional-product.js';

const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('The regional product', () => {
  it('grows by √(4·1) where a region quadruples, the whole stands still and half passes through', () => {
    expect(regionalProduct(100, 4, commonProductGrowth(1, 0.5), 0.5)).toBe(200);
  });

  it('follows the region alone with all passing through, the whole alone with nothing', () =>
    fc.assert(
      fc.property(factor, factor, (own, all) => {
        expect(regionalProduct(1, own, commonProductGrowth(all, 1), 1)).toBe(own);
        expect(regionalProduct(1, own, commonProductGrowth(all, 0), 0)).toBe(all);
      }),
    ));

  it('satisfies ln(P/P₀) = ν·ln(Q_r/Q_r0) + (1−ν)·ln(Q/Q₀)', () =>
    fc.assert(
      fc.property(factor, factor, part, (own, all, passThrough) => {
        const growth = Math.log(regionalProduct(1, own, commonProductGrowth(all, passThrough), passThrough));
        expect(growth).toBeCloseTo(passThrough * Math.log(own) + (1 - passThrough) * Math.log(all), 12);
      }),
    ));

  it('of regions that grow alike grows as they do, whatever passes through', () =>
    fc.assert(
      fc.property(factor, part, (growth, passThrough) => {
        const products = regionalProducts([100, 7], [3, 5], [3 * growth, 5 * growth], passThrough);
        expect(products[0]! / (100 * growth)).toBeCloseTo(1, 12);
        expect(products[1]! / (7 * growth)).toBeCloseTo(1, 12);
      }),
    ));
});
