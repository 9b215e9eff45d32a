import { AGGLOMERATION_STATUSES } from '../../indicators/agglomeration-index.js';
import { STAGES } from '../../indicators/stage.js';
import { type Column, type DataTable, MONEY, madeRows, textColumn } from '../data/columns.js';
import {
  FUTURE_AND_YEAR,
  type MeasureColumn,
  measureColumn,
  type Place,
  type ScenarioResult,
} from './measure-columns.js';

/** Measures of each industry in each region and year. */
export const CELL_MEASURES: readonly MeasureColumn[] = [
  measureColumn({
    name: 'output',
    key: 'output',
    unit: MONEY,
    meaning: 'output, at prices of the first projected year (of the tables where the case has no deflator)',
    values: ({ projection }) => projection.output,
  }),
  measureColumn({
    name: 'trend_output',
    key: 'reference',
    unit: MONEY,
    meaning: 'output on the reference path: the same trend without policies',
    values: ({ projection }) => projection.reference,
  }),
  measureColumn({
    name: 'location_quotient',
    key: 'locationQuotient',
    unit: '1',
    meaning: 'the industry’s share in the region over its share in the higher-level region',
    values: ({ measures }) => measures.locationQuotient,
  }),
  measureColumn({
    name: 'agglomeration_index',
    key: 'agglomerationIndex',
    unit: '1',
    meaning: 'growth in the region over growth in the higher-level region, both over the window',
    values: ({ measures }) => measures.agglomerationIndex,
  }),
  measureColumn({
    name: 'agglomeration_status',
    unit: null,
    meaning: '`defined`, or why there is no agglomeration index',
    values: ({ measures }) => measures.agglomerationStatus,
    names: AGGLOMERATION_STATUSES,
  }),
  measureColumn({
    name: 'stage',
    key: 'stage',
    unit: null,
    meaning: 'stage of comparative advantage: formative, growing, mature or recession',
    values: ({ measures }) => measures.stage,
    names: STAGES,
  }),
];

/** Columns of outputs.csv. */
export const OUTPUT_COLUMNS: readonly Column<Place>[] = [
  ...FUTURE_AND_YEAR,
  textColumn('region', 'name of the region', ({ result: { projection }, at }) => {
    const { regions, industries } = projection.plan;
    return regions[Math.floor(at / industries.length) % regions.length]!;
  }),
  textColumn('industry', 'name of the industry', ({ result: { projection }, at }) => {
    const { industries } = projection.plan;
    return industries[at % industries.length]!;
  }),
  ...CELL_MEASURES,
];

/** outputs.csv: every industry of every region in every year, on the path and on its reference path, with its indicators. */
export function outputsTable(results: readonly ScenarioResult[]): DataTable<Place> {
  return { columns: OUTPUT_COLUMNS, rows: madeRows(() => cells(results)) };
}

function* cells(results: readonly ScenarioResult[]): Generator<Place> {
  for (const result of results) {
    const { years, regions, industries } = result.projection.plan;
    const width = regions.length * industries.length;
    for (let y = 0; y < years.length; y++) {
      for (let at = y * width; at < (y + 1) * width; at++) yield { result, y, at };
    }
  }
}
