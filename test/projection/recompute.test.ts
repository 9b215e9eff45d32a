import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../engine/indicators/stage.js';
import { compilePlan } from '../../engine/plan/compile.js';
import { createResolver } from '../../engine/plan/resolve.js';
import { measure, valueOrNull } from '../../engine/projection/measure.js';
import { allValues } from '../../engine/projection/measure-pairs.js';
import type { Plan } from '../../engine/projection/plan.js';
import { project } from '../../engine/projection/project.js';
import { planJson } from '../../engine/report/run/plan-json.js';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';
import { compileSmall } from '../small-case.js';
import { ROOT } from '../source-files.js';
import { type PlanNumbers, recompute } from './naive.js';
import { randomPlan } from './random-plans.js';

type Value = number | string | null;

/** Every number that `tandem run` prints, as the engine has it and as the second writing has it from `tandem plan` alone, flat. */
function bothWays(plan: Plan): [name: string, engine: Value[], again: Value[]][] {
  const projection = project(plan);
  const measures = measure(projection);
  const again = recompute(JSON.parse(JSON.stringify(planJson(plan))) as PlanNumbers);
  const values = (array: Float64Array): Value[] => Array.from(array, valueOrNull);
  return [
    ['output', values(projection.output), again.output.flat(2)],
    ['reference', values(projection.reference), again.reference.flat(2)],
    ['locationQuotient', values(measures.locationQuotient), again.locationQuotient.flat(2)],
    ['agglomerationIndex', values(measures.agglomerationIndex), again.agglomerationIndex.flat(2)],
    ['stage', Array.from(measures.stage, (code) => STAGES[code]!), again.stage.flat(2)],
    ['similarity', values(allValues(measures.similarity)), again.similarity.flat(2)],
    // Of regions that could hardly supply each other it is a difference of nearly equal sums.
    [
      'complementarity',
      measures.complementarity === null ? [] : values(allValues(measures.complementarity).map(ofWhole)),
      again.complementarity?.flat(2).map((value) => (value === null ? null : ofWhole(value))) ?? [],
    ],
    ['tie', measures.tie === null ? [] : values(allValues(measures.tie)), again.tie?.flat(2) ?? []],
  ];
}

/** A part of a whole on top of the whole, of which 1e-9 is 1e-9 of the whole. */
function ofWhole(part: number): number {
  return 1 + part;
}

/** Where two writings differ: strings and nulls at all, numbers by more than 1e-9 of themselves. */
function differences(plan: Plan, except: readonly string[] = []): string[] {
  return bothWays(plan).flatMap(([name, engine, again]) => {
    if (except.includes(name)) return [];
    if (engine.length !== again.length) return [`${name} has ${engine.length} values, not ${again.length}`];
    return engine.flatMap((value, k) => {
      const other = again[k]!;
      if (value === other) return [];
      if (typeof value !== 'number' || typeof other !== 'number') return [`${name}[${k}] is ${value}, not ${other}`];
      const allowed = 1e-9 * Math.max(Math.abs(value), Math.abs(other));
      return Math.abs(value - other) <= allowed ? [] : [`${name}[${k}] is ${value}, not ${other}`];
    });
  });
}

async function compileFile(path: string, sets: readonly string[]): Promise<Plan> {
  const read = (file: string): Uint8Array => readFileSync(join(ROOT, 'scenarios', file));
  const { economy, scenario } = await parseScenario(read, path, sets);
  return compilePlan(economy, scenario, createResolver()).plan;
}

const RESPONSES = 'parameters.response={ formative: 1.4, growing: 1, mature: 0.7, recession: 0.5 }';

const FILES: readonly [file: string, ...sets: string[]][] = [
  ['tutorial/baseline.yaml'],
  ['tutorial/open-border.yaml', 'years.to=2045'],
  ['tutorial/faster-link.yaml', 'coordination=0.35', RESPONSES],
  ['changchun-jilin/baseline.yaml', 'years.to=2018'],
  ['changchun-jilin/coordinated.yaml', 'years.to=2018', RESPONSES],
  ['changchun-jilin/uncoordinated.yaml', 'years.to=2018', 'table=shares'],
  ['changchun-jilin/loop.yaml', 'years.to=2018', 'coordination=0.35', 'parameters.distanceDecay=1.1'],
];

describe('What an independent program recomputes from the printed plan', () => {
  for (const [file, ...sets] of FILES) {
    const there = ['case.yaml', 'outputs.csv', file.split('/')[1]!].every((name) =>
      existsSync(join(ROOT, 'scenarios', file.split('/')[0]!, name)),
    );
    it.skipIf(!there)(`is what the engine says of ${[file, ...sets].join(', ')}`, async () => {
      expect(differences(await compileFile(file, sets))).toEqual([]);
    });
  }

  it('is what the engine says of every way at once, half coordinated, with stages that respond differently', async () => {
    const { plan } = await compileSmall(`coordination: { North: 0.5, South: 0.8 }
parameters: { response: { formative: 1.4, growing: 1.1, mature: 0.7, recession: 0.5 }, localisation: 0.08, land: 1 }
policies:
  - kind: merger
  - kind: cluster
    industries: { top: 2 }
  - kind: market
  - kind: services
  - kind: land
    capacity: -0.05
  - kind: infrastructure
    links: [[North, Junction]]
  - kind: talent
    end: 2022
`);
    expect(differences(plan)).toEqual([]);
  });

  it('is what the engine says of random economies, all levers moving', () => {
    // Not the agglomeration index: where an industry hardly grows, it divides by what is left of two nearly equal numbers.
    fc.assert(
      fc.property(randomPlan({ spread: 'range', steps: 12, levers: true, events: true }), (plan) => {
        expect(differences(plan, ['agglomerationIndex'])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
