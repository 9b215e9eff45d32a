import { describe, expect, it } from 'vitest';
import { expectNear } from '../near.js';
import { barriers, compilePolicy, costs, distances, landCapacity, pushes, RIVALRY } from './tutorial-case.js';

const MERGER = { kind: 'merger', coverage: 1, transfer: 0 };
const LINK = { kind: 'infrastructure', links: [['East', 'West']] };

describe('What failing and acting apart come to can be set', () => {
  it('what a failed merger costs, a good one in its first year, and the border it opens', async () => {
    expectNear(pushes(await compilePolicy({ ...MERGER, failure: 1, failedPush: -0.04 }), [2030]), [-0.04]);
    const good = { ...MERGER, failure: 0, synergy: 0.06 };
    const dip = await compilePolicy({ ...good, firstYearDip: -0.03 });
    const smooth = await compilePolicy({ ...good, firstYearDip: 0 });
    expectNear(
      pushes(smooth, [2021]).map((push, k) => push - pushes(dip, [2021])[k]!),
      [0.03],
    );
    expect(pushes(smooth, [2030])).toEqual(pushes(dip, [2030]));
    expectNear(barriers(await compilePolicy({ ...good, borderOpened: 0.2 }), [2030]), [0.5 * 0.8]);
  });

  it('when and how fast a failed opening is taken back', async () => {
    const market = {
      kind: 'market',
      ramp: 0,
      delay: 0,
      failure: 1,
      opening: 0.4,
      reversalYear: 3,
      reversalHalfLife: 1,
    };
    expectNear(
      barriers(await compilePolicy(market), [2020, 2022, 2023, 2024]),
      [0.4, 0.4, 0.2, 0.1].map((opened) => 0.5 * (1 - opened)),
    );
  });

  it('what half a success of services and of talent leaves', async () => {
    const services = { kind: 'services', failure: 1, failedPart: 0.25 };
    expectNear(pushes(await compilePolicy(services), [2040]), [0.25 * 3 * 0.012]);
    const talent = { kind: 'talent', failure: 1, failedPart: 0.25, outlay: 0 };
    expectNear(pushes(await compilePolicy(talent), [2040]), [0.25 * 0.006]);
  });

  it('how fast knowledge decays', async () => {
    const talent = { kind: 'talent', failure: 0, graduates: 0, depreciation: 0.5 };
    expectNear(pushes(await compilePolicy(talent), [2040]), [0.08 * Math.log1p((1 / 3) * (1 - 0.5 ** 20))]);
  });

  it('what screening removes, and how much land a race gives away', async () => {
    const land = { kind: 'land', failure: 0, efficiency: 0, screened: 0.6 };
    expectNear(pushes(await compilePolicy(land), [2040]), [0.6 * 0.3 * RIVALRY]);
    const race = await compilePolicy({ kind: 'land', raceCapacity: 0.1 }, 'coordination: 0');
    expectNear(landCapacity(race, [2040]), [Math.exp(0.1)]);
  });

  it('what a line costs a km in any currency', async () => {
    const line = await compilePolicy({ ...LINK, costPerKm: 2, delay: 1 });
    expectNear(costs(line, [2020, 2021]), [200, 0]);
  });

  it('what links that each region builds on its own achieve and cost, and what is felt of one that few use', async () => {
    const spurs = { ...LINK, cost: 20, costFactor: 1, delay: 1, failure: 0, spurEffect: 0.25, spurCost: 1 };
    const apart = await compilePolicy(spurs, 'coordination: 0');
    expectNear(distances(apart, [2040]), [100 * (1 - 0.2 * 0.25)]);
    expectNear(costs(apart, [2020]), [40]);
    expectNear(distances(await compilePolicy({ ...LINK, failure: 1, shortfallEffect: 0.25 }), [2040]), [95]);
  });

  it('the distribution that costFactor advises for roads can be written', async () => {
    const road = await compilePolicy({ ...LINK, cost: 20, delay: 1, costFactor: 'lognormal(1.164, 0.246)' });
    expectNear(costs(road, [2020]), [20 * 1.164]);
  });
});
