import { COUNTED_STAGES } from '../../indicators/stage.js';
import { type Column, type DataTable, MONEY, madeRows, textColumn } from '../data/columns.js';
import { FUTURE_AND_YEAR, measureColumn, type Place, type ScenarioResult } from './measure-columns.js';

/** Columns of regions.csv. */
export const REGION_COLUMNS: readonly Column<Place>[] = [
  ...FUTURE_AND_YEAR,
  textColumn('region', 'name of the region', ({ result: { projection }, at }) => {
    const { regions } = projection.plan;
    return regions[at % regions.length]!;
  }),
  measureColumn({
    name: 'output',
    unit: MONEY,
    meaning:
      'output of all industries, at prices of the first projected year (of the tables where the case has no deflator)',
    values: ({ measures }) => measures.regionOutput,
  }),
  measureColumn({
    name: 'trend_output',
    unit: MONEY,
    meaning: 'the same on the reference path, without policies',
    values: ({ measures }) => measures.regionTrendOutput,
  }),
  textColumn(
    'largest_industry',
    'industry with the largest output',
    ({ result: { projection, measures }, at }) => projection.plan.industries[measures.largestIndustry[at]!] ?? null,
  ),
  measureColumn({
    name: 'largest_share',
    unit: '1',
    meaning: 'its share of the region’s output',
    values: ({ measures }) => measures.largestShare,
  }),
  measureColumn({
    name: 'hhi',
    unit: '1',
    meaning: 'Herfindahl–Hirschman index: sum of the squared shares of the industries',
    values: ({ measures }) => measures.hhi,
  }),
  ...COUNTED_STAGES.map(
    (stage, k): Column<Place> => ({
      name: stage,
      unit: 'industries',
      meaning: `number of industries in the stage ${stage}`,
      of: ({ result, at }) => result.measures.stageCount[at * COUNTED_STAGES.length + k]!,
    }),
  ),
];

/** regions.csv: every region in every year. */
export function regionsTable(results: readonly ScenarioResult[]): DataTable<Place> {
  return { columns: REGION_COLUMNS, rows: madeRows(() => regions(results)) };
}

function* regions(results: readonly ScenarioResult[]): Generator<Place> {
  for (const result of results) {
    const { plan } = result.projection;
    const R = plan.regions.length;
    for (let y = 0; y < plan.years.length; y++) {
      for (let r = 0; r < R; r++) yield { result, y, at: y * R + r };
    }
  }
}
