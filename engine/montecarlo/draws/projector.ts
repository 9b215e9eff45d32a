import type { FutureSource } from '../../compare/future.js';
import { type CompiledPlan, planCompiler } from '../../plan/compile.js';
import { drawnReference, type ReferencePlan } from '../../plan/reference-plan.js';
import { type Arrays, reusedArrays } from '../../projection/arrays.js';
import type { Projection } from '../../projection/plan.js';
import { project } from '../../projection/project.js';
import type { Sampler } from '../sampling/sampler.js';
import type { Study } from '../study/study.js';
import { drawnNoise } from './draw-noise.js';
import { type PreparedRun, prepareRuns, valueWriter } from './prepared-runs.js';
import { studySampler } from './study-sampler.js';

/** One run of a draw, projected. Its arrays are overwritten by the next draw. */
export interface ProjectedRun {
  /** Index into the study's runs. */
  readonly run: number;
  readonly source: FutureSource;
  readonly compiled: CompiledPlan;
  readonly projection: Projection;
  /** Arrays for what is computed of it, overwritten likewise. */
  readonly arrays: Arrays;
}

/** Projects the runs of a study: the one place where draws come about, whoever asks for them. */
export interface Projector {
  readonly sampler: Sampler;
  /** Projects the runs of a draw, one after the other. */
  draw(draw: number, visit: (projected: ProjectedRun) => void): void;
  /** Projects the runs at any uniform numbers, with the noise of any draw (none if null). */
  evaluate(uniforms: Float64Array, noiseDraw: number | null, visit: (projected: ProjectedRun) => void): void;
}

/**
 * Prepares to project draws: everything that no draw changes is computed here.
 *
 * @param order runs that are projected, by index, in this order
 */
export function createProjector(study: Study, order: readonly number[]): Projector {
  const sampler = studySampler(study);
  const arrays = reusedArrays();
  const runs = prepareRuns(study);
  const writeValues = valueWriter(study, runs);
  const uniforms = new Float64Array(study.uncertain.length);
  const compilers = runCompilers(runs, order, arrays.take);
  const projectRuns = (point: Float64Array, noiseDraw: number | null, visit: (projected: ProjectedRun) => void) => {
    writeValues(point);
    arrays.release();
    for (let k = 0; k < compilers.length; k++) {
      const { run, source, compile } = compilers[k]!;
      const compiled = compile();
      const noise = noiseDraw === null ? undefined : drawnNoise(study.seed, noiseDraw, compiled.noise);
      const projection = project(compiled.plan, noise, compiled.reference, arrays.take);
      visit({ run, source, compiled, projection, arrays: arrays.take });
    }
  };
  return {
    sampler,
    draw(draw, visit) {
      if (draw >= study.draws)
        throw new RangeError(`the study has ${study.draws} draws, from 0: there is no draw ${draw}`);
      sampler.fill(draw, uniforms);
      projectRuns(uniforms, draw, visit);
    },
    evaluate(point, noiseDraw, visit) {
      projectRuns(point, noiseDraw, visit);
    },
  };
}

/** One run whose plan is compiled draw by draw. */
interface RunCompiler {
  readonly run: number;
  readonly source: FutureSource;
  readonly compile: () => CompiledPlan;
}

/** Compiles what no draw changes of the plans of some runs. The first run of those that share a reference path computes it. */
function runCompilers(runs: readonly PreparedRun[], order: readonly number[], arrays: Arrays): RunCompiler[] {
  const references = new Map<number, ReferencePlan>();
  return order.map((run): RunCompiler => {
    const { source, resolver, template, sharedReference } = runs[run]!;
    const { economy, scenario } = source;
    const shared = references.get(sharedReference);
    if (shared !== undefined) {
      return { run, source, compile: planCompiler(economy, scenario, resolver, { template, reference: shared }) };
    }
    const { reference, compute } = drawnReference(economy, scenario, resolver, template.observed, arrays);
    references.set(sharedReference, reference);
    const compile = planCompiler(economy, scenario, resolver, { template, reference });
    return {
      run,
      source,
      compile: () => {
        compute();
        return compile();
      },
    };
  });
}
