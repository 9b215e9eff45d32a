import { describe, expect, it } from 'vitest';
import { expectNear } from '../near.js';
import { barriers, compilePolicy, costs, grown, pushes } from './tutorial-case.js';

describe('Government guidance with the market', () => {
  it('opens the border over five years after one, and a quarter of it comes back from the fifth year on', async () => {
    const market = await compilePolicy({ kind: 'market' });
    const left = (strength: number, reversal: number): number => 0.5 * (1 - 0.4 * strength * (0.75 + 0.25 * reversal));
    expectNear(barriers(market, [2020, 2021, 2022, 2024, 2026, 2028]), [
      0.5,
      0.5,
      left(0.2, 1),
      left(0.6, 1),
      left(1, 0.5),
      left(1, 0.25),
    ]);
  });

  it('that cannot fail stays open to its end, and closes at once or with its half-life', async () => {
    const sure = { kind: 'market', failure: 0, ramp: 0, delay: 0, end: 2030 };
    expectNear(barriers(await compilePolicy(sure), [2020, 2030, 2031]), [0.3, 0.3, 0.5]);
    const fading = await compilePolicy({ ...sure, halfLife: 4 });
    expectNear(barriers(fading, [2030, 2034, 2038]), [0.3, 0.4, 0.45]);
  });

  it('opens further at more intensity and at a greater opening, and pushes nothing', async () => {
    const sure = { kind: 'market', failure: 0, ramp: 0, delay: 0 };
    expectNear(barriers(await compilePolicy({ ...sure, intensity: 0.5 }), [2021]), [0.4]);
    expectNear(barriers(await compilePolicy({ ...sure, opening: 0.7 }), [2021]), [0.15]);
    expectNear(pushes(await compilePolicy(sure), [2021, 2040]), [0, 0]);
  });

  it('costs a thousandth of value added a year', async () => {
    const market = await compilePolicy({ kind: 'market', end: 2025 });
    expectNear(costs(market, [2020, 2025, 2026]), [0.001 * 200, 0.001 * 200 * grown(2025), 0]);
    const east = await compilePolicy({ kind: 'market', cost: 2, start: 2020.5 });
    expectNear(costs(east, [2020, 2021]), [1, 2]);
  });

  it('opens nothing where the regions act apart, and their border closes by the drift', async () => {
    const apart = await compilePolicy({ kind: 'market', ramp: 0, delay: 0 }, 'coordination: 0');
    expectNear(barriers(apart, [2020, 2021, 2022]), [0.5, 1 - 0.5 * 0.96, 1 - 0.5 * 0.96 ** 2]);
    const half = await compilePolicy(
      { kind: 'market', ramp: 0, delay: 0, failure: 0 },
      'coordination: { East: 1, West: 0.5 }',
    );
    expectNear(barriers(half, [2020, 2021]), [0.5 * (1 - 0.4 * 0.5), (1 - 0.5 * 0.98) * (1 - 0.4 * 0.5)]);
  });

  it('leaves no trace of coordination where opening and drift are at nothing', async () => {
    const off = 'parameters: { opening: 0, barrierDrift: 0 }';
    const together = await compilePolicy({ kind: 'market' }, off);
    const apart = await compilePolicy({ kind: 'market' }, `${off}\ncoordination: 0`);
    expect(apart.plan.levers).toEqual(together.plan.levers);
    expect(apart.plan.cost).toEqual(together.plan.cost);
  });
});
