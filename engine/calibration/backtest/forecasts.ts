import type { Economy } from '../../economy/economy.js';
import { observedCells } from '../../kernel/observed-cells.js';
import type { ExpressionParser } from '../../values/expressions.js';
import { type Calibration, calibrate } from '../calibrate/calibrate.js';
import { type CaseNumbers, plainScenario } from '../calibrate/plain-scenario.js';
import { calibratedSettings, type Settings } from '../calibrate/settings.js';
import { type Bands, sampleBands } from './bands.js';
import { BASELINES, type Baseline, type BaselinePast, baselineForecasts } from './baselines.js';
import { centralPath } from './central-path.js';

/**
 * A method that is scored: the model as calibrated, the model with its defaults, or with what the case sets over them, the model as calibrated but
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

/** Numbers that a case sets for all its scenarios; they may rest on years after the origin. */
export interface Standing {
  readonly numbers: CaseNumbers;
  readonly expressions: ExpressionParser | null;
}

/** Forecasts from one year, by method. */
export interface Forecasts {
  /** Years ahead, ascending. */
  readonly horizons: readonly number[];
  /** Outputs at each horizon, R × I. */
  readonly central: ReadonlyMap<Method, readonly Float64Array[]>;
  /** Samples of the calibrated model; null where none were drawn. */
  readonly bands: Bands | null;
}

/** The origin, the targets and the settings of a forecast. */
export interface ForecastRequest {
  /** Years ahead, ascending. */
  readonly horizons: readonly number[];
  /** Draws of the bands; 0 for none. */
  readonly draws: number;
  readonly seed: number;
  readonly stands?: Standing | undefined;
  /** Moments of the same economy, where the caller has it. */
  readonly calibration?: Calibration;
}

/**
 * Forecasts from an origin. All of it comes from the economy as known in that year: nothing else is at hand.
 *
 * @param known the economy until the origin, its last year
 */
export function forecastsFrom(
  known: Economy,
  { horizons, draws, seed, stands, calibration = calibrate(known) }: ForecastRequest,
): Forecasts {
  const to = known.years.at(-1)! + horizons.at(-1)!;
  const settings = calibratedSettings(calibration);
  const cells = known.regions.length * known.industries.length;
  const projected = (numbers: Settings | CaseNumbers | null, expressions: ExpressionParser | null = null) => {
    const path = centralPath(known, to, numbers, expressions);
    return horizons.map((horizon) => path.subarray(horizon * cells, (horizon + 1) * cells));
  };
  const past = baselinePast(known);
  const baselines = horizons.map((horizon) => baselineForecasts(past, horizon));
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

function baselinePast(known: Economy): BaselinePast {
  const history = { years: known.years, output: known.outputs, higherLevel: known.higherLevel };
  const [first, last] = [known.years[0]!, known.years.at(-1)!];
  const window = Math.min(known.window, last - first);
  return {
    first: observedCells(history, first)!,
    from: observedCells(history, last - window)!,
    to: observedCells(history, last)!,
    observed: last - first,
    window,
    industries: known.industries.length,
  };
}

function withoutLead(settings: Settings): Settings {
  return { ...settings, parameters: { ...settings.parameters, shrinkage: '0', regionalShrinkage: '0' } };
}
