import type { Batch } from '../../montecarlo/draws/batch.js';
import { layOutRows } from '../../montecarlo/draws/row-layout.js';
import { inputColumns, inputWriter } from '../../montecarlo/draws/sample-draws.js';
import type { Study } from '../../montecarlo/study/study.js';
import { type Column, type DataTable, MONEY, madeRows } from '../data/columns.js';

/**
 * Columns of the draws' table: the draw's number, its inputs, then by run every outcome in the last year, every goal, and what tells who gains
 * and how steadily.
 */
export function drawColumns(study: Study): Omit<Column<never>, 'of'>[] {
  const outcomes = Object.keys(study.outcomes);
  const goals = Object.keys(study.goals);
  const { regions } = study.futures[0]!.economy;
  return [
    { name: 'draw', unit: null, meaning: 'number of the draw, from 0' },
    ...inputColumns(study).map(({ name }) => ({ name, unit: '1', meaning: 'uncertain number, as drawn' })),
    ...study.runs.flatMap(({ id }) => [
      ...outcomes.map((name) => ({ name: `${name} (${id})`, unit: 'of the outcome', meaning: 'in the last year' })),
      ...goals.map((name) => ({ name: `goal ${name} (${id})`, unit: '1', meaning: '1 where it is met, else 0' })),
      ...regions.map((name) => ({
        name: `discounted output: ${name} (${id})`,
        unit: MONEY,
        meaning: 'discounted output of the region',
      })),
      { name: `volatility of growth (${id})`, unit: '1', meaning: 'standard deviation of yearly growth' },
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

/** draws.csv: a row for each draw; one row of numbers is written over for the next. */
export function drawsTable(study: Study, batches: () => Iterable<Batch>): DataTable<Float64Array> {
  const columns = drawColumns(study).map((column, c) => ({ ...column, of: (values: Float64Array) => values[c]! }));
  return { columns, rows: madeRows(() => drawRows(study, batches())) };
}

function* drawRows(study: Study, batches: Iterable<Batch>): Generator<Float64Array> {
  const write = drawValues(study);
  const values = new Float64Array(drawColumns(study).length);
  for (const batch of batches) {
    for (let k = 0; k < batch.count; k++) {
      write(batch, k, values);
      yield values;
    }
  }
}
