import type { ReplayedDraw } from '../../montecarlo/draws/replay.js';
import type { CsvValue } from '../data/csv.js';
import { formatNumber } from '../text/number-format.js';
import { type Layout, renderTextTable, type TextTable } from '../text/text-table.js';

/** One draw for a terminal: what was drawn, and what came of it. */
export function replayText(replayed: ReplayedDraw, layout: Layout): string {
  const { study, draw, failure } = replayed;
  const head = `Draw ${draw} of ${study.draws} (${study.sampler}, seed ${study.seed})${failure === null ? '' : ` failed: ${failure}`}`;
  return `${head}\n\n${renderTextTable(inputsTable(replayed), layout)}\n${renderTextTable(outcomesTable(replayed), layout)}`;
}

function inputsTable({ inputs }: ReplayedDraw): TextTable {
  return {
    title: 'Inputs',
    columns: [
      { heading: 'number', whole: true },
      { heading: 'drawn', align: 'right' },
      { heading: 'central', align: 'right' },
    ],
    rows: inputs.map(({ name, value, central }) => [name, formatNumber(value), formatNumber(central)]),
    notes: ['A policy’s failure is 1 if it fails and 0 if it succeeds; its central value is the probability.'],
  };
}

function outcomesTable({ study, outcomes, goals }: ReplayedDraw): TextTable {
  return {
    title: `Outcomes in ${study.futures[0]!.scenario.years.to}`,
    columns: [
      { heading: 'outcome', whole: true },
      ...study.runs.map(({ id }) => ({ heading: id, align: 'right' as const })),
    ],
    rows: [
      ...outcomes.map(({ name, runs }) => [name, ...runs.map((values) => formatNumber(values.at(-1)!))]),
      ...goals.map(({ name, runs }) => [`goal ${name}`, ...runs.map((met) => (met ? 'met' : 'missed'))]),
    ],
  };
}

/** One draw as one plain object. */
export function replayJson({ study, draw, inputs, outcomes, goals, failure }: ReplayedDraw) {
  const byRun = <T>(values: readonly T[]): Record<string, T> =>
    Object.fromEntries(values.map((value, run) => [study.runs[run]!.id, value]));
  return {
    draw,
    draws: study.draws,
    seed: study.seed,
    sampler: study.sampler,
    inputs: Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
    outcomes: Object.fromEntries(
      outcomes.map(({ name, years, runs }) => [name, byRun(runs.map((values) => ({ years, values })))]),
    ),
    goals: Object.fromEntries(goals.map(({ name, runs }) => [name, byRun(runs)])),
    failure,
  };
}

/** Header of `replayRows`. */
export const REPLAY_HEADER = ['scenario', 'year', 'outcome', 'value'];

/** Every outcome of one draw by future and year. */
export function* replayRows({ study, outcomes }: ReplayedDraw): Generator<readonly CsvValue[]> {
  for (const { name, years, runs } of outcomes) {
    for (const [run, values] of runs.entries()) {
      for (const [y, year] of years.entries()) yield [study.runs[run]!.id, year, name, values[y]!];
    }
  }
}
