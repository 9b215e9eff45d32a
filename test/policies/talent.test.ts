import { describe, expect, it } from 'vitest';
import { expectNear } from '../near.js';
import { CARS, cellLever, compilePolicy, costs, EAST, FOOD, grown, pushes, WEST } from './tutorial-case.js';

/**
 * Push at full strength after some years of outlay: the stock of knowledge that .3 % a year on top of .9 % have built while 15 % of it
 * decay, and one point of graduates; with one chance in five only half.
 */
function gain(years: number): number {
  return 0.9 * (0.08 * Math.log(1 + (0.003 / 0.009) * (1 - 0.85 ** years)) + 0.006);
}

describe('Innovation and talent', () => {
  it('push over five years after two, while knowledge builds up from the start', async () => {
    const talent = await compilePolicy({ kind: 'talent' });
    expectNear(pushes(talent, [2020, 2022, 2023, 2026, 2027, 2030]), [
      0,
      0,
      gain(3) / 5,
      (gain(6) * 4) / 5,
      gain(7),
      gain(10),
    ]);
    expectNear([cellLever(talent, 'spill', 2030, WEST, FOOD)], [gain(10)]);
  });

  it('fade after the end as a stock does that loses 15 % a year', async () => {
    const talent = await compilePolicy({ kind: 'talent', end: 2030 });
    expectNear(pushes(talent, [2030, 2031, 2039]), [
      gain(10),
      gain(10) * 0.5 ** (1 / 4.3),
      gain(10) * 0.5 ** (9 / 4.3),
    ]);
    expect(0.5 ** (1 / 4.3)).toBeCloseTo(0.85, 2);
  });

  it('do more with more outlay, more graduates and at more intensity', async () => {
    const certain = { kind: 'talent', failure: 0, ramp: 0, delay: 0 };
    expectNear(pushes(await compilePolicy({ ...certain, outlay: 0 }), [2030]), [0.006]);
    expectNear(pushes(await compilePolicy({ ...certain, outlay: 0, graduates: 2 }), [2030]), [0.012]);
    expectNear(pushes(await compilePolicy({ ...certain, outlay: 0.009, graduates: 0 }), [2022]), [
      0.08 * Math.log(2 - 0.85 ** 2),
    ]);
    expectNear(pushes(await compilePolicy({ kind: 'talent', intensity: 0.5 }), [2030]), [gain(10) / 2]);
  });

  it('cost the outlay every year, and three thousandths of value added for a point of graduates over the ramp', async () => {
    const talent = await compilePolicy({ kind: 'talent', end: 2029 });
    const rate = (year: number): number => 200 * grown(year) * (0.003 + (year < 2025 ? 0.003 / 5 : 0));
    expectNear(costs(talent, [2020, 2024, 2025, 2029, 2030]), [rate(2020), rate(2024), rate(2025), rate(2029), 0]);
    expectNear(costs(await compilePolicy({ kind: 'talent', cost: 4, end: 2021 }), [2020, 2021, 2022]), [4, 4, 0]);
  });

  it('stay at home and are poached from the neighbour where the regions act apart', async () => {
    const keys = 'coordination: 0\nparameters: { duplicationWaste: 0 }';
    const apart = await compilePolicy({ kind: 'talent', regions: 'East' }, keys);
    expectNear(pushes(apart, [2030], EAST, CARS), [gain(10)]);
    expectNear([cellLever(apart, 'spill', 2030, EAST, CARS)], [0]);
    // Half of it, by the West's part in the East's ties, ω = 1/6.
    expectNear(pushes(apart, [2030], WEST, CARS), [(-0.5 * gain(10)) / 6]);
    const together = await compilePolicy({ kind: 'talent', regions: 'East' }, 'coordination: 1');
    expectNear(pushes(together, [2030], WEST, CARS), [0]);
  });

  it('leave no trace of coordination where sharing, poaching, waste and drift are at nothing', async () => {
    const off = 'parameters: { sharing: 0, poaching: 0, duplicationWaste: 0, barrierDrift: 0 }';
    const together = await compilePolicy({ kind: 'talent' }, off);
    const apart = await compilePolicy({ kind: 'talent' }, `${off}\ncoordination: 0`);
    expect(apart.plan.levers).toEqual(together.plan.levers);
    expect(apart.plan.cost).toEqual(together.plan.cost);
  });
});
