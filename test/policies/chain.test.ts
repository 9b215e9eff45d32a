import { describe, expect, it } from 'vitest';
import { POLICY_KINDS } from '../../engine/policies/index.js';
import { bundledFuture } from '../bundled.js';
import { expectNear } from '../near.js';
import { CARS, compileChained, compilePolicy, costs, EAST, FOOD, grown, pushes, START, WEST } from './tutorial-case.js';

/**
 * The East's cars buy .2 · 80 = 16 of food; its own food sells .2 · 20 = 4 to industry, so a quarter is covered and 12 come from outside. Suppliers
 * nearby win .05 of that, .6. The West's cars buy 4 of food, of which its own food makes all. Success has a probability of .6.
 */
const WON = 0.05 * 12;
const EXPECTED = 0.6;
const APART = 'coordination: 0\nparameters: { barrierDrift: 0 }';
const CHAIN = { kind: 'chain', anchors: 'Cars' };

describe('A chain', () => {
  it('builds up each city’s own suppliers when they act apart', async () => {
    const chain = await compileChained(CHAIN, APART);
    expectNear(pushes(chain, [2030], EAST, FOOD), [(EXPECTED * WON) / 20]);
    expectNear(pushes(chain, [2030], WEST, FOOD), [0]);
    expectNear(pushes(chain, [2030], EAST, CARS), [0]);
  });

  it('has them where they are strongest when they act together, which wins as much money', async () => {
    const chain = await compileChained(CHAIN);
    expectNear(pushes(chain, [2030], EAST, FOOD), [0]);
    expectNear(pushes(chain, [2030], WEST, FOOD), [(EXPECTED * WON) / 80]);
    const half = await compileChained(CHAIN, 'coordination: 0.5\nparameters: { barrierDrift: 0, duplicationWaste: 0 }');
    expectNear(pushes(half, [2030], EAST, FOOD), [(0.5 * EXPECTED * WON) / 20]);
    expectNear(pushes(half, [2030], WEST, FOOD), [(0.5 * EXPECTED * WON) / 80]);
  });

  it('takes the largest industry of each region for its anchor, and what the anchors buy for its suppliers', async () => {
    const chain = await compileChained({ kind: 'chain' }, APART);
    // The West's food buys .1 · 80 = 8 of cars and has .1 · 20 = 2 of its own.
    expectNear(pushes(chain, [2030], EAST, FOOD), [(EXPECTED * WON) / 20]);
    expectNear(pushes(chain, [2030], WEST, CARS), [(EXPECTED * 0.05 * 6) / 20]);
    expectNear(pushes(chain, [2030], EAST, CARS), [0]);
  });

  it('builds up the suppliers that are named, an anchor itself among them', async () => {
    // Cars buy no cars.
    const cars = await compileChained({ ...CHAIN, suppliers: ['Cars'] }, APART);
    expectNear(pushes(cars, [2030], EAST, CARS), [0]);
    const glob = await compileChained({ ...CHAIN, suppliers: 'Fo*' }, APART);
    expectNear(pushes(glob, [2030], EAST, FOOD), [(EXPECTED * WON) / 20]);
  });

  it('gives no supplier more than .25, and what is cut off is not paid', async () => {
    const chain = await compileChained({ ...CHAIN, capture: 1 }, APART);
    expectNear(pushes(chain, [2030], EAST, FOOD), [EXPECTED * 0.25]);
    expectNear(costs(chain, [START]), [0.005 * 0.25 * 10]);
  });

  it('costs half a percent of the captured value added a year, as much apart as together', async () => {
    // .6 of output a year, of which half is value added.
    const yearly = (year: number) => 0.005 * WON * 0.5 * grown(year);
    const ending = { ...CHAIN, end: 2025 };
    expectNear(costs(await compileChained(ending), [2020, 2025, 2026]), [yearly(2020), yearly(2025), 0]);
    expectNear(costs(await compileChained(ending, APART), [2020, 2025, 2026]), [yearly(2020), yearly(2025), 0]);
  });

  it('acts after two years, in full after seven', async () => {
    const chain = await compileChained(CHAIN, APART);
    const full = (EXPECTED * WON) / 20;
    expectNear(pushes(chain, [2022, 2023, 2027, 2040], EAST, FOOD), [0, full / 5, full, full]);
  });

  it('does nothing and costs nothing without an input–output table, and says so', async () => {
    const chain = await compilePolicy(CHAIN, APART);
    expect(chain.plan.levers.push.every((push) => push === 0)).toBe(true);
    expectNear(costs(chain, [2020, 2030]), [0, 0]);
    const remark = POLICY_KINDS.find(({ kind }) => kind === 'chain')!.remark!;
    const { economy } = await bundledFuture('tutorial/baseline');
    expect(remark({ numbers: {}, links: [] }, economy)).toMatch(/no input–output table/);
  });

  it('names an unknown anchor at its place', async () => {
    await expect(compileChained({ kind: 'chain', anchors: ['Cras'] })).rejects.toThrow(
      'unknown industry "Cras"  (did you mean "Cars"?)',
    );
  });
});
