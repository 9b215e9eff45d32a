import { describe, expect, it } from 'vitest';
import { runFuture } from '../../engine/compare/future.js';
import { gainsOf } from '../../engine/compare/gains.js';
import type { Batch } from '../../engine/montecarlo/draws/batch.js';
import { planSource } from '../../engine/optimise/derive-plan.js';
import { createEvaluator } from '../../engine/optimise/evaluate.js';
import { costOf } from '../../engine/optimise/given-plans.js';
import { planSettings } from '../../engine/optimise/plan-settings.js';
import { prepareSearch } from '../../engine/optimise/prepare.js';
import { RUN_HERE } from '../../engine/optimise/run-here.js';
import { runSearch } from '../../engine/optimise/run-search.js';
import { searchBatches, searchRows } from '../../engine/optimise/search-job.js';
import { assign, combinationAt, combinations, variablesOf } from '../../engine/optimise/variables.js';
import { bundledFuture } from '../bundled.js';
import { expectNear } from '../near.js';
import { GAIN_AND_COST, menu, request, searched, WAYS } from './menus.js';

const GRID = `choices:
  Border: { intensity: [0, 50%, 1] }
  Railway: { intensity: [0, 1], start: [2020, 2022] }
  Services: { intensity: '0:1:0.5', regions: [[East], [East, West]] }
  Land: { intensity: '0:1:0.25', regions: [[East], ['*']] }
`;

/** So few plans that all can be tried in a moment. */
const SMALL_GRID = `choices:
  Border: { intensity: [0, 50%, 1] }
  Railway: { intensity: [0, 1], start: [2020, 2022] }
  Services: { intensity: '0:1:0.5' }
  Land: { intensity: '0:1:0.25' }
`;

describe('A plan', () => {
  it('comes to the same in the search as its scenario when it is run, and as the file that is written for it', async () => {
    const source = await menu(GRID);
    const variables = variablesOf(source.scenario);
    expect(combinations(variables)).toBe(3 * 4 * 6 * 10);
    const problem = { source, ...request({ budget: 1000 }) };
    const evaluator = createEvaluator(problem);
    for (const place of [0, 1, 77, 200, 333, 719]) {
      const assignments = assign(variables, combinationAt(variables, place));
      const figures = evaluator.ofGenes(combinationAt(variables, place));
      const { total, cost } = gainsOf(runFuture(planSource('plan', source, assignments, 'Plan')));
      expectNear([figures.gain], [total]);
      expectNear([figures.cost], [cost]);
      const written = await bundledFuture('tutorial/menu', planSettings(assignments), {
        'tutorial/menu.yaml': `${WAYS}${GRID}`,
      });
      const again = gainsOf(runFuture(written));
      expectNear([again.total], [total]);
      expectNear([again.cost], [cost]);
    }
  });

  it('gains on its draws what the same draws of a study give it', async () => {
    const source = await menu();
    const asked = request({ budget: 1000, searchDraws: 8, evaluations: 16 });
    const prepared = prepareSearch(source, asked);
    const { given, greedy } = await searched(source, asked, { draws: 8, fresh: 2 });
    expectNear([given.search.gain], [given.draws!.mean]);
    expectNear([greedy.search.gain], [greedy.draws!.mean]);
    const cvar = createEvaluator({ source, ...asked, objectives: [{ name: 'cvar', outcome: null }] });
    expectNear([cvar.ofScenario(given.source.scenario).objectives[0]!], [given.draws!.cvar]);
    expect(prepared.given.factor).toBe(1);
  });
});

describe('The search over a small grid', () => {
  it('finds the same frontier whether all plans are tried or some', async () => {
    const source = await menu(SMALL_GRID);
    const asked = request({ budget: costOf(source) / 2, evaluations: 600 });
    const prepared = prepareSearch(source, asked);
    const { job, epsilon, problem, variables } = prepared;
    expect(job.method).toBe('exhaustive');
    const all = await RUN_HERE.search(job, epsilon);
    const genes = variables.map(({ options }) => ({
      kind: 'choice' as const,
      count: (options as readonly unknown[]).length,
    }));
    const definition = { genes, epsilon, seeds: [], evaluations: 600, seed: 1 };
    const some = await RUN_HERE.search({ kind: 'search', method: 'evolutionary', problem, definition }, epsilon);
    const frontier = (members: typeof all) =>
      members.map(({ objectives }) => objectives.map((value) => value.toPrecision(9)).join()).sort();
    expect(frontier(some)).toEqual(frontier(all));
    expect(all.length).toBeGreaterThan(5);
  });

  it('keeps to its budget and finds what is better than the given plan cut down to it', async () => {
    const source = await menu(GRID);
    const budget = costOf(source) / 2;
    const { plans, picks, given, greedy, prepared } = await searched(source, request({ budget }));
    for (const { cost } of [given, greedy, ...plans]) expect(cost).toBeLessThanOrEqual(budget * (1 + 1e-6));
    expect(prepared.given.factor).toBeLessThan(1);
    const best = plans.find(({ id }) => id === picks[0]!.id)!;
    expect(best.fresh!.mean).toBeGreaterThan(given.fresh!.mean);
    expect(best.fresh!.mean).toBeGreaterThanOrEqual(greedy.fresh!.mean);
    expect(picks.map(({ name }) => name)).toEqual(['most-gain', 'worst-off', 'cheapest-equal', 'knee']);
    // Figures that plans were picked by are not those of the fresh draws.
    expect(best.draws!.mean).not.toBe(best.fresh!.mean);
  });
});

describe('A search that was interrupted', () => {
  it('comes to the same from the rows that were kept, whichever they are', async () => {
    const source = await menu();
    const { job, epsilon } = prepareSearch(source, request({ budget: 1000, evaluations: 320 }));
    const run = searchBatches(job);
    const kept: Batch[] = [];
    const runner = { run, parallel: 3, batch: () => 7, earlier: [] };
    const whole = await runSearch(job, epsilon, { ...runner, onBatch: (batch) => kept.push(batch) });
    expect(kept).toHaveLength(searchRows(job));
    let computed = 0;
    const onBatch = (): void => {
      computed++;
    };
    const earlier = kept.filter(({ from }) => from < 100 || from % 3 === 0);
    const again = await runSearch(job, epsilon, { ...runner, parallel: 1, earlier, onBatch });
    expect(again).toEqual(whole);
    expect(computed).toBe(searchRows(job) - earlier.length);
  });
});

describe('Constraints', () => {
  it('that contradict each other give no plan, and say what each costs', async () => {
    const source = await menu(
      `choices: { Border: { intensity: [50%, 1] } }\ngoals: { much: output() > 1e9 }\n`,
      WAYS.split('\n').slice(0, 3).join('\n').concat('\n'),
    );
    const { plans, picks, fresh, relaxations } = await searched(
      source,
      request({ budget: 1000, constraints: { budget: 1000, noRegionLoses: true, goals: true }, evaluations: 320 }),
    );
    expect([plans, picks, fresh]).toEqual([[], [], null]);
    expect(relaxations.map(({ constraint }) => constraint)).toEqual(['budget', 'noRegionLoses', 'goals']);
    expect(relaxations.filter(({ gain }) => gain !== null).map(({ constraint }) => constraint)).toEqual(['goals']);
  });

  it('that no region loses is broken by as much as regions lose', async () => {
    const source = await menu();
    const constraints = { budget: 1e9, noRegionLoses: true, goals: false };
    const evaluator = createEvaluator({ source, ...request({ budget: 1 }), constraints });
    const figures = evaluator.ofScenario(source.scenario);
    const lost = figures.regions.reduce((sum, gain, r) => sum + Math.max(0, -gain / evaluator.reference[r]!), 0);
    expectNear([figures.violations[1]!], [lost]);
    expect(figures.worst).toBe(Math.min(...figures.regions.map((gain, r) => gain / evaluator.reference[r]!)));
  });
});

describe('The plan made by hand', () => {
  it('takes the policy with the most gain per unit of cost first, as far as the money reaches', async () => {
    const source = await menu();
    const variables = variablesOf(source.scenario);
    const problem = { source, ...request({ budget: 1 }) };
    const evaluator = createEvaluator(problem);
    const alone = variables.map((_, k) =>
      evaluator.ofGenes(
        variables.map(({ options }, other) => (other !== k ? 0 : 'from' in options ? 1 : options.length - 1)),
      ),
    );
    const ratios = alone.map(({ gain, cost }) => gain / cost);
    const first = ratios.indexOf(Math.max(...ratios));
    const { greedy } = prepareSearch(source, request({ budget: alone[first]!.cost * 0.995 }));
    const taken = greedy.assignments.filter(({ value }) => value !== 0).map(({ policy }) => policy);
    expect(taken[0]).toBe(variables[first]!.policy);
    expect(greedy.figures.cost).toBeLessThanOrEqual(alone[first]!.cost * 0.995);
    expect(greedy.figures.cost).toBeGreaterThan(alone[first]!.cost * 0.97);
  });

  it('leaves out what gains nothing', async () => {
    const source = await menu('', WAYS.replace("'triangular(0.2, 0.4, 0.6)'", '0'));
    const { greedy } = prepareSearch(source, request({ budget: 1e6, objectives: GAIN_AND_COST }));
    expect(greedy.assignments.find(({ policy }) => policy === 'Border')!.value).toBe(0);
  });
});
