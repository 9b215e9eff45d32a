import type { ChannelTrial } from '../../calibration/backtest/channel-trials.js';
import { METHODS, type Method } from '../../calibration/backtest/forecasts.js';
import type { PlaceForecasts } from '../../calibration/backtest/place-forecasts.js';
import type { BacktestScore } from '../../calibration/backtest/score-forecasts.js';
import { type Coverage, THIRDS, type Third } from '../../calibration/backtest/scores.js';
import type { Economy } from '../../economy/economy.js';
import { sum } from '../../statistics/sum.js';

/** A backtest with what it was made from. */
export interface BacktestReport {
  readonly economy: Economy;
  readonly window: number;
  /** Cells and years that are not scored, because they were filled in (status estimated). */
  readonly filled: number;
  readonly scores: readonly BacktestScore[];
  /** Forecasts of the calibrated model for regions and industries beside what came. */
  readonly places: readonly PlaceForecasts[];
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

/** Parts that bands held, each null where there are no bands. */
export type MeanCoverage = Readonly<Record<keyof Coverage, number | null>>;

/** Mean parts that bands held. */
export function meanCoverage(
  scores: readonly BacktestScore[],
  of: (score: BacktestScore) => Coverage | null | undefined,
): MeanCoverage {
  const held = (key: keyof Coverage) => mean(scores, (score) => of(score)?.[key] ?? null);
  return { covered50: held('covered50'), covered80: held('covered80'), covered90: held('covered90') };
}

/** Parts of the cells of each third of size within their bands; null without bands. */
export function meanThirds(scores: readonly BacktestScore[]): Readonly<Record<Third, MeanCoverage>> | null {
  if (scores.every(({ cells }) => cells.bands === null)) return null;
  return Object.fromEntries(
    THIRDS.map((third) => [third, meanCoverage(scores, ({ cells }) => cells.bands?.thirds[third])]),
  ) as Record<Third, MeanCoverage>;
}
