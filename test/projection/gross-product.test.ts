import { describe, expect, it } from 'vitest';
import { measure } from '../../engine/projection/measure.js';
import { project } from '../../engine/projection/project.js';
import { compileSmall } from '../small-case.js';

/** Base-year ties of a pair, those of the last year, and how output of both and of all has grown. */
async function tieAndGrowth(passThrough: number) {
  const { plan } = await compileSmall(`parameters: { outputPassThrough: ${passThrough} }`, 2020);
  const projection = project(plan);
  const { tie } = measure(projection);
  const [R, I, last] = [plan.regions.length, plan.industries.length, plan.years.length - 1];
  const regional = (y: number, r: number): number => {
    let sum = 0;
    for (let i = 0; i < I; i++) sum += projection.output[(y * R + r) * I + i]!;
    return sum;
  };
  const whole = (y: number): number => plan.regions.reduce((sum, _, r) => sum + regional(y, r), 0);
  return {
    tieGrowth: tie!.at(last * R * R + 1)! / tie!.at(1)!,
    own: [0, 1].map((r) => regional(last, r) / regional(0, r)) as [number, number],
    all: whole(last) / whole(0),
  };
}

describe('Regional product', () => {
  it('grows by the part ν with the industry of its own region and by the rest with all industry: ln P = ν·ln Q_r + (1−ν)·ln Q', async () => {
    for (const passThrough of [0, 0.3, 0.5, 0.8, 1]) {
      const { tieGrowth, own, all } = await tieAndGrowth(passThrough);
      const product = own.map((growth) => growth ** passThrough * all ** (1 - passThrough)) as [number, number];
      // A tie is √(P_r G_r)·√(P_s G_s)/D², and neither population nor distance moves here.
      expect(tieGrowth).toBeCloseTo(Math.sqrt(product[0] * product[1]), 10);
    }
  });

  it('differs with ν where regions grow apart', async () => {
    const [none, whole] = [await tieAndGrowth(0), await tieAndGrowth(1)];
    expect(Math.abs(none.tieGrowth - whole.tieGrowth)).toBeGreaterThan(0.01);
  });
});
