import type { FutureSource } from '../../compare/future.js';
import type { Equation } from '../../kernel/equation.js';
import { type CompiledPlan, compilePlan } from '../../plan/compile.js';
import { type ReferencePlan, resolveReferencePlan } from '../../plan/reference-plan.js';
import { reusedArrays } from '../../projection/arrays.js';
import type { Projection } from '../../projection/plan.js';
import { project } from '../../projection/project.js';
import { equationOf } from '../../projection/reference.js';
import type { Sampler } from '../sampling/sampler.js';
import type { Study } from '../study/study.js';
import { drawnNoise } from './draw-noise.js';
import { prepareRuns, valueWriter } from './prepared-runs.js';
import { studySampler } from './study-sampler.js';

/** One run of a draw, projected. Its arrays are overwritten by the next draw. */
export interface ProjectedRun {
  /** Index into the study's runs. */
  readonly run: number;
  readonly source: FutureSource;
  readonly compiled: CompiledPlan;
  readonly projection: Projection;
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
  // One equation for each reference path, since futures are projected on the one that it holds.
  const equations = new Map<number, Equation>();
  const writeValues = valueWriter(study, runs);
  const uniforms = new Float64Array(study.uncertain.length);
  const projectRuns = (point: Float64Array, noiseDraw: number | null, visit: (projected: ProjectedRun) => void) => {
    writeValues(point);
    arrays.release();
    const references = new Map<number, ReferencePlan>();
    for (const run of order) {
      const { source, resolver, template, sharedReference } = runs[run]!;
      let reference = references.get(sharedReference);
      if (reference === undefined) {
        const equation = equations.get(sharedReference) ?? equationOf(source.economy, template.observed.years);
        equations.set(sharedReference, equation);
        const room = { arrays: arrays.take, equation };
        reference = resolveReferencePlan(source.economy, source.scenario, resolver, template.observed, room);
        references.set(sharedReference, reference);
      }
      const parts = { template, reference, arrays: arrays.take };
      const compiled = compilePlan(source.economy, source.scenario, resolver, parts);
      const noise = noiseDraw === null ? undefined : drawnNoise(study.seed, noiseDraw, compiled.noise);
      const projection = project(compiled.plan, noise, compiled.reference, arrays.take);
      visit({ run, source, compiled, projection });
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
