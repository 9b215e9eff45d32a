import { describe, expect, it } from 'vitest';
import { expectNear } from '../near.js';
import { compileSmall } from '../small-case.js';
import { compilePolicy, costs, distances, pushes } from './tutorial-case.js';

const LINK = { kind: 'infrastructure', links: [['East', 'West']] };

describe('Infrastructure', () => {
  it('is built for four years and felt over two: a fifth off the way, less a fifth of that where demand may fall short', async () => {
    const link = await compilePolicy(LINK);
    expectNear(distances(link, [2020, 2024, 2025, 2026, 2040]), [100, 100, 92, 84, 84]);
  });

  it('shortens more at more intensity and by a greater part', async () => {
    expectNear(distances(await compilePolicy({ ...LINK, intensity: 0.5 }), [2030]), [92]);
    expectNear(distances(await compilePolicy({ ...LINK, shorten: '50%', failure: 0 }), [2025, 2030]), [75, 50]);
    expectNear(distances(await compilePolicy({ ...LINK, failure: 1 }), [2030]), [90]);
  });

  it('sets a link to a length, in km or in minutes', async () => {
    const km = { kind: 'infrastructure', links: [{ from: 'East', to: 'West', km: 60 }], failure: 0 };
    expectNear(distances(await compilePolicy(km), [2025, 2030]), [80, 60]);
    const minutes = { kind: 'infrastructure', links: [['West', 'East']], minutes: 45, failure: 0 };
    expectNear(distances(await compilePolicy(minutes), [2030]), [75]);
  });

  it('builds a link, which opens from the length of today’s way', async () => {
    const road = { from: 'East', to: 'West', km: 70, mode: 'road' };
    const built = await compilePolicy({ kind: 'infrastructure', links: [road], failure: 0 });
    expectNear(distances(built, [2024, 2025, 2026]), [100, 85, 70]);
  });

  it('pushes the regions that it passes by only where the file says so', async () => {
    expectNear(pushes(await compilePolicy({ ...LINK, bypassed: ['East'] }), [2030]), [0]);
    const felt = await compilePolicy({ ...LINK, bypassed: ['East'], bypassPush: -0.02 });
    expectNear(pushes(felt, [2024, 2025, 2030]), [0, -0.01, -0.02]);
  });

  it('costs what was estimated times what such estimates grow to, spread over construction', async () => {
    const link = await compilePolicy({ ...LINK, cost: 20, start: 2021 });
    expectNear(costs(link, [2020, 2021, 2024, 2025]), [0, (20 * 1.403) / 4, (20 * 1.403) / 4, 0]);
    const certain = await compilePolicy({ ...LINK, cost: 20, costFactor: 1, delay: 2.5 });
    expectNear(costs(certain, [2020, 2021, 2022, 2023]), [8, 8, 4, 0]);
  });

  it('costs the outturn of the intercity line for each km, only in the currency it is known in', async () => {
    expectNear(costs(await compilePolicy(LINK), [2020, 2023]), [0, 0]);
    const policy = 'kind: infrastructure, links: [[North, Junction], [Junction, Pass]], start: 2012';
    const { plan } = await compileSmall(`parameters: { coordinationCost: 0 }\npolicies: [{ ${policy} }]`);
    expectNear(
      [...plan.cost.slice(0, 6)],
      [0, 1, 1, 1, 1, 0].map((part) => (part * (70.1 + 41.7) * 0.865) / 4),
    );
  });

  it('is half as good for half as much again where each region builds its own', async () => {
    const apart = await compilePolicy({ ...LINK, cost: 20, failure: 0 }, 'coordination: 0');
    expectNear(distances(apart, [2025, 2026]), [95, 90]);
    expectNear(costs(apart, [2020]), [(20 * 1.403 * 1.5) / 4]);
    const mixed = await compilePolicy({ ...LINK, cost: 20, failure: 0 }, 'coordination: { East: 1, West: 0.5 }');
    expectNear(distances(mixed, [2026]), [85]);
    expectNear(costs(mixed, [2020]), [(20 * 1.403 * 1.25) / 4]);
  });

  it('leaves no trace of coordination where spurs and drift are at nothing', async () => {
    const off = 'parameters: { spurs: 0, barrierDrift: 0 }';
    const together = await compilePolicy({ ...LINK, cost: 20 }, off);
    const apart = await compilePolicy({ ...LINK, cost: 20 }, `${off}\ncoordination: 0`);
    expect(apart.plan.levers).toEqual(together.plan.levers);
    expect(apart.plan.cost).toEqual(together.plan.cost);
  });
});
