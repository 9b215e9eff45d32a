import { describe, expect, it } from 'vitest';
import { costOf } from '../../engine/optimise/given-plans.js';
import { optimise } from '../../engine/optimise/optimise.js';
import { prepareSearch } from '../../engine/optimise/prepare.js';
import { RUN_HERE } from '../../engine/optimise/run-here.js';
import { bundledFuture } from '../bundled.js';
import { request } from '../optimise/menus.js';

const OBJECTIVES = ['gain', 'worst', 'cost'].map((name) => ({ name: name as 'gain', outcome: null }));

describe('The search over the bundled case', () => {
  it('beats the given plan and the one made by hand on fresh draws, at what coordination costs', async () => {
    const source = await bundledFuture('changchun-jilin/portfolio');
    const budget = costOf(await bundledFuture('changchun-jilin/coordinated'));
    const prepared = prepareSearch(source, request({ budget, objectives: OBJECTIVES, evaluations: 3000 }));
    const { given, greedy, plans, picks } = await optimise(prepared, { draws: 40, fresh: 200 });
    const best = plans.find(({ id }) => id === picks[0]!.id)!;
    expect(best.cost).toBeLessThanOrEqual(budget * (1 + 1e-6));
    for (const other of [given, greedy]) {
      const lead = best.fresh!.mean - other.fresh!.mean;
      expect(lead).toBeGreaterThan(0.1 * other.fresh!.mean);
    }
    expect(best.fresh!.better!.share).toBeGreaterThan(0.8);
  }, 600_000);

  it('finds at half the budget the frontier that all plans of a grid have', async () => {
    const grid = '{ intensity: [0, 0.5, 1] }';
    const names = ['Mergers across the border', 'Competitive clusters', 'Open the border', 'Producer services'];
    const last = ['Land by need', 'Innovation and talent'];
    const choices = [...names, ...last].map((name) => `  ${name}: ${grid}\n`).join('');
    const text = `extends: ./coordinated.yaml\nchoices:\n${choices}  Half-hour circle: { intensity: [0, 1] }\n`;
    const source = await bundledFuture('changchun-jilin/grid', [], { 'changchun-jilin/grid.yaml': text });
    const budget = costOf(source) / 2;
    const asked = request({ budget, objectives: OBJECTIVES, evaluations: 6000 });
    const { job, epsilon, problem, variables, given } = prepareSearch(source, asked);
    expect(job).toMatchObject({ method: 'exhaustive', rows: 3 ** 6 * 2 });
    const all = await RUN_HERE.search(job, epsilon);
    const genes = variables.map(({ options }) => ({
      kind: 'choice' as const,
      count: (options as readonly unknown[]).length,
    }));
    const definition = { genes, epsilon, seeds: [], evaluations: 6000, seed: 1 };
    const some = await RUN_HERE.search({ kind: 'search', method: 'evolutionary', problem, definition }, epsilon);
    const frontier = (members: typeof all) =>
      members
        .filter(({ violation }) => violation === 0)
        .map((each) => each.objectives.map((value) => value.toPrecision(9)).join())
        .sort();
    expect(frontier(some)).toEqual(frontier(all));
    // Half of everything is what a uniform cut would do.
    const most = Math.max(...all.filter(({ violation }) => violation === 0).map(({ objectives }) => -objectives[0]!));
    const { evaluator } = prepareSearch(source, asked);
    expect(most).toBeGreaterThan(evaluator.ofScenario(given.source.scenario).gain);
  }, 600_000);
});
