import type { StudyResult } from '../../montecarlo/answers/answers.js';
import type { PairedSummary } from '../../montecarlo/answers/pairs.js';
import { BAND_NAMES, type Summary } from '../../statistics/summary.js';
import { type Column, csvTable, type DataTable, MONEY, textColumn } from '../data/columns.js';
import { jsonText } from '../data/json.js';

/** A summary over the draws with what it is of. */
interface Summarised<Of extends Summary = Summary> {
  readonly future: string;
  readonly summary: Of;
}

/** A summary of an outcome in one year. */
interface OutcomeRow<Of extends Summary = Summary> extends Summarised<Of> {
  readonly outcome: string;
  readonly year: number;
}

/** A summary of what a future gains over another in a region; null in all regions together. */
interface GainRow extends Summarised<PairedSummary> {
  readonly against: string;
  readonly region: string | null;
}

/** Columns of a summary: its quantiles and its mean. */
function summaryColumns(unit: string): Column<Summarised>[] {
  return [
    ...BAND_NAMES.map((name) => ({
      name,
      unit,
      meaning: `${Number(name.slice(1))} % of the draws lie below`,
      of: ({ summary }: Summarised) => summary[name],
    })),
    { name: 'mean', unit, meaning: 'mean of the draws', of: ({ summary }) => summary.mean },
  ];
}

const BETTER: Column<Summarised<PairedSummary>> = {
  name: 'probability_better',
  unit: '1',
  meaning: 'share of the draws in which it is better than the other future',
  of: ({ summary }) => summary.probabilityBetter?.share ?? null,
};

/** Columns of bands.csv. */
export const BAND_COLUMNS: readonly Column<OutcomeRow>[] = [
  textColumn('scenario', 'id of the future, no policy included', ({ future }) => future),
  textColumn('year', 'year', ({ year }) => year),
  textColumn('outcome', 'name of the outcome', ({ outcome }) => outcome),
  ...summaryColumns('of the outcome'),
];

/** Columns of differences.csv. */
export const DIFFERENCE_COLUMNS: readonly Column<OutcomeRow<PairedSummary>>[] = [
  textColumn('scenario', 'id of the future, which is held against the first', ({ future }) => future),
  ...BAND_COLUMNS.slice(1),
  BETTER,
];

/** Columns of gains.csv. */
export const GAIN_COLUMNS: readonly Column<GainRow>[] = [
  textColumn('scenario', 'id of the future', ({ future }) => future),
  textColumn('against', 'id of the future it is held against', ({ against }) => against),
  textColumn('region', 'name of the region; empty for all together', ({ region }) => region),
  ...summaryColumns(MONEY),
  {
    name: 'worst_tenth',
    unit: MONEY,
    meaning: 'mean of the worst tenth of the draws',
    of: ({ summary }) => summary.lowestTenth,
  },
  BETTER,
];

/** The files of a study but for its draws: tables, and its summary. */
export function studyFiles(result: StudyResult, summary: unknown): Map<string, Iterable<string>> {
  return new Map<string, Iterable<string>>([
    ['bands.csv', csvTable(bandsTable(result))],
    ['differences.csv', csvTable({ columns: DIFFERENCE_COLUMNS, rows: differenceRows(result) })],
    ['gains.csv', gainsFile(result)],
    ['summary.json', jsonText(summary)],
  ]);
}

/** gains.csv: what each future gains in each region and in all, with its range and how often it is a gain. */
export function gainsFile(result: StudyResult): Iterable<string> {
  return csvTable({ columns: GAIN_COLUMNS, rows: gainRows(result) });
}

/** bands.csv: every outcome of every future, no policy included, in every year. */
export function bandsTable({ study, outcomes }: StudyResult): DataTable<OutcomeRow> {
  const rows = outcomes.flatMap(({ name: outcome, years, runs }) =>
    runs.flatMap((summaries, run) =>
      years.map((year, y) => ({ future: study.runs[run]!.id, year, outcome, summary: summaries[y]! })),
    ),
  );
  return { columns: BAND_COLUMNS, rows };
}

/** Difference of every outcome of each later future to the first, in every year. */
function differenceRows({ study, outcomes }: StudyResult): OutcomeRow<PairedSummary>[] {
  return outcomes.flatMap(({ name: outcome, years, differences }) =>
    differences.flatMap((summaries, run) =>
      summaries.map((summary, y) => ({ future: study.runs[run]!.id, year: years[y]!, outcome, summary })),
    ),
  );
}

/** Discounted output that each future gains, against no policy and against the first future, by region and in all. */
function gainRows({ study, gains, regions }: StudyResult): GainRow[] {
  const noPolicy = study.runs.at(-1)!.id;
  const first = study.runs[0]!.id;
  return gains.flatMap(({ future: { id: future }, overNoPolicy, overFirst }) =>
    [
      { against: noPolicy, gain: overNoPolicy },
      { against: first, gain: overFirst },
    ].flatMap(({ against, gain }): GainRow[] =>
      gain === null
        ? []
        : [
            ...regions.map((region, r) => ({ future, against, region, summary: gain.regions[r]! })),
            { future, against, region: null, summary: gain.total },
          ],
    ),
  );
}
