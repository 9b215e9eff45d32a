import type { Economy } from '../../economy/economy.js';
import { observedCells } from '../../projection/history.js';
import type { ExpressionParser } from '../../values/expressions.js';
import { calibrate, FEWEST_YEARS } from '../calibrate/calibrate.js';
import { calibratedSettings, type Settings } from '../calibrate/settings.js';
import { knownUntil } from '../known-until.js';
import { type CaseNumbers, plainScenario } from '../plain-scenario.js';
import { type Bands, sampleBands } from './bands.js';
import { BASELINES, type Baseline, baselineForecasts } from './baselines.js';
import { centralPath } from './central-path.js';
import { type BandScore, bandScore, type PointScore, pointScore } from './scores.js';
import { readStructure, type StructureScore, structureScore } from './structure-scores.js';

/**
 * What is scored: the model with the numbers it chose itself, the model with its defaults and with what the case sets over them, the model calibrated but
 * without inherited lead, and the baselines.
 */
export type Method = 'tandem' | 'tandem, defaults' | 'tandem, as the case' | 'tandem, no lead' | Baseline;

export const METHODS: readonly Method[] = [
  'tandem',
  'tandem, defaults',
  'tandem, as the case',
  'tandem, no lead',
  ...BASELINES,
];

/** Scores of one method from one year at one horizon. */
export interface BacktestScore {
  readonly method: Method;
  /** Last year that the method has seen. */
  readonly origin: number;
  /** Years ahead. */
  readonly horizon: number;
  readonly cells: PointScore & { readonly bands: BandScore | null };
  /** Outputs of whole regions. */
  readonly regions: PointScore & { readonly bands: BandScore | null };
  readonly structure: StructureScore;
}

/** How a backtest is done. */
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
  /** What the case sets, where that is scored too, and what reads the expressions in it. */
  readonly stands?: Standing;
}

/** Numbers that a case sets for all its scenarios; they may rest on years after the origin. */
export interface Standing {
  readonly numbers: CaseNumbers;
  readonly expressions: ExpressionParser | null;
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
export function backtest(economy: Economy, options: BacktestOptions = {}): BacktestScore[] {
  const { first = economy.years[0]!, horizon: longest = DEFAULT_HORIZON, seed = DEFAULT_SEED } = options;
  const draws = options.draws ?? defaultDraws(economy);
  const nominal: Economy = { ...economy, deflator: 0 };
  const scores: BacktestScore[] = [];
  for (const origin of options.origins ?? backtestOrigins(economy, first)) {
    const horizons = economy.years.map((year) => year - origin).filter((ahead) => ahead > 0 && ahead <= longest);
    if (horizons.length === 0) continue;
    const forecasts = forecastsFrom(knownUntil(nominal, origin, first), horizons, draws, seed, options.stands);
    scores.push(...scoreForecasts(nominal, origin, forecasts));
  }
  return scores;
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

/** What was forecast from one year, by method. */
export interface Forecasts {
  /** Years ahead, ascending. */
  readonly horizons: readonly number[];
  /** Outputs at each horizon, R × I. */
  readonly central: ReadonlyMap<Method, readonly Float64Array[]>;
  /** Samples of the calibrated model; null where none were drawn. */
  readonly bands: Bands | null;
}

/**
 * Forecasts from an origin. All of it comes from the economy as known in that year: nothing else is at hand.
 *
 * @param known the economy until the origin, its last year
 * @param horizons years ahead, ascending
 */
export function forecastsFrom(
  known: Economy,
  horizons: readonly number[],
  draws: number,
  seed: number,
  stands?: Standing,
): Forecasts {
  const origin = known.years.at(-1)!;
  const to = origin + horizons.at(-1)!;
  const settings = calibratedSettings(calibrate(known));
  const cells = known.regions.length * known.industries.length;
  const projected = (numbers: Settings | CaseNumbers | null, expressions: ExpressionParser | null = null) => {
    const path = centralPath(known, to, numbers, expressions);
    return horizons.map((horizon) => path.subarray(horizon * cells, (horizon + 1) * cells));
  };
  const history = { years: known.years, output: known.outputs, higherLevel: known.higherLevel };
  const past = Math.min(known.window, origin - known.years[0]!);
  const [before, now] = [observedCells(history, origin - past)!, observedCells(history, origin)!];
  const baselines = horizons.map((horizon) => baselineForecasts(before, now, past, horizon, known.industries.length));
  return {
    horizons,
    central: new Map<Method, readonly Float64Array[]>([
      ['tandem', projected(settings)],
      ['tandem, defaults', projected(null)],
      ...(stands === undefined
        ? []
        : [['tandem, as the case', projected(stands.numbers, stands.expressions)] as const]),
      ['tandem, no lead', projected(withoutLead(settings))],
      ...BASELINES.map((baseline) => [baseline, baselines.map((each) => each[baseline])] as const),
    ]),
    bands: draws === 0 ? null : sampleBands(known, plainScenario(known, to, settings), draws, seed, horizons),
  };
}

function scoreForecasts(economy: Economy, origin: number, forecasts: Forecasts): BacktestScore[] {
  const industries = economy.industries.length;
  const now = economy.outputs[economy.years.indexOf(origin)]!;
  return forecasts.horizons.flatMap((horizon, h) => {
    const actual = economy.outputs[economy.years.indexOf(origin + horizon)]!;
    const actualRegions = regionTotals(actual, industries);
    const actualStructure = readStructure(actual, now, horizon, industries);
    return [...forecasts.central.keys()].map((method): BacktestScore => {
      const forecast = forecasts.central.get(method)![h]!;
      const bands = method === 'tandem' ? forecasts.bands : null;
      const sampled = bands?.cells.map((cell) => actual[cell]!);
      return {
        method,
        origin,
        horizon,
        cells: {
          ...pointScore(forecast, actual),
          bands: bands === null ? null : bandScore(bands.cellSamples[h]!, sampled!),
        },
        regions: {
          ...pointScore(regionTotals(forecast, industries), actualRegions),
          bands: bands === null ? null : bandScore(bands.regionSamples[h]!, actualRegions),
        },
        structure: structureScore(readStructure(forecast, now, horizon, industries), actualStructure),
      };
    });
  });
}

function withoutLead(settings: Settings): Settings {
  return { ...settings, parameters: { ...settings.parameters, shrinkage: '0', regionalShrinkage: '0' } };
}

function regionTotals(output: Float64Array, industries: number): Float64Array {
  return Float64Array.from({ length: output.length / industries }, (_, r) => {
    let sum = 0;
    for (let i = 0; i < industries; i++) sum += output[r * industries + i]!;
    return sum;
  });
}
