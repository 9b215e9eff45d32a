import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareRuns, valueWriter } from '../../engine/montecarlo/draws/prepared-runs.js';
import { createStudy, type Study } from '../../engine/montecarlo/study/study.js';
import { type CompiledPlan, compilePlan, planCompiler } from '../../engine/plan/compile.js';
import { leverMemory } from '../../engine/plan/levers.js';
import { drawnReference } from '../../engine/plan/reference-plan.js';
import { createResolver } from '../../engine/plan/resolve.js';
import { bundledFuture } from '../bundled.js';

/** Everything of a compiled plan that a draw decides, as plain data: what it is made of is overwritten by the next. */
function numbersOf({ plan, policies, events, coordinationCost, valueAdded, noise, discountRate }: CompiledPlan) {
  return structuredClone({
    parameters: plan.parameters,
    trend: plan.trend,
    differential: plan.initial.differential,
    barrier: plan.reference.barrier,
    levers: plan.levers,
    cost: plan.cost,
    policies: policies.map(({ name, cost, effects }) => ({
      name,
      cost,
      amounts: effects().map(({ amount }) => amount),
    })),
    events,
    coordinationCost,
    valueAdded,
    noise,
    discountRate,
  });
}

/** Everything at once that makes the patterns of a policy differ from region to region and from draw to draw. */
const MIXED = `title: Some together, some apart
extends: ./coordinated.yaml
coordination: { Changchun: 'uniform(0, 1)', Jilin: 0.3, Siping: 'triangular(0, 0.5, 1)' }
policies:
  - { kind: talent, name: Everywhere, start: 'uniform(2011, 2014)', end: 2025, halfLife: 3, intensity: '0.5 + 0.02 * (year - 2011)' }
  - { kind: merger, name: Own coordination, coordination: 'uniform(0, 1)', regions: [Changchun, Jilin, Siping], start: 2013 }
  - { kind: chain, name: Chains, start: 2012 }
  - { kind: infrastructure, name: New line, regions: [Changchun, Baishan], links: [{ from: Changchun, to: Baishan, km: 200 }], bypassed: [Siping], bypassPush: -1%, start: 2012 }
`;

const CASES: Readonly<Record<string, readonly string[]>> = {
  'changchun-jilin': ['uncoordinated', 'coordinated', 'mixed'],
  'uk-north': ['together', 'apart'],
  tutorial: ['open-border', 'faster-link', 'plant-closes'],
};

describe.each(Object.keys(CASES))('Plans of %s, compiled once for all draws', (folder) => {
  let study: Study;

  beforeAll(async () => {
    const texts = { 'changchun-jilin/mixed.yaml': MIXED };
    const futures = await Promise.all(CASES[folder]!.map((name) => bundledFuture(`${folder}/${name}`, [], texts)));
    study = createStudy(futures, { draws: 10, equalCost: false, outcomes: {}, goals: {} });
  });

  it('are those compiled anew at the numbers of each, bit for bit', () => {
    const runs = prepareRuns(study);
    const write = valueWriter(study, runs);
    const compilers = runs.map(({ source: { economy, scenario }, resolver, template }) => {
      const { reference, compute } = drawnReference(economy, scenario, resolver, template.observed);
      const compile = planCompiler(economy, scenario, resolver, { template, reference });
      return () => {
        compute();
        return compile();
      };
    });
    const point = fc.array(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), {
      minLength: study.uncertain.length,
      maxLength: study.uncertain.length,
    });
    fc.assert(
      fc.property(point, (uniforms) => {
        write(Float64Array.from(uniforms));
        runs.forEach(({ source: { economy, scenario }, values }, k) => {
          const paths = study.uncertain.flatMap(({ path, sources }) => (sources[k] === null ? [] : [path]));
          const drawn = new Map(paths.map((path, place) => [path, values[place]!]));
          const anew = compilePlan(economy, scenario, createResolver(drawn));
          expect(numbersOf(compilers[k]!())).toEqual(numbersOf(anew));
        });
      }),
      { numRuns: 5 },
    );
  });
});

describe('Levers', () => {
  it('may be written to rows that are longer than the industries, with the same numbers', async () => {
    const { economy, scenario } = await bundledFuture('changchun-jilin/uncoordinated');
    const [R, I] = [economy.regions.length, economy.industries.length];
    const usual = compilePlan(economy, scenario, createResolver()).plan;
    const Y = usual.years.length;
    const rowStride = 40;
    const levers = { ...leverMemory(Y, R, rowStride), rowStride };
    compilePlan(economy, scenario, createResolver(), { levers });
    for (const lever of ['push', 'spill'] as const) {
      const rows = Array.from({ length: Y * R }, (_, row) => [
        ...levers[lever].subarray(row * rowStride, row * rowStride + I),
      ]);
      expect(rows.flat()).toEqual([...usual.levers[lever]]);
    }
    expect(levers.land).toEqual(usual.levers.land);
  });
});
