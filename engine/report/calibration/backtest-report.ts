import type { ChannelTrial } from '../../calibration/backtest/channel-trials.js';
import { METHODS, type Method } from '../../calibration/backtest/forecasts.js';
import type { BacktestScore } from '../../calibration/backtest/score-forecasts.js';
import { THIRDS, type Third } from '../../calibration/backtest/scores.js';
import { sum } from '../../statistics/sum.js';

/** A backtest with what it was made from. */
export interface BacktestReport {
  readonly title: string;
  readonly window: number;
  /** Cells and years that are not scored, because they were filled in (status estimated). */
  readonly filled: number;
  readonly scores: readonly BacktestScore[];
  readonly trials: readonly ChannelTrial[];
}

/** The methods that were scored, in order. */
export function methodsOf(scores: readonly BacktestScore[]): Method[] {
  const scored = new Set(scores.map(({ method }) => method));
  return METHODS.filter((method) => scored.has(method));
}

/** Scores of one method, perhaps of one horizon only. */
export function scoresOf(scores: readonly BacktestScore[], method: Method, horizon?: number): BacktestScore[] {
  return scores.filter((each) => each.method === method && (horizon === undefined || each.horizon === horizon));
}

/** Horizons in years, the nearest first. */
export function horizonsOf(scores: readonly BacktestScore[]): number[] {
  return [...new Set(scores.map(({ horizon }) => horizon))].sort((a, b) => a - b);
}

/** Mean of the known values; null where none is known. */
export function mean(scores: readonly BacktestScore[], value: (score: BacktestScore) => number | null): number | null {
  const known = scores.map(value).filter((each): each is number => each !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}

/** Parts of the cells of each third of size within their bands; null without bands. */
export function meanThirds(
  scores: readonly BacktestScore[],
): Readonly<Record<Third, { readonly covered50: number | null; readonly covered90: number | null }>> | null {
  if (scores.every(({ cells }) => cells.bands === null)) return null;
  const held = (third: Third, key: 'covered50' | 'covered90') =>
    mean(scores, ({ cells }) => cells.bands?.thirds[third]?.[key] ?? null);
  return Object.fromEntries(
    THIRDS.map((third) => [third, { covered50: held(third, 'covered50'), covered90: held(third, 'covered90') }]),
  ) as Record<Third, { covered50: number | null; covered90: number | null }>;
}
