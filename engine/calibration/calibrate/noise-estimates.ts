import { exp, log } from '../../exact-math/index.js';
import type { NumberDefinition } from '../../parameters/definition.js';
import { NOISE, PARAMETERS } from '../../parameters/parameters.js';
import type { Belief } from '../../statistics/belief.js';
import { beliefOf } from './belief.js';
import { NOISE_GROUPS, type NoiseGroup } from './errors-by-group.js';
import { type Estimate, estimate, keptDefault, NO_SUCCESSION } from './estimate.js';
import { expectedGrowth, type FittedGrowth } from './expectation.js';
import type { GrowthHistory } from './growth-moments.js';
import { LONGEST_HORIZON, noiseSpreads } from './noise-errors.js';
import { noiseLevels, PERSISTENCE_GRID } from './noise-levels.js';

/**
 * Standard deviations with which the defaults are held, of logs for the levels. Noise of cells is on panels from half to twice its default and may be
 * anything in a table of one's own; the other groups are expected to differ from theirs half as much as cells do, give or take.
 */
const LOG_CELL_NOISE_SD = 1;
const LOG_NOISE_SD = 0.8;
const NOISE_PERSISTENCE_SD = 0.4;
/** Noise common to all, which is left out by default, is expected to be half of an industry's own where years are observed. */
const COMMON_NOISE = 0.015;

/** The levels of noise and its persistence, from how far projections from earlier years would have been off. */
export function noiseEstimates(history: GrowthHistory, fitted: FittedGrowth): Estimate[] {
  const expectation = expectedGrowth(history.economy, fitted, LONGEST_HORIZON);
  const known = { displacement: centre(PARAMETERS.displacement), drift: centre(NOISE.drift) };
  const priors = {
    common: levelPrior('common'),
    industry: levelPrior('industry'),
    region: levelPrior('region'),
    cell: levelPrior('cell'),
  };
  const persistencePrior = { value: centre(NOISE.persistence), sd: NOISE_PERSISTENCE_SD };
  const noise = noiseLevels(noiseSpreads(history, expectation, known), {
    levels: priors,
    persistence: persistencePrior,
  });
  return [
    ...NOISE_GROUPS.map((group) => {
      const { data, posterior, weight } = noise.levels[group];
      return estimate(`noise.${group}`, {
        prior: level(priors[group]),
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
    keptDefault('noise.drift', NOISE.drift, 'calm years come before crises, so that observed years say little of it'),
  ];
}

function levelPrior(group: NoiseGroup): Belief {
  return {
    value: log(group === 'common' ? COMMON_NOISE : centre(NOISE[group])),
    sd: group === 'cell' ? LOG_CELL_NOISE_SD : LOG_NOISE_SD,
  };
}

/** A belief about a number from one about its log. */
function level({ value, sd }: Belief): Belief {
  return { value: exp(value), sd: exp(value) * sd };
}

function centre(definition: NumberDefinition): number {
  return beliefOf(definition.value!).value;
}
