import { describe, expect, it } from 'vitest';
import { project } from '../../engine/projection/project.js';
import { expectNear } from '../near.js';
import { barriers, CARS, compilePolicy, costs, EAST, FOOD, pushes, WEST } from './tutorial-case.js';

/** Success 28 %: .28 · .15 · .05, less .72 · .15 · .02 where deals fail. So few succeed that the whole loses a little on expectation. */
const GAIN = 0.28 * 0.15 * 0.05 - 0.72 * 0.15 * 0.02;
const DIP = 0.28 * 0.15 * 0.01;
/** T = .02 · min(80, 20) = .4, and .28 of it on expectation. */
const TRANSFER = 0.28 * 0.4;

describe('A merger', () => {
  it('dips in its first year, then changes over three years, all weighed by the chance of success', async () => {
    const alone = await compilePolicy({ kind: 'merger', transfer: 0 });
    expectNear(pushes(alone, [2020, 2021, 2022, 2023, 2024, 2040]), [0, -DIP, GAIN / 3, (GAIN * 2) / 3, GAIN, GAIN]);
  });

  it('moves capacity from the region with the lower location quotient to that with the higher', async () => {
    const merger = await compilePolicy({ kind: 'merger' });
    expectNear(pushes(merger, [2024], EAST, CARS), [GAIN + TRANSFER / 80]);
    expectNear(pushes(merger, [2024], WEST, CARS), [GAIN - TRANSFER / 20]);
    expectNear(pushes(merger, [2024], EAST, FOOD), [GAIN - TRANSFER / 20]);
    expectNear(pushes(merger, [2024], WEST, FOOD), [GAIN + TRANSFER / 80]);
  });

  it('opens the border by a twentieth where it succeeds', async () => {
    const merger = await compilePolicy({ kind: 'merger' });
    expectNear(barriers(merger, [2021, 2022, 2024]), [0.5, 0.5 * (1 - (0.05 * 0.28) / 3), 0.5 * (1 - 0.05 * 0.28)]);
  });

  it('that certainly fails costs a fiftieth of the covered output and does nothing else', async () => {
    const failed = await compilePolicy({ kind: 'merger', failure: 1, ramp: 0 });
    expectNear(pushes(failed, [2020, 2021, 2022]), [0, -0.02 * 0.15, -0.02 * 0.15]);
    expectNear(barriers(failed, [2022]), [0.5]);
  });

  it('costs three percent of the covered value added, once, in the year it starts', async () => {
    const merger = await compilePolicy({ kind: 'merger' });
    expectNear(costs(merger, [2020, 2021, 2022]), [0.03 * 0.15 * 0.5 * 200, 0, 0]);
    const cars = await compilePolicy({ kind: 'merger', industries: 'Cars', regions: 'East', intensity: 0.5 });
    expectNear(costs(cars, [2020]), [0.5 * 0.03 * 0.15 * 0.5 * 80]);
    expectNear(costs(await compilePolicy({ kind: 'merger', cost: 7 }), [2020, 2021]), [7, 0]);
  });

  it('of twice the intensity does twice as much', async () => {
    const half = await compilePolicy({ kind: 'merger', intensity: 0.5, failure: 0 });
    const whole = await compilePolicy({ kind: 'merger', failure: 0 });
    expectNear(
      pushes(whole, [2021, 2024]),
      pushes(half, [2021, 2024]).map((push) => 2 * push),
    );
    expect(barriers(whole, [2024])[0]).toBeLessThan(barriers(half, [2024])[0]!);
  });

  it('stays inside each city where the two act apart', async () => {
    const merger = { kind: 'merger', failure: 0.5 };
    const apart = await compilePolicy(merger, 'coordination: 0\nparameters: { barrierDrift: 0 }');
    // Both push cars, so a part .3 of what the smaller share overlaps with, u = .4, is wasted.
    const gain = (0.5 * 0.15 * 0.05 - 0.5 * 0.15 * 0.02) * (1 - 0.3 * 0.4);
    expectNear(pushes(apart, [2021, 2024], EAST, CARS), [-0.5 * 0.15 * 0.01, gain]);
    expectNear(pushes(apart, [2024], WEST, CARS), [gain]);
    expectNear(barriers(apart, [2024]), [0.5]);
  });

  it('leaves no trace of coordination where opening, waste and drift are at nothing', async () => {
    const off = 'parameters: { opening: 0, duplicationWaste: 0, barrierDrift: 0 }';
    const together = await compilePolicy({ kind: 'merger' }, off);
    const apart = await compilePolicy({ kind: 'merger' }, `${off}\ncoordination: 0`);
    expect(apart.plan.levers).toEqual(together.plan.levers);
    expect(apart.plan.cost).toEqual(together.plan.cost);
  });

  it('that only moves capacity keeps each industry’s total to first order where nothing is displaced', async () => {
    const lost = async (transfer: number): Promise<number> => {
      const parameters = 'parameters: { displacement: 0, localisation: 0, marketAccess: 0, rivalry: 0, adjustment: 1 }';
      const policy = { kind: 'merger', coverage: 0, transfer, failure: 0, delay: 0, ramp: 0, industries: 'Cars' };
      const { plan } = await compilePolicy(policy, parameters);
      const { output } = project(plan);
      expect(output[4]! - 80 * Math.exp(0.05)).toBeGreaterThan(0);
      expect(output[6]! - 20 * Math.exp(0.05)).toBeLessThan(0);
      return Math.log((output[4]! + output[6]!) / 100) - 0.05;
    };
    const once = await lost(0.001);
    const twice = await lost(0.002);
    // What is left is of second order: four times as much for twice the transfer, and a hundredth of what moves.
    expect(twice / once).toBeCloseTo(4, 1);
    expect(Math.abs(once)).toBeLessThan((0.001 * 20) / 100 / 100);
  });
});
