import type { StudyResult } from '../../montecarlo/answers/answers.js';
import type { Batch } from '../../montecarlo/draws/batch.js';
import { layOutRows } from '../../montecarlo/draws/row-layout.js';
import { inputColumns, inputWriter } from '../../montecarlo/draws/sample-draws.js';
import type { Study } from '../../montecarlo/study/study.js';
import { BAND_NAMES, type Summary } from '../../statistics/summary.js';
import { type CsvValue, csvLines } from '../data/csv.js';
import { jsonText } from '../data/json.js';

/** Header of `bandRows`. */
export const BANDS_HEADER = ['scenario', 'year', 'outcome', ...BAND_NAMES, 'mean'];

const DIFFERENCES_HEADER = [...BANDS_HEADER, 'probability_better'];

const GAINS_HEADER = ['scenario', 'against', 'region', ...BAND_NAMES, 'mean', 'worst_tenth', 'probability_better'];

/** The files of a study but for its draws: tables, and its summary. */
export function studyFiles(result: StudyResult, summary: unknown): Map<string, Iterable<string>> {
  return new Map<string, Iterable<string>>([
    ['bands.csv', csvLines(BANDS_HEADER, bandRows(result))],
    ['differences.csv', csvLines(DIFFERENCES_HEADER, differenceRows(result))],
    ['gains.csv', csvLines(GAINS_HEADER, gainRows(result))],
    ['summary.json', jsonText(summary)],
  ]);
}

/** Every outcome of every future, no policy included, in every year. */
export function* bandRows({ study, outcomes }: StudyResult): Generator<readonly CsvValue[]> {
  for (const { name, years, runs } of outcomes) {
    for (const [run, summaries] of runs.entries()) {
      for (const [y, year] of years.entries()) yield [study.runs[run]!.id, year, name, ...bandValues(summaries[y]!)];
    }
  }
}

/** Every outcome's difference of each later future to the first, in every year. */
function* differenceRows({ study, outcomes }: StudyResult): Generator<readonly CsvValue[]> {
  for (const { name, years, differences } of outcomes) {
    for (const [f, summaries] of differences.entries()) {
      for (const [y, summary] of summaries.entries()) {
        const better = summary.probabilityBetter?.share ?? null;
        yield [study.runs[f]!.id, years[y]!, name, ...bandValues(summary), better];
      }
    }
  }
}

/** Discounted output that each future gains, against no policy and against the first future, by region and in all (region empty). */
function* gainRows({ study, gains, regions }: StudyResult): Generator<readonly CsvValue[]> {
  const noPolicy = study.runs.at(-1)!.id;
  for (const { future, overNoPolicy, overFirst } of gains) {
    for (const [against, gain] of [
      [noPolicy, overNoPolicy],
      [study.runs[0]!.id, overFirst],
    ] as const) {
      if (gain === null) continue;
      for (const [region, summary] of [
        ...regions.map((name, r) => [name, gain.regions[r]!] as const),
        [null, gain.total] as const,
      ]) {
        const better = summary.probabilityBetter?.share ?? null;
        yield [future.id, against, region, ...bandValues(summary), summary.lowestTenth, better];
      }
    }
  }
}

function bandValues(summary: Summary): CsvValue[] {
  return [...BAND_NAMES.map((name) => summary[name]), summary.mean];
}

/** Columns of the draws' table: the draw's number, its inputs, then by run every outcome in the last year, every goal, and what tells who gains and how steadily. */
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
  yield* csvLines(header, []);
  for (const batch of batches) {
    for (let k = 0; k < batch.count; k++) {
      write(batch, k, values);
      yield `${Array.from(values, (value) => (Number.isFinite(value) ? String(value) : '')).join(',')}\n`;
    }
  }
}
