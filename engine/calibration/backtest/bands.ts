import type { Economy } from '../../economy/economy.js';
import { createProjector } from '../../montecarlo/draws/projector.js';
import { createStudy } from '../../montecarlo/study/study.js';
import type { Scenario } from '../../scenario/scenario.js';
import { columnSums, rowSums } from '../../statistics/cells.js';

/** Cells whose samples are kept; of a larger case, every second, every third and so on. */
const MOST_CELLS = 4_000;

/** Samples of a scenario's outputs, one for each year projected and each cell or region. */
export interface Bands {
  /** Indices of the cells that are sampled. */
  readonly cells: readonly number[];
  /** By year after the first, then by sampled cell: the draws in ascending order. */
  readonly cellSamples: readonly (readonly Float64Array[])[];
  /** By year after the first, then by region. */
  readonly regionSamples: readonly (readonly Float64Array[])[];
  /** By year after the first, then by industry, of all regions together. */
  readonly industrySamples: readonly (readonly Float64Array[])[];
}

/**
 * Samples of the outputs of a scenario without policies: draws of a study of this scenario alone, with the noise and the uncertain numbers that any
 * study draws.
 *
 * @param years indices of the projected years that are kept, from 1
 */
export function sampleBands(
  economy: Economy,
  scenario: Scenario,
  draws: number,
  seed: number,
  years: readonly number[],
): Bands {
  const industries = economy.industries.length;
  const count = economy.regions.length * industries;
  const stride = Math.ceil(count / MOST_CELLS);
  const cells = Array.from({ length: Math.ceil(count / stride) }, (_, k) => k * stride);
  const empty = (size: number) => years.map(() => Array.from({ length: size }, () => new Float64Array(draws)));
  const cellSamples = empty(cells.length);
  const regionSamples = empty(economy.regions.length);
  const industrySamples = empty(industries);
  const study = createStudy([{ id: 'bands', economy, scenario }], { draws, seed, equalCost: false });
  const projector = createProjector(study, [0]);
  for (let draw = 0; draw < draws; draw++) {
    projector.draw(draw, ({ projection: { output } }) => {
      for (let y = 0; y < years.length; y++) {
        const row = output.subarray(years[y]! * count, (years[y]! + 1) * count);
        const samples = cellSamples[y]!;
        for (let k = 0; k < cells.length; k++) samples[k]![draw] = row[cells[k]!]!;
        const totals = rowSums(row, industries);
        for (let r = 0; r < totals.length; r++) regionSamples[y]![r]![draw] = totals[r]!;
        const wholes = columnSums(row, industries);
        for (let i = 0; i < industries; i++) industrySamples[y]![i]![draw] = wholes[i]!;
      }
    });
  }
  for (const samples of [...cellSamples, ...regionSamples, ...industrySamples])
    for (const sample of samples) sample.sort();
  return { cells, cellSamples, regionSamples, industrySamples };
}
