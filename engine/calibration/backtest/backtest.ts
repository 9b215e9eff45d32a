import type { Economy } from '../../economy/economy.js';
import { knownUntil } from '../../economy/known-until.js';
import { type Calibration, calibrate, FEWEST_YEARS } from '../calibrate/calibrate.js';
import { forecastsFrom, type Standing } from './forecasts.js';
import { type PlaceForecasts, placeForecasts } from './place-forecasts.js';
import { type BacktestScore, scoreForecasts } from './score-forecasts.js';

/** Settings of a backtest. */
export interface BacktestOptions {
  /** Years before this one are not used at all. */
  readonly first?: number;
  /** Years to forecast from; default every one with three observed years or more behind it and one ahead. */
  readonly origins?: readonly number[];
  /** Longest horizon in years; default 10. */
  readonly horizon?: number;
  /** Draws of the bands; 0 for none. Default 200, fewer in a large case. */
  readonly draws?: number;
  readonly seed?: number;
  /** Calibrates the economy as known in a year; default `calibrate`. A caller that asks twice may remember the answers: see `rememberedCalibrations`. */
  readonly calibrated?: (known: Economy) => Calibration;
  /** The numbers that the case sets, where those are scored too, and the parser of the expressions in them. */
  readonly stands?: Standing;
}

/** Years ahead that are scored where nobody says how many. */
export const DEFAULT_HORIZON = 10;
export const DEFAULT_SEED = 1;

/**
 * Scores projections on years held out: from every origin the model is calibrated on the years up to it, projected without policies,
 * and compared with what came, beside the baselines. Nothing after the origin is seen: calibration and plan get an economy without it.
 *
 * All are in the prices of the tables, so the deflator is left out of account. Growth, for the baselines too, is taken over the
 * case's window, or over what is observed of it.
 */
export function backtest(economy: Economy, options: BacktestOptions = {}): readonly BacktestScore[] {
  return backtestPlaces(economy, options).scores;
}

/** The scores of a backtest, and what was forecast for each region and industry beside what came. */
export interface PlacedBacktest {
  readonly scores: readonly BacktestScore[];
  /** By origin, then by years ahead. */
  readonly places: readonly PlaceForecasts[];
}

/** A backtest as `backtest` scores it, with the forecasts of the calibrated model for regions and industries. */
export function backtestPlaces(economy: Economy, options: BacktestOptions = {}): PlacedBacktest {
  const { first = economy.years[0]!, horizon: longest = DEFAULT_HORIZON, seed = DEFAULT_SEED } = options;
  const { calibrated = calibrate } = options;
  const draws = options.draws ?? defaultDraws(economy);
  const nominal: Economy = { ...economy, deflator: 0 };
  const scores: BacktestScore[] = [];
  const places: PlaceForecasts[] = [];
  for (const origin of options.origins ?? backtestOrigins(economy, first)) {
    const horizons = economy.years.map((year) => year - origin).filter((ahead) => ahead > 0 && ahead <= longest);
    if (horizons.length === 0) continue;
    const known = knownUntil(nominal, origin, first);
    const request = { horizons, draws, seed, stands: options.stands, calibration: calibrated(known) };
    const forecasts = forecastsFrom(known, request);
    scores.push(...scoreForecasts(nominal, origin, forecasts));
    places.push(...placeForecasts(nominal, origin, forecasts));
  }
  return { scores, places };
}

/** A `calibrate` that remembers its answers by the last known year: for one economy and one first year only. */
export function rememberedCalibrations(): (known: Economy) => Calibration {
  const answers = new Map<number, Calibration>();
  return (known) => {
    const year = known.years.at(-1)!;
    const answer = answers.get(year) ?? calibrate(known);
    answers.set(year, answer);
    return answer;
  };
}

/** Draws of the bands where nobody says how many: in a large case the many cells make up for fewer draws. */
function defaultDraws(economy: Economy): number {
  const cells = economy.regions.length * economy.industries.length;
  return Math.round(Math.min(200, Math.max(40, 400_000 / cells)));
}

/** The years that a backtest can start from: three observed years or more up to it, one or more after. */
export function backtestOrigins(economy: Economy, first = economy.years[0]!): number[] {
  return economy.years.filter((year) => year >= first).slice(FEWEST_YEARS - 1, -1);
}
