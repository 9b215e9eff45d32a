import type { BacktestScore } from '../../calibration/backtest/score-forecasts.js';
import { type Column, type DataTable, textColumn } from '../data/columns.js';
import { type PlaceScore, placeScores } from './backtest-places.js';
import type { BacktestReport } from './backtest-report.js';

/** A score of cells or of regions. */
interface ScoreRow {
  readonly score: BacktestScore;
  readonly level: 'cells' | 'regions';
}

const SCORE_COLUMNS: readonly Column<ScoreRow>[] = [
  textColumn('method', 'method of projection', ({ score }) => score.method),
  textColumn('origin', 'last year that the method knows', ({ score }) => score.origin),
  { name: 'horizon', unit: 'years', meaning: 'years ahead', of: ({ score }) => score.horizon },
  textColumn('level', 'cells or regions', ({ level }) => level),
  {
    name: 'weighted_error',
    unit: '1',
    meaning: 'sum of absolute errors over the sum of what came',
    of: ({ score, level }) => score[level].wape,
  },
  {
    name: 'median_error',
    unit: '1',
    meaning: 'median absolute error as a part of what came',
    of: ({ score, level }) => score[level].median,
  },
  {
    name: 'bias',
    unit: '1',
    meaning: 'sum of errors with their signs over the sum of what came',
    of: ({ score, level }) => score[level].bias,
  },
  {
    name: 'crps',
    unit: '1',
    meaning: 'continuous ranked probability score as a part of what came',
    of: ({ score, level }) => score[level].bands?.crps ?? null,
  },
  {
    name: 'covered_50',
    unit: '1',
    meaning: 'share that came within the band of 50 %',
    of: ({ score, level }) => score[level].bands?.covered50 ?? null,
  },
  {
    name: 'covered_80',
    unit: '1',
    meaning: 'share that came within the band of 80 %',
    of: ({ score, level }) => score[level].bands?.covered80 ?? null,
  },
  {
    name: 'covered_90',
    unit: '1',
    meaning: 'share that came within the band of 90 %',
    of: ({ score, level }) => score[level].bands?.covered90 ?? null,
  },
  {
    name: 'similarity_error',
    unit: '1',
    meaning: 'mean absolute error of similarity over pairs of regions; of cells only',
    of: ({ score, level }) => (level === 'cells' ? score.structure.similarity : null),
  },
  {
    name: 'stage_right',
    unit: '1',
    meaning: 'share of cells whose stage was right; of cells only',
    of: ({ score, level }) => (level === 'cells' ? score.structure.stage : null),
  },
];

/** backtest.csv: two rows for every method, origin and horizon, one for cells and one for regions. */
export function backtestTable({ scores }: BacktestReport): DataTable<ScoreRow> {
  return {
    columns: SCORE_COLUMNS,
    rows: scores.flatMap((score) => [
      { score, level: 'cells' },
      { score, level: 'regions' },
    ]),
  };
}

const PLACE_COLUMNS: readonly Column<PlaceScore>[] = [
  textColumn('level', 'regions or industries', ({ level }) => level),
  textColumn('place', 'region, or industry over all regions', ({ name }) => name),
  {
    name: 'error',
    unit: '1',
    meaning: 'sum of absolute errors over the sum of what came, over all origins and horizons',
    of: ({ error }) => error,
  },
  {
    name: 'bias',
    unit: '1',
    meaning: 'sum of errors with their signs over the sum of what came, above 0 where too much was forecast',
    of: ({ bias }) => bias,
  },
  {
    name: 'covered_80',
    unit: '1',
    meaning: 'share of origins and horizons that came within the band of 80 %',
    of: ({ covered80 }) => covered80,
  },
];

/** places.csv: the calibrated model's error for each region and industry. */
export function backtestPlacesTable(report: BacktestReport): DataTable<PlaceScore> {
  return {
    columns: PLACE_COLUMNS,
    rows: [...placeScores(report, 'regions'), ...placeScores(report, 'industries')],
  };
}
