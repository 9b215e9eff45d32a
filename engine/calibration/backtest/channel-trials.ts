import type { Economy } from '../../economy/economy.js';
import { knownUntil } from '../../economy/known-until.js';
import { exp, square } from '../../exact-math/index.js';
import { PARAMETERS } from '../../parameters/parameters.js';
import type { Belief } from '../../statistics/belief.js';
import { beliefOf } from '../calibrate/belief.js';
import { type Calibration, calibrate } from '../calibrate/calibrate.js';
import { channelEvidence } from '../calibrate/channel-evidence.js';
import { CHANNELS, type Channel, channelGrowth, channelHistory } from '../calibrate/channel-history.js';
import { growthHistory } from '../calibrate/growth-moments.js';
import { calibratedSettings, type Settings } from '../calibrate/settings.js';
import { type BacktestOptions, backtestOrigins, DEFAULT_HORIZON } from './backtest.js';
import { centralPath } from './central-path.js';
import { pointScore } from './scores.js';

/** A part that is tried: a channel of the growth equation, or what lasts of a cell's or of a region's own lead. */
export type Trial = Channel | 'shrinkage' | 'regionalShrinkage';

const TRIALS: readonly Trial[] = ['shrinkage', 'regionalShrinkage', ...CHANNELS];

/** The part that a term of the growth equation adds to projections of years held out. */
export interface ChannelTrial {
  readonly trial: Trial;
  /** The parameter as all observed years alone have it; null where they cannot tell, or where the case lacks what it needs. */
  readonly data: Belief | null;
  /** The reason why there is no estimate. */
  readonly reason: string | null;
  /** The default. */
  readonly default: number;
  /** Mean weighted absolute percentage error of cells over the same origins and horizons; null where nothing could be tried. */
  readonly errors: {
    /** Without the part. */
    readonly without: number;
    /** With the default. */
    readonly withDefault: number;
    /** With the parameter as the years before each origin alone have it, whatever its sign; the default where they are too few. */
    readonly withEstimate: number;
    /** Error without the part less that with the default and with the estimate, with its standard error over the origins. */
    readonly gains: { readonly withDefault: Belief; readonly withEstimate: Belief };
  } | null;
}

/** Neighbouring origins look ahead to much the same years, so two of them say about as much as one that stands alone. */
const ORIGINS_ALIKE = 2;

/**
 * Tries each part of the growth equation on years held out: the error of calibrated projections without it, with it at its default, and with
 * it as estimated, without a prior, on the years before each origin.
 *
 * A projection without policies is its own reference path, on which the channels of localisation, access and rivalry are silent by
 * definition; here each speaks through its change over the window before the origin, of which it still has a part to close.
 */
export function channelTrials(economy: Economy, options: BacktestOptions = {}): ChannelTrial[] {
  const { first = economy.years[0]!, horizon: longest = DEFAULT_HORIZON, calibrated = calibrate } = options;
  const nominal: Economy = { ...economy, deflator: 0 };
  /** By trial, then by origin: errors added up over the horizons. */
  const found = new Map<Trial, OriginErrors[]>();
  for (const origin of options.origins ?? backtestOrigins(economy, first)) {
    const here = new Map<Trial, { -readonly [key in keyof OriginErrors]: OriginErrors[key] }>();
    const horizons = economy.years.map((year) => year - origin).filter((ahead) => ahead > 0 && ahead <= longest);
    if (horizons.length === 0) continue;
    const from = knownUntil(nominal, origin, first);
    tryOrigin(nominal, from, calibrated(from), horizons, (trial, errors) => {
      const sum = here.get(trial) ?? { without: 0, withDefault: 0, withEstimate: 0, count: 0 };
      sum.without += errors[0];
      sum.withDefault += errors[1];
      sum.withEstimate += errors[2];
      sum.count += 1;
      here.set(trial, sum);
    });
    for (const [trial, sum] of here) found.set(trial, [...(found.get(trial) ?? []), sum]);
  }
  const known = knownUntil(nominal, economy.years.at(-1)!, first);
  const calibration = calibrated(known);
  const channels = channelHistory(growthHistory(known), valueFor(calibration, 'persistence'));
  return TRIALS.map((trial) => {
    const origins = found.get(trial);
    const shown = isChannel(trial)
      ? channelEvidence(channels, trial)
      : { data: estimateFor(calibration, trial).data, reason: null };
    return {
      trial,
      data: shown.data,
      reason: shown.reason,
      default: beliefOf(PARAMETERS[trial].value!).value,
      errors: origins === undefined ? null : meanErrors(origins),
    };
  });
}

/** Errors from one origin, added up over its horizons. */
interface OriginErrors {
  readonly without: number;
  readonly withDefault: number;
  readonly withEstimate: number;
  /** Horizons. */
  readonly count: number;
}

function meanErrors(origins: readonly OriginErrors[]): NonNullable<ChannelTrial['errors']> {
  const all = origins.reduce((sum, { count }) => sum + count, 0);
  const mean = (read: (errors: OriginErrors) => number) => origins.reduce((sum, each) => sum + read(each), 0) / all;
  const gain = (key: 'withDefault' | 'withEstimate'): Belief => {
    const value = mean((each) => each.without - each[key]);
    const scatter = origins.reduce((sum, each) => sum + square(each.without - each[key] - value * each.count), 0);
    const n = origins.length;
    return { value, sd: n < 2 ? Number.POSITIVE_INFINITY : Math.sqrt((ORIGINS_ALIKE * scatter * n) / (n - 1)) / all };
  };
  return {
    without: mean(({ without }) => without),
    withDefault: mean(({ withDefault }) => withDefault),
    withEstimate: mean(({ withEstimate }) => withEstimate),
    gains: { withDefault: gain('withDefault'), withEstimate: gain('withEstimate') },
  };
}

/** Errors without the part, with its default, with its estimate. */
type Errors = readonly [number, number, number];

function tryOrigin(
  economy: Economy,
  known: Economy,
  calibration: Calibration,
  horizons: readonly number[],
  report: (trial: Trial, errors: Errors) => void,
): void {
  const origin = known.years.at(-1)!;
  const to = origin + horizons.at(-1)!;
  const settings = calibratedSettings(calibration);
  const path = (shrinkage: number, regional: number) => centralPath(known, to, withLead(settings, shrinkage, regional));
  const [own, regional] = [valueFor(calibration, 'shrinkage'), valueFor(calibration, 'regionalShrinkage')];
  const [ownData, regionalData] = (['shrinkage', 'regionalShrinkage'] as const).map(
    (key) => estimateFor(calibration, key).data?.value,
  );
  const calibrated = path(own, regional);
  const [noLead, defaultLead, noRegional] = [path(0, 0), path(defaultOf('shrinkage'), 0), path(own, 0)];
  const defaultRegional = path(own, defaultOf('regionalShrinkage'));
  // The estimates without a prior may lie outside what a scenario takes.
  const limited = (value: number) => Math.min(1, Math.max(0, value));
  const dataLead = ownData === undefined ? null : path(limited(ownData), 0);
  const dataRegional = regionalData === undefined ? null : path(own, limited(regionalData));
  const channels = channelHistory(growthHistory(known), valueFor(calibration, 'persistence'));
  const estimates = new Map(CHANNELS.map((channel) => [channel, channelEvidence(channels, channel).data?.value]));
  const cells = economy.regions.length * economy.industries.length;
  for (const horizon of horizons) {
    const target = economy.years.indexOf(origin + horizon);
    const actual = economy.outputs[target]!;
    const filled = new Set(economy.estimated?.[target] ?? []);
    if (filled.size === actual.length) continue;
    const observed = (output: Float64Array) => output.filter((_, cell) => !filled.has(cell));
    const at = (output: Float64Array) => output.subarray(horizon * cells, (horizon + 1) * cells);
    const error = (forecast: Float64Array) => pointScore(observed(forecast), observed(actual)).wape;
    if (dataLead !== null) report('shrinkage', [error(at(noLead)), error(at(defaultLead)), error(at(dataLead))]);
    if (dataRegional !== null) {
      report('regionalShrinkage', [error(at(noRegional)), error(at(defaultRegional)), error(at(dataRegional))]);
    }
    for (const channel of CHANNELS) {
      const growth = channelGrowth(channels, channel, known.years.length - 1, horizon);
      if (growth === null) continue;
      // Where the years before this origin are too few to tell, the default is all there is.
      const estimate = estimates.get(channel) ?? defaultOf(channel);
      const pushed = (parameter: number) => at(calibrated).map((q, cell) => q * exp(parameter * growth[cell]!));
      report(channel, [error(at(calibrated)), error(pushed(defaultOf(channel))), error(pushed(estimate))]);
    }
  }
}

function withLead(settings: Settings, shrinkage: number, regionalShrinkage: number): Settings {
  const parameters = { ...settings.parameters, shrinkage: `${shrinkage}`, regionalShrinkage: `${regionalShrinkage}` };
  return { ...settings, parameters };
}

function isChannel(trial: Trial): trial is Channel {
  return trial !== 'shrinkage' && trial !== 'regionalShrinkage';
}

function estimateFor(calibration: Calibration, key: string) {
  return calibration.estimates.find((each) => each.key === `parameters.${key}`)!;
}

function valueFor(calibration: Calibration, key: string): number {
  return estimateFor(calibration, key).value;
}

function defaultOf(trial: Trial): number {
  return beliefOf(PARAMETERS[trial].value!).value;
}
