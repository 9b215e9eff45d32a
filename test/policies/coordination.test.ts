import { describe, expect, it } from 'vitest';
import { COORDINATION_KEYS } from '../../engine/parameters/parameters.js';
import { POLICY_KINDS } from '../../engine/policies/index.js';
import { pairsOfAllYears } from '../../engine/projection/between.js';
import { expectNear } from '../near.js';
import { barriers, CARS, compilePolicy, costs, EAST, grown, pushes, WEST } from './tutorial-case.js';

/** Fields that a kind cannot do without in this case. */
const NEEDED: Readonly<Record<string, object>> = { infrastructure: { links: [['East', 'West']], cost: 20 } };

const KINDS = POLICY_KINDS.map(({ kind }) => kind);

describe.each(KINDS)('Coordination of %s', (kind) => {
  const entry = { kind, ...NEEDED[kind] };
  const setTo = (value: number): string => COORDINATION_KEYS.map((key) => `${key}: ${value}`).join(', ');

  it('makes no difference with every ingredient at nothing', async () => {
    const off = `parameters: { ${setTo(0)} }`;
    const together = await compilePolicy(entry, off);
    for (const c of ['0', '0.5', '{ East: 0 }']) {
      const other = await compilePolicy(entry, `${off}\ncoordination: ${c}`);
      expect(other.plan.levers).toEqual(together.plan.levers);
      expect(other.plan.cost).toEqual(together.plan.cost);
    }
  });

  it('makes a difference with them as they are, and never for the worse in what the policy itself pushes', async () => {
    const together = await compilePolicy(entry, 'coordination: 1');
    const apart = await compilePolicy(entry, 'coordination: 0');
    expect(apart.plan.levers).not.toEqual(together.plan.levers);
    const sum = (push: Float64Array): number => push.reduce((total, value) => total + value, 0);
    // Capacity that moves between regions is a loss in log points where it leaves the smaller industry.
    if (kind === 'merger' || kind === 'cluster') return;
    expect(sum(together.plan.levers.push)).toBeGreaterThanOrEqual(sum(apart.plan.levers.push));
  });

  it('costs a part of value added while the policy is under way, and delays it by as long as agreeing takes', async () => {
    const free = await compilePolicy({ ...entry, end: 2029 });
    const priced = 'parameters: { coordinationCost: 0.001, coordinationDelay: 2 }';
    const agreed = await compilePolicy({ ...entry, end: 2029 }, priced);
    const difference = (year: number): number => costs(agreed, [year])[0]! - costs(free, [year])[0]!;
    expectNear([difference(2020), difference(2029), difference(2030)], [0.001 * 200, 0.001 * 200 * grown(2029), 0]);
    // Years until any lever leaves what it was in the first year.
    const wait = ({ plan }: typeof free): number => {
      const { push, land } = plan.levers;
      const { distance, barrier } = pairsOfAllYears(plan)!;
      const rows: [Float64Array, number][] = [
        [push, 4],
        [distance, 4],
        [barrier, 4],
        [land, 2],
      ];
      const firsts = rows.map(([lever, width]) => {
        const at = lever.findIndex((value, k) => value !== lever[k % width]);
        return at < 0 ? Number.POSITIVE_INFINITY : Math.floor(at / width);
      });
      return Math.min(...firsts);
    };
    expect(wait(agreed)).toBe(wait(free) + 2);
  });
});

describe('Coordination', () => {
  it('of one region alone leaves what two do jointly to the other', async () => {
    const policy = { kind: 'market', failure: 0, ramp: 0, delay: 0 };
    const keys = 'parameters: { barrierDrift: 0 }';
    const one = await compilePolicy(policy, `${keys}\ncoordination: { East: 1, West: 0 }`);
    expectNear(barriers(one, [2030]), [0.5]);
  });

  it('written in a policy holds for that policy only', async () => {
    const keys = 'coordination: 0\nparameters: { barrierDrift: 0, duplicationWaste: 0 }';
    const own = await compilePolicy({ kind: 'market', failure: 0, ramp: 0, delay: 0, coordination: 1 }, keys);
    expectNear(barriers(own, [2030]), [0.3]);
  });

  it('wastes by the greatest overlap with another region that pushes the same industry, and nothing where no other does', async () => {
    const both = await compilePolicy({ kind: 'services', failure: 0 }, 'coordination: 0');
    expectNear(pushes(both, [2030]), [0.036 * (1 - 0.3 * 0.4)]);
    const alone = await compilePolicy({ kind: 'services', failure: 0, regions: 'East' }, 'coordination: 0');
    expectNear(pushes(alone, [2030]), [0.036]);
  });

  it('lost closes a border by a part of what is open, each year that a policy is in force on both sides', async () => {
    const policy = { kind: 'services', ramp: 2, delay: 1, end: 2025 };
    const drifting = await compilePolicy(policy, 'coordination: 0');
    const half = 1 - 0.04 / 2;
    const full = 1 - 0.04;
    expectNear(barriers(drifting, [2021, 2022, 2023, 2024, 2026, 2030]), [
      0.5,
      0.5,
      1 - 0.5 * half,
      1 - 0.5 * half * full,
      1 - 0.5 * half * full ** 3,
      1 - 0.5 * half * full ** 3,
    ]);
    const oneSided = await compilePolicy({ ...policy, regions: 'East' }, 'coordination: 0');
    expectNear(barriers(oneSided, [2030]), [0.5]);
  });
});

describe('Acting apart', () => {
  const CLUSTER = { kind: 'cluster', failure: 0, multiplier: 1, industries: 'Cars' };

  it('spurs rivals that push the same industry, by the contest of those who act apart', async () => {
    const weights = 'targeting: 0, duplicationWaste: 0, barrierDrift: 0';
    const calm = await compilePolicy(CLUSTER, `coordination: 0\nparameters: { ${weights}, contest: 0 }`);
    const spurred = await compilePolicy(
      CLUSTER,
      `coordination: { East: 0, West: 0.5 }\nparameters: { ${weights}, contest: 0.1 }`,
    );
    const [before] = pushes(calm, [2030], EAST, CARS);
    const [beforeWest] = pushes(calm, [2030], WEST, CARS);
    expectNear(pushes(spurred, [2030], EAST, CARS), [before! * 1.1]);
    expectNear(pushes(spurred, [2030], WEST, CARS), [beforeWest! * 1.05]);
    // Who pushes alone has no rival.
    const alone = await compilePolicy(
      { ...CLUSTER, regions: 'East' },
      `coordination: 0\nparameters: { ${weights}, contest: 0.1 }`,
    );
    const quiet = await compilePolicy(
      { ...CLUSTER, regions: 'East' },
      `coordination: 0\nparameters: { ${weights}, contest: 0 }`,
    );
    expect(alone.plan.levers).toEqual(quiet.plan.levers);
  });

  it('pays only for the part of a border that is opened, in rates and in sums that a file gives', async () => {
    for (const cost of [{}, { cost: 2 }]) {
      const market = { kind: 'market', ...cost };
      const [whole] = costs(await compilePolicy(market), [2025]);
      expectNear(costs(await compilePolicy(market, 'coordination: 0'), [2025]), [0]);
      expectNear(costs(await compilePolicy(market, 'coordination: { East: 0.4 }'), [2025]), [0.4 * whole!]);
      expectNear(costs(await compilePolicy(market, 'coordination: 0\nparameters: { opening: 0.5 }'), [2025]), [
        0.5 * whole!,
      ]);
    }
  });
});

describe('A policy of one region', () => {
  it('pays no price of coordination and waits for no agreement', async () => {
    const priced = 'parameters: { coordinationCost: 0.001, coordinationDelay: 2 }';
    const east = { kind: 'services', regions: 'East' };
    const [free, agreed] = [await compilePolicy(east), await compilePolicy(east, priced)];
    expect(agreed.plan.cost).toEqual(free.plan.cost);
    expect(agreed.plan.levers).toEqual(free.plan.levers);
  });
});
