import { describe, expect, it } from 'vitest';
import { project } from '../../engine/projection/project.js';
import { CARS, compilePolicy, compileTutorial, EAST, FOOD, grown, START, WEST } from '../policies/tutorial-case.js';
import { moved } from '../small-case.js';

/** What the lever says of a cell in a year, log points. */
async function shockOf(event: string, year: number, region = EAST, industry = CARS): Promise<number> {
  const { plan } = await compileTutorial(`events: [${event}]`);
  return plan.levers.shock![((year - START) * 2 + region) * 2 + industry]!;
}

describe('An event', () => {
  it('changes a part of output in its cells, from its year on, over its ramp, and nothing in the first year', async () => {
    const event = '{ industries: Cars, regions: East, change: -40%, start: 2022, ramp: 2 }';
    expect(await shockOf(event, 2020)).toBe(0);
    expect(await shockOf(event, 2022)).toBe(0);
    expect(await shockOf(event, 2023)).toBeCloseTo(Math.log(0.8), 12);
    expect(await shockOf(event, 2030)).toBeCloseTo(Math.log(0.6), 12);
    expect(await shockOf(event, 2030, WEST)).toBe(0);
    expect(await shockOf(event, 2030, EAST, FOOD)).toBe(0);
  });

  it('fades after its end by its half-life', async () => {
    const event = '{ industries: Cars, change: -40%, start: 2022, end: 2023, halfLife: 2 }';
    expect(await shockOf(event, 2023)).toBeCloseTo(Math.log(0.6), 12);
    expect(await shockOf(event, 2025)).toBeCloseTo(Math.log(0.8), 12);
    expect(await shockOf('{ industries: Cars, change: -40%, start: 2022, end: 2023 }', 2024)).toBe(0);
  });

  it('takes an amount of money, or of an account, from what its cells have on the reference path', async () => {
    // East's cars are 80 in 2020 and grow by 5 log points a year; each stands for 20 jobs, 2 % fewer every year.
    const money = await shockOf('{ industries: Cars, regions: East, change: -8, start: 2022 }', 2024);
    expect(money).toBeCloseTo(Math.log(1 - 8 / (80 * grown(2024))), 12);
    const jobs = await shockOf('{ industries: Cars, regions: East, change: -500 jobs, start: 2022 }', 2024);
    expect(jobs).toBeCloseTo(Math.log(1 - 500 / (80 * grown(2024) * 20 * 0.98 ** 4)), 12);
    const unit = await shockOf('{ industries: Cars, regions: East, change: -4 GWh, start: 2022 }', 2022);
    expect(unit).toBeCloseTo(Math.log(1 - 4 / (80 * grown(2022) * 0.5)), 12);
  });

  it('spreads an amount over several cells in proportion to what they have', async () => {
    const event = '{ industries: Cars, change: -10, start: 2021 }';
    const part = Math.log(1 - 10 / (100 * grown(2021)));
    expect(await shockOf(event, 2021, EAST)).toBeCloseTo(part, 12);
    expect(await shockOf(event, 2021, WEST)).toBeCloseTo(part, 12);
  });

  it('adds to others of the same cell: two plants closing take what both had', async () => {
    const two = '{ industries: Cars, regions: East, change: -8, start: 2022 }';
    expect(await shockOf(`${two}, ${two}`, 2022)).toBeCloseTo(Math.log(1 - 16 / (80 * grown(2022))), 12);
  });

  it('is made up for by others of the same industry as far as it says', async () => {
    const event = '{ industries: Cars, regions: East, change: -8, start: 2022, replaced: 50% }';
    // West's cars are 20.
    expect(await shockOf(event, 2022, EAST)).toBeCloseTo(Math.log(1 - 8 / (80 * grown(2022))), 12);
    expect(await shockOf(event, 2022, WEST)).toBeCloseTo(Math.log(1 + 4 / (20 * grown(2022))), 12);
    expect(await shockOf(event, 2022, WEST, FOOD)).toBe(0);
  });

  it('reaches output in its year as it says, outside crowding: with no channel at work exactly the amount is missing', async () => {
    const still = 'parameters: { localisation: 0, marketAccess: 0, rivalry: 0, land: 0 }';
    const { plan } = await compileTutorial(
      `${still}\nevents: [{ industries: Cars, regions: East, change: -500 jobs, start: 2022 }]`,
    );
    const { output, reference } = project(plan);
    const jobs = (path: Float64Array, year: number, cell: number): number => {
      const at = (year - START) * 4 + cell;
      return path[at]! * plan.accounts[0]!.perOutput[at]!;
    };
    for (const year of [2022, 2030]) {
      expect(jobs(output, year, 0) - jobs(reference, year, 0)).toBeCloseTo(-500, 8);
      for (const cell of [1, 2, 3]) expect(jobs(output, year, cell)).toBeCloseTo(jobs(reference, year, cell), 8);
    }
    expect(output.slice(0, 8)).toEqual(reference.slice(0, 8));
  });

  it('costs nothing, leaves the reference path and every other lever alone', async () => {
    const policy = { kind: 'cluster', industries: ['Cars'] };
    const without = await compilePolicy(policy);
    const withIt = await compilePolicy(policy, 'events: [{ regions: East, change: -30%, start: 2023 }]');
    expect(withIt.reference.output).toEqual(without.reference.output);
    const { shock, ...levers } = moved(withIt).levers;
    expect(shock).not.toBeNull();
    expect({ ...levers, shock: null }).toEqual(moved(without).levers);
    expect(moved(withIt).cost).toEqual(moved(without).cost);
  });

  it('of size 0 changes no number of the projection', async () => {
    const policy = { kind: 'market', start: 2021 };
    const without = await compilePolicy(policy);
    const withIt = await compilePolicy(policy, 'events: [{ change: 0%, start: 2023 }]');
    expect(project(withIt.plan).output).toEqual(project(without.plan).output);
  });

  it('stands in the file in any order', async () => {
    const a = '{ name: a, regions: East, change: -13%, start: 2022, replaced: 1 }';
    const b = '{ name: b, industries: Food, change: 7, start: 2021, ramp: 3 }';
    const c = '{ name: c, change: 0.3, start: 2024 }';
    const one = await compileTutorial(`events: [${a}, ${b}, ${c}]`);
    const other = await compileTutorial(`events: [${c}, ${a}, ${b}]`);
    expect(one.plan.levers.shock).toEqual(other.plan.levers.shock);
  });
});
