import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftShare } from '../../engine/indicators/shift-share.js';
import { shiftShareEstebanMarquillas } from '../../engine/indicators/shift-share-esteban-marquillas.js';
import { sum } from '../../engine/statistics/sum.js';
import { outputArbitrary } from './arbitraries.js';
import { FARHAUER_KROELL } from './published.js';

const { nation, regions } = FARHAUER_KROELL;

/** A region within a reference that is the sum of it and another, in two years. */
const changeArbitrary = fc
  .array(fc.tuple(outputArbitrary, outputArbitrary, outputArbitrary, outputArbitrary), { minLength: 1, maxLength: 8 })
  .map((rows) => ({
    from: rows.map(([from]) => from),
    to: rows.map(([, to]) => to),
    referenceFrom: rows.map(([from, , other]) => from + other),
    referenceTo: rows.map(([, to, , other]) => to + other),
  }))
  .filter(({ referenceFrom }) => sum(referenceFrom) > 0);

/** Sums add up to 12 digits of the largest thing that was added. */
function expectSum(parts: readonly number[], whole: number): void {
  const size = Math.max(Math.abs(whole), ...parts.map(Math.abs));
  expect(Math.abs(sum(parts) - whole)).toBeLessThanOrEqual(1e-12 * size);
}

describe('Shift-share', () => {
  for (const { name, from, to, ...published } of regions) {
    it(`splits the growth of region ${name} of Farhauer & Kröll 2013 as published`, () => {
      const split = shiftShare(from, to, nation.from, nation.to)!;
      const rounded = Object.fromEntries(Object.entries(split).map(([part, value]) => [part, Math.round(value) + 0]));
      expect(rounded).toEqual(published);
    });
  }

  it('has parts that sum to the growth', () => {
    fc.assert(
      fc.property(changeArbitrary, ({ from, to, referenceFrom, referenceTo }) => {
        const { growth, national, mix, regional } = shiftShare(from, to, referenceFrom, referenceTo)!;
        expect(growth).toBe(sum(to) - sum(from));
        expectSum([national, mix, regional, sum(from)], sum(to));
      }),
    );
  });

  it('gives regional effects that cancel over all regions of the reference', () => {
    const effects = regions.map(({ from, to }) => shiftShare(from, to, nation.from, nation.to)!.regional);
    expect(sum(effects)).toBeCloseTo(0, 10);
  });

  it('finds neither mix nor regional effect in the reference itself', () => {
    const split = shiftShare(nation.from, nation.to, nation.from, nation.to)!;
    expect(split.growth).toBe(165);
    expect(split.national).toBeCloseTo(165, 10);
    expect(split.mix).toBeCloseTo(0, 10);
    expect(split.regional).toBeCloseTo(0, 10);
  });

  it('counts a new industry whole in the regional effect', () => {
    const split = shiftShare([100, 0], [100, 30], [200, 100], [200, 130])!;
    expect(split.regional).toBeCloseTo(30, 12);
    expect(shiftShare([100, 0], [100, 30], [200, 0], [200, 30])!.regional).toBeCloseTo(30, 12);
  });

  it('does not exist without output in the reference and refuses different classifications', () => {
    expect(shiftShare([0], [1], [0], [1])).toBeNull();
    expect(() => shiftShare([1, 2], [1, 2], [1, 2], [1])).toThrow(RangeError);
    expect(() => shiftShare([1, 2], [1], [1, 2], [1, 2])).toThrow(RangeError);
  });
});

describe('Shift-share after Esteban-Marquillas', () => {
  it('has parts that sum to the growth and splits the regional effect only', () => {
    fc.assert(
      fc.property(changeArbitrary, ({ from, to, referenceFrom, referenceTo }) => {
        const dunn = shiftShare(from, to, referenceFrom, referenceTo)!;
        const split = shiftShareEstebanMarquillas(from, to, referenceFrom, referenceTo)!;
        const { growth, national, mix, competitive, allocation } = split;
        expect([growth, national, mix]).toEqual([dunn.growth, dunn.national, dunn.mix]);
        expectSum([competitive, allocation], dunn.regional);
        expectSum([national, mix, competitive, allocation, sum(from)], sum(to));
      }),
    );
  });

  it('finds no allocation effect in a region with the structure of the reference', () => {
    const split = shiftShareEstebanMarquillas([40, 15, 15, 40], [60, 20, 10, 50], nation.from, nation.to)!;
    expect(split.allocation).toBeCloseTo(0, 12);
  });

  it('is positive in allocation where a region is specialised in what it does better', () => {
    // Homothetic output 50 and 50; leads of .5 and 0: competitive 25, specialisation 30 · .5 = 15.
    const split = shiftShareEstebanMarquillas([80, 20], [120, 20], [100, 100], [100, 100])!;
    expect(split.competitive).toBeCloseTo(25, 12);
    expect(split.allocation).toBeCloseTo(15, 12);
  });

  it('counts a new industry as competitive', () => {
    const split = shiftShareEstebanMarquillas([100, 0], [100, 30], [200, 100], [200, 100])!;
    expect(split.competitive).toBeCloseTo(30, 12);
    expect(split.allocation).toBeCloseTo(0, 12);
  });

  it('does not exist without output in the reference and refuses different classifications', () => {
    expect(shiftShareEstebanMarquillas([0], [1], [0], [1])).toBeNull();
    expect(() => shiftShareEstebanMarquillas([1, 2], [1], [1, 2], [1, 2])).toThrow(RangeError);
  });
});
