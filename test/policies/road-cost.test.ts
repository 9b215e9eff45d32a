import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../engine/plan/compile.js';
import { createResolver } from '../../engine/plan/resolve.js';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';
import { readBundled } from '../bundled.js';

const TITLE = 'title: A road\nextends: ./baseline.yaml\n';

/** The whole cost of a policy over the bundled case, and the notes on its scenario. */
async function costOf(fields: string): Promise<{ cost: number; notes: readonly string[] }> {
  const text = `${TITLE}policies:\n  - { kind: infrastructure, start: 2012, failure: 0, ${fields} }\n`;
  const read = readBundled({ 'changchun-jilin/road.yaml': text });
  const { economy, scenario, notes } = await parseScenario(read, 'changchun-jilin/road.yaml', [
    'parameters.coordinationCost=0',
  ]);
  const { plan } = compilePlan(economy, scenario, createResolver());
  return { cost: plan.cost.reduce((sum, each) => sum + each, 0), notes: notes.filter((note) => note.includes('cost')) };
}

describe('The cost of a line', () => {
  it('is that of the known railway for railways: .865 per km', async () => {
    const { cost, notes } = await costOf('links: [[Changchun, Jilin]], shorten: 20%');
    expect(cost).toBeCloseTo(0.865 * 111, 6);
    expect(notes).toEqual([]);
  });

  it('is nothing for a road, and is asked for', async () => {
    const { cost, notes } = await costOf('mode: road, links: [{ from: Changchun, to: Jilin, km: 100 }]');
    expect(cost).toBe(0);
    expect(notes).toEqual([
      'no cost of a km of road is known, so that part costs nothing (give cost or costPerKm): infrastructure',
    ]);
    const priced = await costOf('mode: road, costPerKm: 0.3, links: [{ from: Changchun, to: Jilin, km: 100 }]');
    expect(priced.cost).toBeCloseTo(30, 6);
    expect(priced.notes).toEqual([]);
  });
});
