import { describe, expect, it } from 'vitest';
import { expectNear } from '../near.js';
import { CARS, cellLever, compilePolicy, costs, EAST, FOOD, grown, pushes, WEST } from './tutorial-case.js';

/** Three points of .012 each; with one chance in five only half of it. */
const GAIN = 3 * 0.012 * (0.8 + 0.2 * 0.5);

describe('Producer services', () => {
  it('push every industry over six years after two, and share as much with the neighbours', async () => {
    const services = await compilePolicy({ kind: 'services' });
    expectNear(pushes(services, [2020, 2022, 2023, 2025, 2028, 2040]), [0, 0, GAIN / 6, GAIN / 2, GAIN, GAIN]);
    expectNear([cellLever(services, 'spill', 2025, WEST, FOOD)], [GAIN / 2]);
  });

  it('help an industry by how much it uses them', async () => {
    const services = await compilePolicy({ kind: 'services', serviceIntensity: { Cars: 1.5 } });
    expectNear(pushes(services, [2030], EAST, CARS), [1.5 * GAIN]);
    expectNear(pushes(services, [2030], EAST, FOOD), [GAIN]);
  });

  it('do more with more points, at more intensity and with less risk', async () => {
    expectNear(pushes(await compilePolicy({ kind: 'services', points: 6 }), [2030]), [2 * GAIN]);
    expectNear(pushes(await compilePolicy({ kind: 'services', intensity: 0.25 }), [2030]), [GAIN / 4]);
    expectNear(pushes(await compilePolicy({ kind: 'services', failure: 0 }), [2030]), [0.036]);
    expectNear(pushes(await compilePolicy({ kind: 'services', failure: 1 }), [2030]), [0.018]);
  });

  it('are gone after their end, or half of them with each half-life', async () => {
    const ending = { kind: 'services', end: 2030 };
    expectNear(pushes(await compilePolicy(ending), [2030, 2031]), [GAIN, 0]);
    expectNear(pushes(await compilePolicy({ ...ending, halfLife: 3 }), [2030, 2033, 2036]), [GAIN, GAIN / 2, GAIN / 4]);
  });

  it('cost two percent of value added for each point, spread over the ramp', async () => {
    const services = await compilePolicy({ kind: 'services', regions: 'East' });
    const yearly = (year: number): number => ((0.02 * 3) / 6) * 100 * grown(year);
    expectNear(costs(services, [2020, 2025, 2026]), [yearly(2020), yearly(2025), 0]);
    expectNear(costs(await compilePolicy({ kind: 'services', cost: 12, ramp: 3 }), [2020, 2022, 2023]), [4, 4, 0]);
  });

  it('stay at home where the regions act apart', async () => {
    const apart = await compilePolicy({ kind: 'services' }, 'coordination: { West: 0.25 }');
    // East is coordinated; both waste: .3 · (1 − .25) of the overlap .4.
    const kept = GAIN * (1 - 0.3 * 0.75 * 0.4);
    expectNear([cellLever(apart, 'push', 2030, EAST, CARS), cellLever(apart, 'push', 2030, WEST, CARS)], [kept, kept]);
    expectNear([cellLever(apart, 'spill', 2030, EAST, CARS)], [GAIN]);
    expectNear([cellLever(apart, 'spill', 2030, WEST, CARS)], [GAIN / 4]);
  });

  it('leave no trace of coordination where sharing, waste and drift are at nothing', async () => {
    const off = 'parameters: { sharing: 0, duplicationWaste: 0, barrierDrift: 0 }';
    const together = await compilePolicy({ kind: 'services' }, off);
    const apart = await compilePolicy({ kind: 'services' }, `${off}\ncoordination: 0`);
    expect(apart.plan.levers).toEqual(together.plan.levers);
    expect(apart.plan.cost).toEqual(together.plan.cost);
  });
});
