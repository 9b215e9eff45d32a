import type { Batch } from '../../montecarlo/draws/batch.js';
import { layOutRows } from '../../montecarlo/draws/row-layout.js';
import { inputColumns, inputWriter } from '../../montecarlo/draws/sample-draws.js';
import type { Study } from '../../montecarlo/study/study.js';
import { csvLine } from '../data/csv.js';

/**
 * Columns of the draws' table: the draw's number, its inputs, then by run every outcome in the last year, every goal, and what tells who gains
 * and how steadily.
 */
export function drawColumns(study: Study): string[] {
  const outcomes = Object.keys(study.outcomes);
  const goals = Object.keys(study.goals);
  const { regions } = study.futures[0]!.economy;
  return [
    'draw',
    ...inputColumns(study).map(({ name }) => name),
    ...study.runs.flatMap(({ id }) => [
      ...outcomes.map((name) => `${name} (${id})`),
      ...goals.map((name) => `goal ${name} (${id})`),
      ...regions.map((name) => `discounted output: ${name} (${id})`),
      `volatility of growth (${id})`,
    ]),
  ];
}

/** Writes the numbers of the draws' table, draw by draw; what is undefined, and what a failed draw would have yielded, is NaN. */
export function drawValues(study: Study): (batch: Batch, k: number, target: Float64Array) => void {
  const layout = layOutRows(study);
  const columns = inputColumns(study);
  const inputs = inputWriter(study, columns);
  return ({ from, rows }, k, target) => {
    target[0] = from + k;
    inputs(from + k, target, 1);
    let at = 1 + columns.length;
    const start = k * layout.width;
    for (let run = 0; run < layout.runs; run++) {
      for (let o = 0; o < layout.outcomes.length; o++) target[at++] = rows[start + layout.last(run, o)]!;
      for (let g = 0; g < layout.goals.length; g++) target[at++] = rows[start + layout.goal(run) + g]!;
      for (let r = 0; r < layout.regions; r++) target[at++] = rows[start + layout.region(run) + r]!;
      target[at++] = rows[start + layout.volatility(run)]!;
    }
  };
}

/** The draws' table as lines of a CSV file. */
export function* drawLines(study: Study, batches: Iterable<Batch>): Generator<string> {
  const header = drawColumns(study);
  const write = drawValues(study);
  const values = new Float64Array(header.length);
  yield `${csvLine(header)}\n`;
  for (const batch of batches) {
    for (let k = 0; k < batch.count; k++) {
      write(batch, k, values);
      yield `${csvLine([...values])}\n`;
    }
  }
}
