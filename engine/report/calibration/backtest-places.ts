import type { PlaceForecasts, PlaceOutputs } from '../../calibration/backtest/place-forecasts.js';
import { sum } from '../../statistics/sum.js';
import type { BacktestReport } from './backtest-report.js';

/** Places that are told apart: regions, or industries over all regions. */
export type PlaceLevel = 'regions' | 'industries';

/** Error of the calibrated model for one region or industry, over all origins and horizons. */
export interface PlaceScore {
  readonly level: PlaceLevel;
  readonly name: string;
  /** The absolute errors added up, as a part of what came; null where nothing came. */
  readonly error: number | null;
  /** The errors added up with their sign, as a part of what came: above 0 where too much was forecast. */
  readonly bias: number | null;
  /** Part of the origins and horizons in which what came lay in the band of 80 %; null without bands. */
  readonly covered80: number | null;
}

/** Errors of regions or industries, in the order of the case. */
export function placeScores({ economy, places }: BacktestReport, level: PlaceLevel): PlaceScore[] {
  return economy[level].map((name, k): PlaceScore => {
    const errors = places.map((each) => each[level].forecast[k]! - each[level].actual[k]!);
    const came = sum(places.map((each) => each[level].actual[k]!));
    const held = places.flatMap((each) => insideBand(each[level], k) ?? []);
    return {
      level,
      name,
      error: came > 0 ? sum(errors.map(Math.abs)) / came : null,
      bias: came > 0 ? sum(errors) / came : null,
      covered80: held.length === 0 ? null : held.filter((inside) => inside).length / held.length,
    };
  });
}

/** Those that were missed most come first; those of which nothing came are left out. */
export function mostMissed(scores: readonly PlaceScore[]): (PlaceScore & { readonly error: number })[] {
  return scores
    .filter((score): score is PlaceScore & { readonly error: number } => score.error !== null)
    .toSorted((a, b) => b.error - a.error);
}

/** True where what came lay in the band; null where there is none. */
export function insideBand({ actual, band }: PlaceOutputs, k: number): boolean | null {
  const [low, high] = [band?.low[k] ?? Number.NaN, band?.high[k] ?? Number.NaN];
  return Number.isNaN(low) || Number.isNaN(high) ? null : actual[k]! >= low && actual[k]! <= high;
}

/** The forecast that a page shows in full: the longest that was scored, from the latest year that it could be made from. */
export function shownForecast({ places }: BacktestReport): PlaceForecasts | null {
  return places.reduce<PlaceForecasts | null>(
    (best, each) =>
      best === null || each.horizon > best.horizon || (each.horizon === best.horizon && each.origin > best.origin)
        ? each
        : best,
    null,
  );
}
