import { describe, expect, it } from 'vitest';
import { inheritedLead, observedGrowth, shrunkGrowth } from '../../engine/plan/trend.js';

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
