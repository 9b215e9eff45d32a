import type { Economy } from '../../economy/economy.js';
import type { NumberDefinition } from '../../parameters/definition.js';
import { NOISE, PARAMETERS, TREND } from '../../parameters/parameters.js';
import { type Belief, beliefOf, combine } from './belief.js';
import { bridgeZeros } from './bridge-zeros.js';
import { channelEvidence } from './channel-evidence.js';
import { CHANNELS, type Channel, channelHistory } from './channel-history.js';
import { NOISE_GROUPS, type NoiseGroup } from './errors-by-group.js';
import { type Estimate, estimate } from './estimate.js';
import { expectedGrowth } from './expectation.js';
import { fadingSlopes } from './fading-slopes.js';
import { type GroupedMoments, type GrowthHistory, growthHistory, growthMoments } from './growth-moments.js';
import { LONG_RUN_PRIOR, longRunGrowth, observedTotals } from './long-run.js';
import { noiseSpreads } from './noise-errors.js';
import { noiseLevels, PERSISTENCE_GRID } from './noise-levels.js';

/** Fewest observed years that anything can be told from: two growth rates, one after the other. */
export const FEWEST_YEARS = 3;

/**
 * Standard deviations with which some defaults are held: those that are no distribution, and those whose distribution is about one
 * province: what another place, measure or price basis may show lies further away. Noise of cells is on panels from half to twice its
 * default and may be anything in a table of one's own; the other groups are expected to differ from theirs half as much as cells do, give or take.
 */
const LOG_HALF_LIFE_SD = 0.8;
const OWN_SHRINKAGE_SD = 0.25;
const SHRINKAGE_SD = 0.5;
const LOG_CELL_NOISE_SD = 1;
const LOG_NOISE_SD = 0.8;
const NOISE_PERSISTENCE_SD = 0.4;
/** Noise common to all, which is left out by default, is expected to be half of an industry's own where years are observed. */
const COMMON_NOISE = 0.015;

const HALF_LIVES = [0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 12, 20, 40, 100];
const PERSISTENCES = Array.from({ length: 21 }, (_, k) => k * 0.05);

const NO_SUCCESSION = 'no two growth rates one after the other to tell it from';
const NO_FADING = 'too little lasts, or for too few years, to see how it fades';

/** Parameters fitted to the observed years of an economy. */
export interface Calibration {
  /** The observed years used. */
  readonly years: readonly number[];
  /** Years over which past growth was taken. */
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
  const growth = fitGrowth(history);
  return {
    years: economy.years,
    window: economy.window,
    estimates: [
      ...growth,
      ...channelEstimates(history, valueFor(growth, 'parameters.persistence')),
      ...noiseEstimates(history, growth),
    ],
  };
}

function fitGrowth(history: GrowthHistory): Estimate[] {
  const moments = growthMoments(history);
  return [...trendEstimates(history.economy, moments), ...leadEstimates(moments)];
}

/** The long-run trend, how growth fades to it, and what lasts of an industry's own growth. */
function trendEstimates(economy: Economy, moments: GroupedMoments): Estimate[] {
  const longRun = longRunGrowth(economy.years, observedTotals(economy), economy.deflator);
  const halfLifePrior = { value: centre(TREND.halfLife), sd: centre(TREND.halfLife) * LOG_HALF_LIFE_SD };
  const startPrior = { value: centre(TREND.shrinkage), sd: SHRINKAGE_SD };
  const trend = fadingSlopes([{ moments: moments.industries, prior: startPrior }], {
    // A half-life is estimated on a log scale, where twice and half are as far apart.
    prior: { value: Math.log(halfLifePrior.value), sd: LOG_HALF_LIFE_SD },
    grid: HALF_LIVES.map(Math.log),
    yearly: (value) => 0.5 ** Math.exp(-value),
  });
  const halfLife = Math.exp(trend.fade.value);
  return [
    estimate('trend.longRun', {
      prior: LONG_RUN_PRIOR,
      data: longRun,
      posterior: combine(LONG_RUN_PRIOR, longRun),
      domain: TREND.longRun.domain,
      otherwise: NO_SUCCESSION,
    }),
    estimate('trend.halfLife', {
      prior: halfLifePrior,
      data: null,
      posterior: { value: halfLife, sd: halfLife * trend.fade.sd },
      weight: trend.fadeWeight,
      domain: [HALF_LIVES[0]!, HALF_LIVES.at(-1)!],
      otherwise: NO_FADING,
    }),
    estimate('trend.shrinkage', { prior: startPrior, ...trend.slopes[0]!, domain: [0, 1], otherwise: NO_SUCCESSION }),
  ];
}

/** The parts of a cell's and of a region's own lead that last, and how they fade. */
function leadEstimates(moments: GroupedMoments): Estimate[] {
  const ownPrior = { value: centre(PARAMETERS.shrinkage), sd: OWN_SHRINKAGE_SD };
  const furtherPrior = { value: centre(PARAMETERS.regionalShrinkage), sd: SHRINKAGE_SD };
  const persistencePrior = beliefOf(PARAMETERS.persistence.value!);
  const both = { value: ownPrior.value + furtherPrior.value, sd: Math.hypot(ownPrior.sd, furtherPrior.sd) };
  const lead = fadingSlopes(
    [
      { moments: moments.regions, prior: both },
      { moments: moments.cells, prior: ownPrior },
    ],
    { prior: persistencePrior, grid: PERSISTENCES, yearly: (value) => value },
  );
  const [regional, own] = [lead.slopes[0]!, lead.slopes[1]!];
  const shrinkage = estimate('parameters.shrinkage', {
    prior: ownPrior,
    ...own,
    domain: [0, 1],
    otherwise: NO_SUCCESSION,
  });
  return [
    estimate('parameters.persistence', {
      prior: persistencePrior,
      data: null,
      posterior: lead.fade,
      weight: lead.fadeWeight,
      domain: [0, 1],
      otherwise: NO_FADING,
    }),
    shrinkage,
    estimate('parameters.regionalShrinkage', {
      prior: furtherPrior,
      data: difference(regional.data, own.data),
      // What a region shares is taken over by both parameters; the further one is what the cells' own leaves.
      posterior: { value: regional.posterior.value - shrinkage.value, sd: regional.posterior.sd },
      weight: Math.max(0, 1 - (regional.posterior.sd / both.sd) ** 2),
      domain: [0, 1],
      otherwise: NO_SUCCESSION,
    }),
  ];
}

function channelEstimates(history: GrowthHistory, persistence: number): Estimate[] {
  const channels = channelHistory(history, persistence);
  return CHANNELS.map((channel: Channel) => {
    const definition: NumberDefinition = PARAMETERS[channel];
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

function noiseEstimates(history: GrowthHistory, growth: readonly Estimate[]): Estimate[] {
  const expectation = expectedGrowth(history.economy, {
    longRun: valueFor(growth, 'trend.longRun'),
    halfLife: valueFor(growth, 'trend.halfLife'),
    start: valueFor(growth, 'trend.shrinkage'),
    shrinkage: valueFor(growth, 'parameters.shrinkage'),
    regionalShrinkage: valueFor(growth, 'parameters.regionalShrinkage'),
    persistence: valueFor(growth, 'parameters.persistence'),
  });
  const persistencePrior = { value: centre(NOISE.persistence), sd: NOISE_PERSISTENCE_SD };
  const levelPrior = (group: NoiseGroup): Belief => ({
    value: Math.log(group === 'common' ? COMMON_NOISE : centre(NOISE[group])),
    sd: group === 'cell' ? LOG_CELL_NOISE_SD : LOG_NOISE_SD,
  });
  const noise = noiseLevels(noiseSpreads(history, expectation, centre(PARAMETERS.displacement)), {
    levels: {
      common: levelPrior('common'),
      industry: levelPrior('industry'),
      region: levelPrior('region'),
      cell: levelPrior('cell'),
    },
    persistence: persistencePrior,
  });
  return [
    ...NOISE_GROUPS.map((group) => {
      const { data, posterior, weight } = noise.levels[group];
      return estimate(`noise.${group}`, {
        prior: level(levelPrior(group)),
        data,
        posterior: level(posterior),
        weight,
        domain: NOISE[group].domain,
        otherwise: NO_SUCCESSION,
      });
    }),
    estimate('noise.persistence', {
      prior: persistencePrior,
      data: null,
      posterior: noise.persistence,
      weight: noise.persistenceWeight,
      domain: [PERSISTENCE_GRID[0]!, PERSISTENCE_GRID.at(-1)!],
      otherwise: NO_SUCCESSION,
    }),
  ];
}

/** A belief about a number from one about its log. */
function level({ value, sd }: Belief): Belief {
  return { value: Math.exp(value), sd: Math.exp(value) * sd };
}

function difference(a: Belief | null, b: Belief | null): Belief | null {
  return a === null || b === null ? null : { value: a.value - b.value, sd: Math.hypot(a.sd, b.sd) };
}

function centre(definition: NumberDefinition): number {
  return beliefOf(definition.value!).value;
}

function valueFor(estimates: readonly Estimate[], key: string): number {
  return estimates.find((each) => each.key === key)!.value;
}
