import { createView, type OutputPath } from '../../outcomes/view.js';
import type { Sampler } from '../sampling/sampler.js';
import type { Study } from '../study/study.js';
import { createProjector, type ProjectedRun } from './projector.js';
import { layOutRows, type RowLayout } from './row-layout.js';
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
  const noPolicyRun = study.runs.length - 1;
  // The future without policies comes first, since outcomes of the others look at it.
  const order = [...wanted].sort((a, b) => Number(b === noPolicyRun) - Number(a === noPolicyRun) || a - b);
  const projector = createProjector(study, order);
  const visitor = outcomeWriter(study, layout);
  return {
    layout,
    sampler: projector.sampler,
    draw: (draw, row) => projector.draw(draw, visitor(row)),
    evaluate: (point, noiseDraw, row) => projector.evaluate(point, noiseDraw, visitor(row)),
  };
}

/** Writes the outcomes of the runs of one draw, as they are projected, into a row. */
function outcomeWriter(study: Study, layout: RowLayout): (row: Float64Array) => (projected: ProjectedRun) => void {
  const writeRun = rowWriter(study, layout);
  return (row) => {
    let noPolicy: OutputPath | undefined;
    return ({ run, source, compiled, projection, arrays }) => {
      checkFinite(projection, source.id);
      const prices = { discountRate: compiled.discountRate, valueAddedShare: source.economy.valueAddedShare };
      const view = createView(projection, prices, noPolicy ?? 'itself', arrays);
      noPolicy ??= view.output;
      writeRun(run, view, row);
    };
  };
}
