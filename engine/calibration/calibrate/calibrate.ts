import type { Economy } from '../../economy/economy.js';
import { fitTrend } from '../../economy/trend-past.js';
import { PARAMETERS, TREND } from '../../parameters/parameters.js';
import { combine } from '../../statistics/belief.js';
import { beliefOf } from './belief.js';
import { bridgeZeros } from './bridge-zeros.js';
import { channelEvidence } from './channel-evidence.js';
import { CHANNELS, channelHistory } from './channel-history.js';
import { type Estimate, estimate, keptDefault, NO_FADING, NO_SUCCESSION } from './estimate.js';
import { type GrowthHistory, growthHistory, growthMoments } from './growth-moments.js';
import { leadEstimates } from './lead-estimates.js';
import { noiseEstimates } from './noise-estimates.js';

export { FEWEST_YEARS } from '../../economy/trend-past.js';

const ONE_SERIES = 'the whole is one series, of too few turns to see how it fades';

/** Parameters fitted to the observed years of an economy. */
export interface Calibration {
  /** The observed years used. */
  readonly years: readonly number[];
  /** Years over which past growth is taken: all that were observed. */
  readonly window: number;
  readonly estimates: readonly Estimate[];
}

/**
 * Fits to the observed years how growth lasts: the long-run trend and how growth fades to it, what stays of an industry's, a region's
 * and a cell's own growth, the channels that speak through growth, and the noise. Every estimate is drawn toward the default as
 * `combine` says, so a short panel stays near the defaults and a long one speaks for itself. A single year without output is passed over.
 */
export function calibrate(economy: Economy): Calibration {
  const history = growthHistory(bridgeZeros(economy));
  const growth = [...trendEstimates(history.economy), ...leadEstimates(growthMoments(history))];
  const persistence = valueFor(growth, 'parameters.persistence');
  const fitted = {
    halfLife: valueFor(growth, 'trend.halfLife'),
    slope: valueFor(growth, 'trend.shrinkage'),
    mixHalfLife: valueFor(growth, 'trend.mixHalfLife'),
    shrinkage: valueFor(growth, 'parameters.shrinkage'),
    regionalShrinkage: valueFor(growth, 'parameters.regionalShrinkage'),
    persistence,
  };
  return {
    years: economy.years,
    window: economy.years.at(-1)! - economy.years[0]!,
    estimates: [...growth, ...channelEstimates(history, persistence), ...noiseEstimates(history, fitted)],
  };
}

/** Growth of the whole and the slope of the mix, as a projection without them written would fit them, and the half-lives, which keep their defaults. */
function trendEstimates(economy: Economy): Estimate[] {
  const fitted = fitTrend(economy, economy.industries.length, economy.deflator);
  if (fitted === null) {
    return (['longRun', 'halfLife', 'shrinkage', 'mixHalfLife'] as const).map((key) =>
      keptDefault(`trend.${key}`, TREND[key], NO_SUCCESSION),
    );
  }
  const { prior, observed, longRun } = fitted.whole;
  return [
    estimate('trend.longRun', {
      prior,
      data: observed,
      posterior: longRun,
      domain: TREND.longRun.domain,
      otherwise: NO_SUCCESSION,
    }),
    keptDefault('trend.halfLife', TREND.halfLife, ONE_SERIES),
    estimate('trend.shrinkage', {
      ...fitted.mixSlope,
      domain: TREND.shrinkage.domain,
      otherwise: NO_SUCCESSION,
    }),
    keptDefault('trend.mixHalfLife', TREND.mixHalfLife, NO_FADING),
  ];
}

function channelEstimates(history: GrowthHistory, persistence: number): Estimate[] {
  const channels = channelHistory(history, persistence);
  return CHANNELS.map((channel) => {
    const definition = PARAMETERS[channel];
    const prior = beliefOf(definition.value!);
    const { data, reason } = channelEvidence(channels, channel);
    return estimate(`parameters.${channel}`, {
      prior,
      data,
      posterior: combine(prior, data),
      domain: [definition.domain[0], definition.domain[1]],
      otherwise: reason ?? 'the years differ too much for its effect to show',
    });
  });
}

function valueFor(estimates: readonly Estimate[], key: string): number {
  return estimates.find((each) => each.key === key)!.value;
}
