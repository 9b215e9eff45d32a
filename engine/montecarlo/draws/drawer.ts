import { createView, type OutputPath } from '../../outcomes/view.js';
import { compilePlan } from '../../plan/compile.js';
import { type ReferencePlan, resolveReferencePlan } from '../../plan/reference-plan.js';
import { reusedArrays } from '../../projection/arrays.js';
import { project } from '../../projection/project.js';
import type { Sampler } from '../sampling/sampler.js';
import type { Study } from '../study/study.js';
import { createDrawNoise, type DrawNoise } from './draw-noise.js';
import { prepareRuns, valueWriter } from './prepared-runs.js';
import { layOutRows, type RowLayout } from './row-layout.js';
import { studySampler } from './study-sampler.js';
import { checkFinite, rowWriter } from './write-run.js';

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
  const sampler = studySampler(study);
  const arrays = reusedArrays();
  const noiseOf = studyNoise(study, layout, arrays);
  const evaluateRuns = runEvaluator(study, wanted, layout, arrays);
  const uniforms = new Float64Array(study.uncertain.length);
  return {
    layout,
    sampler,
    draw(draw, row) {
      if (draw >= study.draws)
        throw new RangeError(`the study has ${study.draws} draws, from 0: there is no draw ${draw}`);
      sampler.fill(draw, uniforms);
      evaluateRuns(uniforms, noiseOf(draw), row);
    },
    evaluate(point, noiseDraw, row) {
      evaluateRuns(point, noiseDraw === null ? null : noiseOf(noiseDraw), row);
    },
  };
}

type ReusedArrays = ReturnType<typeof reusedArrays>;

function studyNoise(study: Study, { years }: RowLayout, arrays: ReusedArrays): (draw: number) => DrawNoise {
  const { regions, industries } = study.futures[0]!.economy;
  return createDrawNoise(study.seed, years.length - 1, regions.length, industries.length, arrays.take);
}

/** Projects the wanted runs at a point of the uncertain numbers and writes their parts of a row. */
function runEvaluator(
  study: Study,
  wanted: readonly number[],
  layout: RowLayout,
  arrays: ReusedArrays,
): (point: Float64Array, noise: DrawNoise | null, row: Float64Array) => void {
  const runs = prepareRuns(study);
  const writeValues = valueWriter(study, runs);
  const writeRun = rowWriter(study, layout);
  const noPolicyRun = runs.length - 1;
  // The future without policies comes first, since outcomes of the others look at it.
  const order = [...wanted].sort((a, b) => Number(b === noPolicyRun) - Number(a === noPolicyRun) || a - b);
  return (point, noise, row) => {
    writeValues(point);
    arrays.release();
    const references = new Map<number, ReferencePlan>();
    let noPolicy: OutputPath | undefined;
    for (const k of order) {
      const { source, resolver, template, sharedReference } = runs[k]!;
      const { economy, scenario } = source;
      let reference = references.get(sharedReference);
      if (reference === undefined) {
        reference = resolveReferencePlan(economy, scenario, resolver, template.observed, arrays.take);
        references.set(sharedReference, reference);
      }
      const compiled = compilePlan(economy, scenario, resolver, { template, reference, arrays: arrays.take });
      const projection = project(compiled.plan, noise?.start(compiled.noise), compiled.reference, arrays.take);
      checkFinite(projection, source.id);
      const prices = { discountRate: compiled.discountRate, valueAddedShare: economy.valueAddedShare };
      const view = createView(projection, prices, noPolicy ?? 'itself');
      noPolicy ??= view.output;
      writeRun(k, view, row);
    }
  };
}
