import { scaledIntensities } from '../../compare/future.js';
import { type CompiledOutcome, compileOutcomes } from '../../outcomes/evaluate.js';
import type { OutcomeScope } from '../../outcomes/functions.js';
import { createView, type OutcomeView, type OutputPath } from '../../outcomes/view.js';
import { compilePlan, preparePlan } from '../../plan/compile.js';
import { type Foundation, layFoundation } from '../../plan/foundation.js';
import { type Ground, layGround } from '../../plan/ground.js';
import { createResolver, type Resolver } from '../../plan/resolve.js';
import { reusedArrays } from '../../projection/arrays.js';
import type { Projection } from '../../projection/plan.js';
import { project } from '../../projection/project.js';
import type { Scenario } from '../../scenario/scenario.js';
import { correlatedSampler } from '../sampling/correlated-sampler.js';
import type { Sampler } from '../sampling/sampler.js';
import type { Study } from '../study/study.js';
import { SOBOL_PATHS, sourceFunction } from '../study/uncertain.js';
import { createDrawNoise, type DrawNoise } from './draw-noise.js';
import { layOutRows, type RowLayout } from './row-layout.js';

/** Runs the draws of a study, any of them, in any order. */
export interface Drawer {
  readonly layout: RowLayout;
  readonly sampler: Sampler;
  /**
   * Runs one draw and writes its row.
   *
   * @throws Error where the draw yields no finite output, or for whatever went wrong
   */
  draw(draw: number, row: Float64Array): void;
  /** Runs the futures at any uniform numbers, with the noise of any draw (none if null), and writes their row. */
  evaluate(uniforms: Float64Array, noiseDraw: number | null, row: Float64Array): void;
}

/**
 * Prepares to run draws: everything that no draw changes is computed here.
 *
 * @param wanted runs that are run, by index; the others leave their part of a row as it is. Default all
 */
export function createDrawer(study: Study, wanted: readonly number[] = [...study.runs.keys()]): Drawer {
  const layout = layOutRows(study);
  const { regions, industries } = study.futures[0]!.economy;
  const dimensions = study.uncertain.map(({ path }) => path);
  const sampler = correlatedSampler(
    study.sampler,
    { seed: study.seed, draws: study.draws, dimensions, places: SOBOL_PATHS },
    study.correlations,
  );
  const runs = prepareRuns(study);
  const fill = createFiller(study, runs);
  const arrays = reusedArrays();
  const noiseOf = createDrawNoise(study.seed, layout.years.length - 1, regions.length, industries.length, arrays.take);
  const questions: Questions = {
    outcomes: compileOutcomes(formulasOf(study.outcomes), regions, industries),
    goals: compileOutcomes(formulasOf(study.goals), regions, industries),
  };
  const uniforms = new Float64Array(dimensions.length);
  // The future without policies comes first, since outcomes of the others look at it.
  const order = [...wanted].sort((a, b) => Number(b === runs.length - 1) - Number(a === runs.length - 1) || a - b);

  function evaluate(point: Float64Array, noise: DrawNoise | null, row: Float64Array): void {
    fill(point);
    arrays.release();
    const grounds = new Map<number, Ground>();
    let noPolicy: OutputPath | undefined;
    for (const k of order) {
      const run = runs[k]!;
      const { economy, scenario } = run.source;
      let ground = grounds.get(run.ground);
      if (ground === undefined) {
        ground = layGround(economy, scenario, run.resolver, run.prepared.foundation, arrays.take);
        grounds.set(run.ground, ground);
      }
      const compiled = compilePlan(economy, scenario, run.resolver, run.prepared, ground, arrays.take);
      const projection = project(compiled.plan, noise?.start(compiled.noise), compiled.reference, arrays.take);
      checkFinite(projection, run.source.id);
      const view = createView(
        projection,
        { discountRate: compiled.discountRate, valueAddedShare: economy.valueAddedShare },
        noPolicy ?? 'itself',
      );
      noPolicy ??= view.output;
      writeRun(row, layout, k, view, questions);
    }
  }

  return {
    layout,
    sampler,
    draw(draw, row) {
      if (draw >= study.draws)
        throw new RangeError(`the study has ${study.draws} draws, from 0: there is no draw ${draw}`);
      sampler.fill(draw, uniforms);
      evaluate(uniforms, noiseOf(draw), row);
    },
    evaluate(point, noiseDraw, row) {
      evaluate(point, noiseDraw === null ? null : noiseOf(noiseDraw), row);
    },
  };
}

interface PreparedRun {
  readonly source: Study['runs'][number];
  readonly prepared: ReturnType<typeof preparePlan>;
  /** The first run with the same ground. */
  readonly ground: number;
  readonly values: Map<string, number>;
  readonly resolver: Resolver;
}

function prepareRuns(study: Study): PreparedRun[] {
  const grounds = study.runs.map(({ economy, scenario }) => ({
    economy: JSON.stringify(economy),
    key: groundKey(scenario),
  }));
  const foundations = new Map<number, Foundation>();
  return study.runs.map((source, k): PreparedRun => {
    const { economy, scenario } = source;
    const sameCase = grounds.findIndex((other) => other.economy === grounds[k]!.economy);
    const ground = grounds.findIndex((other) => other.economy === grounds[k]!.economy && other.key === grounds[k]!.key);
    const foundation = foundations.get(sameCase) ?? layFoundation(economy, scenario.years);
    foundations.set(sameCase, foundation);
    const values = new Map<string, number>();
    const scale = scaledIntensities(scenario, study.equalCost?.[k]?.factor ?? 1);
    return {
      source,
      prepared: preparePlan(economy, scenario, foundation),
      ground,
      values,
      resolver: createResolver(values, scale),
    };
  });
}

/** Gives the uncertain numbers of all runs their values, each worked out once where runs share what it is drawn from. */
function createFiller(study: Study, runs: readonly PreparedRun[]): (point: Float64Array) => void {
  const writers = study.uncertain.flatMap(({ path, sources }, j) => {
    const shared = new Map<string, { readonly at: (u: number) => number; readonly targets: Map<string, number>[] }>();
    sources.forEach((source, k) => {
      if (source === null) return;
      const key = JSON.stringify(source);
      const writer = shared.get(key) ?? { at: sourceFunction(source), targets: [] };
      writer.targets.push(runs[k]!.values);
      shared.set(key, writer);
    });
    return [...shared.values()].map((writer) => ({ path, j, ...writer }));
  });
  return (point) => {
    for (const { path, j, at, targets } of writers) {
      const value = at(point[j]!);
      for (const values of targets) values.set(path, value);
    }
  };
}

/** What of a scenario decides its ground. */
function groundKey({ years, parameters, trend }: Scenario): string {
  return JSON.stringify({ years, parameters, trend });
}

function formulasOf(named: Study['goals']) {
  return Object.fromEntries(Object.entries(named).map(([name, { formula }]) => [name, formula]));
}

function checkFinite({ output, plan }: Projection, id: string): void {
  const cells = plan.regions.length * plan.industries.length;
  for (let k = output.length - cells; k < output.length; k++) {
    if (Number.isFinite(output[k]!)) continue;
    const region = plan.regions[Math.floor((k % cells) / plan.industries.length)];
    throw new RangeError(`output of ${region} is not finite in ${plan.years.at(-1)} (${id})`);
  }
}

/** What is asked of every run. */
interface Questions {
  readonly outcomes: readonly CompiledOutcome[];
  readonly goals: readonly CompiledOutcome[];
}

function writeRun(
  row: Float64Array,
  layout: RowLayout,
  run: number,
  view: OutcomeView,
  { outcomes, goals }: Questions,
): void {
  const last = layout.years.length - 1;
  const scope: OutcomeScope = { view, y: 0 };
  outcomes.forEach((outcome, o) => {
    const start = layout.outcome(run, o);
    const length = layout.lengths[o]!;
    for (let k = 0; k < length; k++) {
      scope.y = length === 1 ? last : k;
      row[start + k] = outcome.evaluate(scope);
    }
  });
  scope.y = last;
  goals.forEach((goal, g) => {
    row[layout.goal(run) + g] = goal.evaluate(scope);
  });
  const output = view.output.byRegion();
  const start = layout.region(run);
  for (let r = 0; r < layout.regions; r++) row[start + r] = 0;
  for (let y = 0; y <= last; y++) {
    const weight = (1 + view.discountRate) ** -y;
    for (let r = 0; r < layout.regions; r++) row[start + r]! += weight * output[y * layout.regions + r]!;
  }
  row[layout.volatility(run)] = volatility(output, layout.regions);
}

/** Standard deviation over the years of the log growth of all regions together; NaN of fewer than two steps. */
function volatility(output: Float64Array, regions: number): number {
  const years = output.length / regions;
  const total = (y: number): number => {
    let sum = 0;
    for (let r = 0; r < regions; r++) sum += output[y * regions + r]!;
    return sum;
  };
  let [mean, squares] = [0, 0];
  let before = Math.log(total(0));
  for (let y = 1; y < years; y++) {
    const now = Math.log(total(y));
    const growth = now - before;
    before = now;
    const off = growth - mean;
    mean += off / y;
    squares += off * (growth - mean);
  }
  return years < 3 ? Number.NaN : Math.sqrt(squares / (years - 2));
}
