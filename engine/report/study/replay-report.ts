import type { ReplayedDraw } from '../../montecarlo/draws/replay.js';
import { type Column, type DataTable, textColumn } from '../data/columns.js';
import { formatNumber } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { numberHeading, tabulate } from '../text/text-columns.js';
import type { Layout, TextTable } from '../text/text-table.js';

/** One draw for a terminal: what was drawn, and what came of it. */
export function replayText(replayed: ReplayedDraw, layout: Layout): string {
  const { study, draw, failure } = replayed;
  const head = `Draw ${draw} of ${study.draws} (${study.sampler}, seed ${study.seed})${failure === null ? '' : ` failed: ${failure}`}`;
  return `${head}\n\n${renderTextTable(inputsTable(replayed), layout)}\n${renderTextTable(outcomesTable(replayed), layout)}`;
}

function inputsTable({ inputs }: ReplayedDraw): TextTable {
  return {
    title: 'Inputs',
    ...tabulate<ReplayedDraw['inputs'][number]>(
      [
        { heading: 'number', whole: true, cell: ({ name }) => name },
        { ...numberHeading('drawn'), cell: ({ value }) => formatNumber(value) },
        { ...numberHeading('central'), cell: ({ central }) => formatNumber(central) },
      ],
      inputs,
    ),
    notes: ['A policy’s failure is 1 if it fails and 0 if it succeeds; its central value is the probability.'],
  };
}

function outcomesTable({ study, outcomes, goals }: ReplayedDraw): TextTable {
  return {
    title: `Outcomes in ${study.futures[0]!.scenario.years.to}`,
    columns: [{ heading: 'outcome', whole: true }, ...study.runs.map(({ scenario }) => numberHeading(scenario.label))],
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

interface ReplayedValue {
  readonly future: string;
  readonly year: number;
  readonly outcome: string;
  readonly value: number | null;
}

const REPLAY_COLUMNS: readonly Column<ReplayedValue>[] = [
  textColumn('scenario', 'id of the future', ({ future }) => future),
  textColumn('year', 'year', ({ year }) => year),
  textColumn('outcome', 'name of the outcome', ({ outcome }) => outcome),
  { name: 'value', unit: 'of the outcome', meaning: 'value in this draw', of: ({ value }) => value },
];

/** Every outcome of one draw by future and year. */
export function replayTable({ study, outcomes }: ReplayedDraw): DataTable<ReplayedValue> {
  const rows = outcomes.flatMap(({ name: outcome, years, runs }) =>
    runs.flatMap((values, run) =>
      years.map((year, y) => ({ future: study.runs[run]!.id, year, outcome, value: values[y]! })),
    ),
  );
  return { columns: REPLAY_COLUMNS, rows };
}
