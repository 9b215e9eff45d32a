import type { Study } from '../study/study.js';
import type { Drawer } from './drawer.js';

/** Rows of consecutive numbers: draws of a study, or points of a sensitivity design. */
export interface BatchRange {
  readonly from: number;
  readonly count: number;
}

/** A draw that yielded nothing, and why. */
export interface FailedDraw {
  readonly draw: number;
  readonly message: string;
}

/** Result of a batch, fit to be handed between workers and written to a file. */
export interface Batch extends BatchRange {
  /** Rows × width; those of failed draws are NaN. */
  readonly rows: Float64Array;
  readonly failures: readonly FailedDraw[];
}

/** Runs batches, one after the other or several at once, wherever they are run. */
export type RunBatch = (range: BatchRange) => Batch | Promise<Batch>;

/** Runs batches of a study's draws in this thread. */
export function drawBatches(drawer: Drawer): (range: BatchRange) => Batch {
  return createBatches(drawer.layout.width, (draw, row) => drawer.draw(draw, row));
}

/** Runs batches of rows; one that throws an error is failed, and the others go on. */
export function createBatches(
  width: number,
  run: (number: number, row: Float64Array) => void,
): (range: BatchRange) => Batch {
  return ({ from, count }) => {
    const rows = new Float64Array(width * count);
    // One row for all: a view of each would be an array made for every draw.
    const row = new Float64Array(width);
    const failures: FailedDraw[] = [];
    for (let k = 0; k < count; k++) {
      row.fill(0);
      try {
        run(from + k, row);
      } catch (error) {
        row.fill(Number.NaN);
        failures.push({ draw: from + k, message: error instanceof Error ? error.message : String(error) });
      }
      rows.set(row, k * width);
    }
    return { from, count, rows, failures };
  };
}

/** Identity of the numbers that a study yields, whoever computes them: all of the study but the names of its files. */
export function studyKey({ runs, futures, ...rest }: Study): string {
  const contents = runs.map(({ id, economy, scenario }) => ({ id, economy, scenario: { ...scenario, file: '' } }));
  return JSON.stringify({ ...rest, runs: contents, futures: futures.length });
}
