import { describe, expect, it } from 'vitest';
import { fadingGrowth, inheritedLead, observedGrowth, shrunkGrowth, startingGrowth } from '../../engine/plan/trend.js';

const cells = (...output: number[]) => ({ output: Float64Array.from(output), higherLevel: null });

describe('What the observed window becomes', () => {
  // Two regions × two industries over two years: industry totals go 200 → 400 and 200 → 200.
  const growth = observedGrowth(cells(100, 100, 100, 100), cells(300, 100, 100, 100), 2, 2);

  it('is, without shrinkage of the trend, observed growth to the last bit', () => {
    expect([...shrunkGrowth(growth, 1)]).toEqual([...growth.industry]);
  });

  it('is, with all of it shrunk away, the growth of all industries together', () => {
    const overall = Math.log(600 / 400) / 2;
    expect(growth.overall).toBeCloseTo(overall, 14);
    for (const g of shrunkGrowth(growth, 0)) expect(g).toBeCloseTo(overall, 14);
  });

  it('keeps an industry without growth rate without one', () => {
    expect(shrunkGrowth({ industry: new Float64Array([Number.NaN]), overall: 0.05 }, 0.5)[0]).toBeNaN();
  });

  it('gives every industry of a region the same further lead', () => {
    const output = Float64Array.from([300, 100, 100, 100]);
    const d = growth.differential;
    const alone = inheritedLead(d, output, 2, { shrinkage: 0.25, regionalShrinkage: 0 });
    const both = inheritedLead(d, output, 2, { shrinkage: 0.25, regionalShrinkage: 0.5 });
    const common = (300 * d[0]! + 100 * d[1]!) / 400;
    expect([...alone]).toEqual(Array.from(d, (each) => 0.25 * each));
    expect(both[0]! - alone[0]!).toBeCloseTo(0.5 * common, 14);
    expect(both[1]! - alone[1]!).toBeCloseTo(0.5 * common, 14);
  });
});

describe('A trend', () => {
  it('starts at observed growth less the deflator, but at no boom and no collapse', () => {
    expect(startingGrowth(0.09, 0.03, 0.05, -0.05)).toBeCloseTo(0.09 - Math.log(1.03), 15);
    expect(startingGrowth(0.4, 0.03, 0.05, -0.05)).toBe(0.1);
    expect(startingGrowth(-0.25, 0, 0.05, -0.05)).toBe(-0.05);
    expect(startingGrowth(-0.25, 0, 0.05, -0.3)).toBe(-0.25);
  });

  it('is the long-run rate from the start where nothing was observed', () => {
    expect(startingGrowth(Number.NaN, 0.03, 0.05, -0.05)).toBe(0.05);
  });

  it('loses half of its distance to the long-run rate in each half-life', () => {
    const years = [0, 3, 6, 9].map((t) => fadingGrowth(0.09, 0.05, 3, t));
    [0.09, 0.07, 0.06, 0.055].forEach((expected, k) => {
      expect(years[k]).toBeCloseTo(expected, 15);
    });
  });

  it('counts an industry that is absent at either end as not observed, and a cell that is as without a lead', () => {
    const growth = observedGrowth(cells(100, 0, 50, 20), cells(200, 30, 50, 0), 1, 2);
    expect(growth.industry[0]).toBeCloseTo(Math.log(250 / 150), 15);
    expect(growth.industry[1]).toBeCloseTo(Math.log(30 / 20), 15);
    expect(growth.differential[0]).toBeCloseTo(Math.log(2) - Math.log(250 / 150), 15);
    expect([growth.differential[1], growth.differential[3]]).toEqual([0, 0]);
    expect(observedGrowth(cells(1, 0), cells(1, 5), 1, 2).industry[1]).toBeNaN();
  });
});
