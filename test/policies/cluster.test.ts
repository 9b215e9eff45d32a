import { describe, expect, it } from 'vitest';
import { expectNear } from '../near.js';
import { CARS, compilePolicy, costs, EAST, FOOD, grown, pushes, START, WEST } from './tutorial-case.js';

/** Push .02 and α·(m − 1) = .04 · .5, both .6 on expectation. */
const PUSH = 0.6 * 0.02;
const ADVANTAGE = 0.6 * 0.04 * 0.5;
/** φ of the location quotients 1.6 and .4. */
const STRONG = (2 * 0.6) / 2.6;
const WEAK = (2 * -0.6) / 1.4;
const APART = 'coordination: 0\nparameters: { barrierDrift: 0 }';

describe('A cluster', () => {
  it('spends a region’s whole budget where the region leads, when regions act together', async () => {
    const cluster = await compilePolicy({ kind: 'cluster' });
    // The budget is the size of all targets, 1; cars are .8 of the East, so spending there is 1/.8 of its size.
    const leading = PUSH / 0.8 + ADVANTAGE * STRONG;
    expectNear(pushes(cluster, [2030], EAST, CARS), [leading]);
    expectNear(pushes(cluster, [2030], EAST, FOOD), [0]);
    expectNear(pushes(cluster, [2030], WEST, CARS), [0]);
    expectNear(pushes(cluster, [2030], WEST, FOOD), [leading]);
  });

  it('spends it alike everywhere when they act apart, so that much of it goes where there is no advantage, and is wasted', async () => {
    const cluster = await compilePolicy({ kind: 'cluster' }, APART);
    const kept = 1 - 0.3 * 0.4;
    expectNear(pushes(cluster, [2030], EAST, CARS), [(PUSH * (0.5 / 0.8) + ADVANTAGE * STRONG) * kept]);
    expectNear(pushes(cluster, [2030], EAST, FOOD), [(PUSH * (0.5 / 0.2) + ADVANTAGE * WEAK) * kept]);
  });

  it('spends the same either way', async () => {
    const keys = 'parameters: { localisation: 0, duplicationWaste: 0 }';
    const together = await compilePolicy({ kind: 'cluster', regions: ['East', 'West'] }, keys);
    const apart = await compilePolicy({ kind: 'cluster' }, `coordination: 0.3\n${keys}`);
    for (const region of [EAST, WEST]) {
      const shares = region === EAST ? [0.8, 0.2] : [0.2, 0.8];
      for (const plan of [together, apart]) {
        const spent = shares.map((x, i) => x * pushes(plan, [2030], region, i)[0]!);
        expectNear([spent[0]! + spent[1]!], [PUSH]);
      }
    }
  });

  it('spreads evenly over its targets in a region that leads in none of them', async () => {
    const cluster = await compilePolicy({ kind: 'cluster', industries: 'Cars' });
    expectNear(pushes(cluster, [2030], WEST, CARS), [PUSH + ADVANTAGE * WEAK]);
  });

  it('loses where there is no advantage to build on', async () => {
    const cluster = await compilePolicy({ kind: 'cluster', regions: 'East', industries: 'Food', push: 0 });
    expectNear(pushes(cluster, [2030], EAST, FOOD), [ADVANTAGE * WEAK]);
    expect(WEAK).toBeLessThan(0);
  });

  it('acts after two years, in full after six, and loses half of it every five years after its end', async () => {
    const cluster = await compilePolicy({ kind: 'cluster', start: 2021, end: 2030 });
    const full = PUSH / 0.8 + ADVANTAGE * STRONG;
    expectNear(pushes(cluster, [2020, 2023, 2024, 2026, 2027, 2030, 2035, 2040]), [
      0,
      0,
      full / 4,
      (full * 3) / 4,
      full,
      full,
      full / 2,
      full / 4,
    ]);
  });

  it('does more at more intensity, and as intensity does, year by year', async () => {
    const half = await compilePolicy({ kind: 'cluster', intensity: 0.5 });
    const whole = await compilePolicy({ kind: 'cluster' });
    expectNear(
      pushes(half, [2023, 2030]),
      pushes(whole, [2023, 2030]).map((push) => push / 2),
    );
    const fading = await compilePolicy({ kind: 'cluster', intensity: '1 - (year - 2020) / 40' });
    expectNear(
      pushes(fading, [2030]),
      pushes(whole, [2030]).map((push) => push * 0.75),
    );
  });

  it('costs half a percent of the targeted value added in every year to its end', async () => {
    const all = await compilePolicy({ kind: 'cluster', start: 2021, end: 2023 });
    const yearly = (year: number): number => 0.005 * 0.5 * 200 * grown(year);
    expectNear(costs(all, [2020, 2021, 2023, 2024]), [0, yearly(2021), yearly(2023), 0]);
    const cars = await compilePolicy({ kind: 'cluster', industries: 'Cars', regions: 'West', yearlyCost: '1%' });
    expectNear(costs(cars, [START]), [0.01 * 0.5 * 20]);
    const given = await compilePolicy({ kind: 'cluster', cost: 3, end: 2021, intensity: 0.5 });
    expectNear(costs(given, [2020, 2021, 2022]), [1.5, 1.5, 0]);
  });

  it('leaves no trace of coordination where targeting, waste and drift are at nothing', async () => {
    const off = 'parameters: { targeting: 0, duplicationWaste: 0, barrierDrift: 0 }';
    const together = await compilePolicy({ kind: 'cluster' }, off);
    const apart = await compilePolicy({ kind: 'cluster' }, `${off}\ncoordination: 0`);
    expect(apart.plan.levers).toEqual(together.plan.levers);
    expect(apart.plan.cost).toEqual(together.plan.cost);
  });
});
