import type { FutureSource } from '../../compare/future.js';
import { type CompiledPlan, compilePlan } from '../../plan/compile.js';
import { type ReferencePlan, resolveReferencePlan } from '../../plan/reference-plan.js';
import { reusedArrays } from '../../projection/arrays.js';
import type { Projection } from '../../projection/plan.js';
import { project } from '../../projection/project.js';
import type { Sampler } from '../sampling/sampler.js';
import type { Study } from '../study/study.js';
import { createDrawNoise, type DrawNoise } from './draw-noise.js';
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
  const { economy, scenario } = study.futures[0]!;
  const steps = scenario.years.to - scenario.years.from;
  const noiseOf = createDrawNoise(study.seed, steps, economy.regions.length, economy.industries.length, arrays.take);
  const runs = prepareRuns(study);
  const writeValues = valueWriter(study, runs);
  const uniforms = new Float64Array(study.uncertain.length);
  const projectRuns = (point: Float64Array, noise: DrawNoise | null, visit: (projected: ProjectedRun) => void) => {
    writeValues(point);
    arrays.release();
    const references = new Map<number, ReferencePlan>();
    for (const run of order) {
      const { source, resolver, template, sharedReference } = runs[run]!;
      let reference = references.get(sharedReference);
      if (reference === undefined) {
        reference = resolveReferencePlan(source.economy, source.scenario, resolver, template.observed, arrays.take);
        references.set(sharedReference, reference);
      }
      const parts = { template, reference, arrays: arrays.take };
      const compiled = compilePlan(source.economy, source.scenario, resolver, parts);
      const projection = project(compiled.plan, noise?.start(compiled.noise), compiled.reference, arrays.take);
      visit({ run, source, compiled, projection });
    }
  };
  return {
    sampler,
    draw(draw, visit) {
      if (draw >= study.draws)
        throw new RangeError(`the study has ${study.draws} draws, from 0: there is no draw ${draw}`);
      sampler.fill(draw, uniforms);
      projectRuns(uniforms, noiseOf(draw), visit);
    },
    evaluate(point, noiseDraw, visit) {
      projectRuns(point, noiseDraw === null ? null : noiseOf(noiseDraw), visit);
    },
  };
}
