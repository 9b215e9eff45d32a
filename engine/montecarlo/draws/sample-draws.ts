import type { Study } from '../study/study.js';
import { sourceFunction, type UncertainNumber } from '../study/uncertain.js';
import { studySampler } from './study-sampler.js';

/** Inputs of some draws of a study. */
export interface SampledDraws {
  /** One column an uncertain number, and one for each future where they are drawn from different distributions. */
  readonly columns: readonly InputColumn[];
  /** Number of the first draw. */
  readonly from: number;
  readonly count: number;
  /** Values, draws × columns. */
  readonly values: Float64Array;
}

/** A column of inputs. */
export interface InputColumn {
  readonly path: string;
  /** Index of the run whose value it is, if the runs differ in it; else null. */
  readonly run: number | null;
  /** Such as `parameters.rivalry`, with the future's id in brackets where futures differ. */
  readonly name: string;
}

/**
 * Draws the uncertain numbers of a study without running it. The values of a draw depend on nothing but the seed, the draw and the
 * number's path (and, in a latin hypercube, on the number of draws).
 *
 * @param from first draw, from 0; default all draws
 */
export function sampleDraws(study: Study, from = 0, count = study.draws - from): SampledDraws {
  const columns = inputColumns(study);
  const fill = inputWriter(study, columns);
  const values = new Float64Array(count * columns.length);
  for (let k = 0; k < count; k++) fill(from + k, values, k * columns.length);
  return { columns, from, count, values };
}

/** The columns of a study's inputs. */
export function inputColumns(study: Study): InputColumn[] {
  return study.uncertain.flatMap(({ path, sources }): InputColumn[] => {
    const runs = sources.flatMap((source, run) => (source === null ? [] : [run]));
    const same = runs.every((run) => JSON.stringify(sources[run]) === JSON.stringify(sources[runs[0]!]));
    if (same) return [{ path, run: null, name: path }];
    return runs
      .filter((run) => run < study.futures.length)
      .map((run) => ({ path, run, name: `${path} (${study.runs[run]!.id})` }));
  });
}

/** Writes the inputs of a draw, in the order of the columns. */
export function inputWriter(
  study: Study,
  columns: readonly InputColumn[],
): (draw: number, target: Float64Array, at?: number) => void {
  const sampler = studySampler(study);
  const uniforms = new Float64Array(study.uncertain.length);
  const place = new Map(study.uncertain.map((number, j) => [number.path, { number, j }]));
  const reads = columns.map(({ path, run }) => {
    const { number, j } = place.get(path)!;
    return { j, at: sourceFunction(sourceOf(number, run)) };
  });
  return (draw, target, at = 0) => {
    sampler.fill(draw, uniforms);
    reads.forEach((read, c) => {
      target[at + c] = read.at(uniforms[read.j]!);
    });
  };
}

/** The source that a column is drawn from. */
export function sourceOf({ sources }: UncertainNumber, run: number | null) {
  return run === null ? sources.find((source) => source !== null)! : sources[run]!;
}
