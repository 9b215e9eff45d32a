import { describe, expect, it } from 'vitest';
import { expectNear } from '../near.js';
import { CARS, compilePolicy, costs, EAST, FOOD, grown, landCapacity, pushes, RIVALRY } from './tutorial-case.js';

/** Efficiency, and three tenths of what rivalry costs, ψ = .3, if screening is carried out. */
const GAIN = 0.02 + 0.75 * 0.3 * 0.3 * RIVALRY;

describe('Land policy', () => {
  it('pushes by efficiency and by what screening spares of rivalry, over three years from its start', async () => {
    const land = await compilePolicy({ kind: 'land' });
    expectNear(pushes(land, [2020, 2021, 2022, 2023, 2040]), [0, GAIN / 3, (GAIN * 2) / 3, GAIN, GAIN]);
    expectNear(landCapacity(land, [2020, 2023]), [1, 1]);
  });

  it('moves land capacity by as many log points as it says', async () => {
    const land = await compilePolicy({ kind: 'land', capacity: -0.03, start: 2021, end: 2030, halfLife: 2 });
    expectNear(landCapacity(land, [2021, 2022, 2024, 2030, 2032]), [
      1,
      Math.exp(-0.01),
      Math.exp(-0.03),
      Math.exp(-0.03),
      Math.exp(-0.015),
    ]);
  });

  it('does more at more intensity, and screens nothing where it fails', async () => {
    expectNear(pushes(await compilePolicy({ kind: 'land', intensity: 0.5 }), [2030]), [GAIN / 2]);
    expectNear(pushes(await compilePolicy({ kind: 'land', failure: 1 }), [2030]), [0.02]);
    expectNear(pushes(await compilePolicy({ kind: 'land', failure: 0 }, 'parameters: { rivalry: 0 }'), [2030]), [0.02]);
  });

  it('costs a five-hundredth of value added a year while it is put in place', async () => {
    const land = await compilePolicy({ kind: 'land' });
    const yearly = (year: number): number => 0.002 * 200 * grown(year);
    expectNear(costs(land, [2020, 2022, 2023]), [yearly(2020), yearly(2022), 0]);
    expectNear(costs(await compilePolicy({ kind: 'land', cost: 6, intensity: 0.5 }), [2020, 2021]), [1, 1]);
    expectNear(costs(await compilePolicy({ kind: 'land', ramp: 0 }), [2020, 2021]), [0.4, 0]);
  });

  it('becomes a race where the regions act apart: a twentieth more land and no screening, but land is used as well', async () => {
    const apart = await compilePolicy({ kind: 'land' }, 'coordination: 0\nparameters: { contest: 0.1 }');
    // Neither waste nor contest touches what needs no neighbour.
    expectNear(pushes(apart, [2030]), [0.02]);
    expectNear(landCapacity(apart, [2030]), [Math.exp(0.05)]);
    const half = await compilePolicy({ kind: 'land' }, 'coordination: 0.5\nparameters: { duplicationWaste: 0 }');
    expectNear(pushes(half, [2030]), [0.02 + (GAIN - 0.02) / 2]);
    expectNear(landCapacity(half, [2030]), [Math.exp(0.025)]);
  });

  it('leaves no trace of coordination where the race, waste and drift are at nothing', async () => {
    const off = 'parameters: { landRace: 0, duplicationWaste: 0, barrierDrift: 0 }';
    const together = await compilePolicy({ kind: 'land' }, off);
    const apart = await compilePolicy({ kind: 'land' }, `${off}\ncoordination: 0`);
    expect(apart.plan.levers).toEqual(together.plan.levers);
    expect(apart.plan.cost).toEqual(together.plan.cost);
  });

  it('holds industries back that use much of an account: no efficiency and a small loss, together or apart', async () => {
    // Energy per output: cars .5, food .1, all of it .3 on average.
    const screened = GAIN - 0.02;
    const held = await compilePolicy({ kind: 'land', holdBack: { account: 'energy', above: 1.5 } });
    expectNear(pushes(held, [2030], EAST, CARS), [-0.01 + screened]);
    expectNear(pushes(held, [2030], EAST, FOOD), [GAIN]);
    const apart = await compilePolicy(
      { kind: 'land', holdBack: { account: 'energy', above: 1.5 }, holdBackPush: -0.02 },
      'coordination: 0\nparameters: { contest: 0.1 }',
    );
    expectNear(pushes(apart, [2030], EAST, CARS), [-0.02]);
    expectNear(pushes(apart, [2030], EAST, FOOD), [0.02]);
    const none = await compilePolicy({ kind: 'land', holdBack: { account: 'energy', above: 2 } });
    expect(none.plan.levers).toEqual((await compilePolicy({ kind: 'land' })).plan.levers);
  });

  it('refuses to hold back by an account that the case does not have, or nothing at all', async () => {
    await expect(compilePolicy({ kind: 'land', holdBack: { account: 'energie', above: 2 } })).rejects.toThrow(
      'unknown account "energie"',
    );
    await expect(compilePolicy({ kind: 'land', holdBackPush: -0.02 })).rejects.toThrow('holdBackPush without holdBack');
  });
});
