import { exp, log, pow, square } from '../../exact-math/index.js';
import type { Belief } from '../../statistics/belief.js';
import { sum } from '../../statistics/sum.js';
import { NOISE_GROUPS, type NoiseGroup } from './errors-by-group.js';
import type { Spread } from './noise-errors.js';

/** Neighbouring years are alike, so two of them say about as much as one that stands alone. */
const YEARS_ALIKE = 2;
/** Standard deviation of the log of the level of noise between years: there are calm years and crises. */
const YEARLY_SPREAD = 0.3;
/** Standard deviation of the log of the size of errors of real panels around the growth over the years that AR(1) noise would have. */
const MISFIT = 0.05;
/** Part of what the noise of cells differs from its default that the other groups are expected to differ too, on a log scale. */
const SCALE_SHARED = 0.5;
/** Values of the noise's persistence that are tried: below 0 where errors are made up for later, as those of measurement are. */
export const PERSISTENCE_GRID: readonly number[] = Array.from({ length: 31 }, (_, k) => (k - 12) / 20);

/** Logs of the level that are tried, in standard deviations of the prior around what the data and the prior say. */
const GRID_STEPS = 400;
const GRID_REACH = 5;

/** Estimates of the noise: standard deviations, as logs where a default is counted in, and persistence. */
export interface NoiseBeliefs {
  /** By group: what the data show, in log points, null where there is nothing to tell; and together with the default, as natural logs. */
  readonly levels: Readonly<
    Record<NoiseGroup, { readonly data: Belief | null; readonly posterior: Belief; readonly weight: number }>
  >;
  readonly persistence: Belief;
  readonly persistenceWeight: number;
}

/**
 * Estimates the noise from how far projections from earlier years would have been off over 1 to 10 years (`noiseSpreads`).
 *
 * AR(1) noise of level σ and persistence θ makes errors of variance `σ²·(h + 2·Σ_j (h − j)·θ^j)` h years ahead: θ is integrated over a grid
 * by how well the growth of errors over the horizons fits it, and σ² is the mean over all horizons of what each shows. Errors of a group carry the noise of
 * smaller units, c: their variance v shows `log v = log(σ² + c) + error`, which with the default's own spread gives σ over a grid of its logs. So where
 * σ² cannot be told from 0 the data only say how large it cannot be, and the default stays as far as it is smaller than that.
 */
export function noiseLevels(
  spreads: Readonly<Record<NoiseGroup, readonly Spread[]>>,
  priors: { readonly levels: Readonly<Record<NoiseGroup, Belief>>; readonly persistence: Belief },
): NoiseBeliefs {
  const candidates = PERSISTENCE_GRID.map((persistence) => {
    const before = square((persistence - priors.persistence.value) / priors.persistence.sd);
    const badness = SHAPED.reduce((sum, group) => sum + misfit(spreads[group], persistence), before);
    return { persistence, before, badness };
  });
  const belief = (key: 'before' | 'badness'): Belief => {
    const least = Math.min(...candidates.map((each) => each[key]));
    const weights = candidates.map((each) => exp(-0.5 * (each[key] - least)));
    const all = sum(weights);
    const value = candidates.reduce((sum, { persistence }, k) => sum + weights[k]! * persistence, 0) / all;
    const variance = candidates.reduce((sum, { persistence }, k) => sum + weights[k]! * square(persistence - value), 0);
    return { value, sd: Math.sqrt(variance / all) };
  };
  const persistence = belief('badness');
  const cell = posteriorLevel(priors.levels.cell, evidence(spreads.cell, persistence.value));
  // What is calm is calm throughout: the other groups are expected to differ from their defaults as cells do.
  const shift = cell.value - priors.levels.cell.value;
  const levels = Object.fromEntries(
    NOISE_GROUPS.map((group) => {
      const shown = evidence(spreads[group], persistence.value);
      const { value, sd } = priors.levels[group];
      const { weight, ...posterior } =
        group === 'cell' ? cell : posteriorLevel({ value: value + SCALE_SHARED * shift, sd }, shown);
      return [group, { data: shown === null ? null : levelShown(shown), posterior, weight }];
    }),
  ) as unknown as NoiseBeliefs['levels'];
  return { levels, persistence, persistenceWeight: Math.max(0, 1 - square(persistence.sd / belief('before').sd)) };
}

/** Groups of many units, which show how errors grow over the years; what all share moves once a year only. */
const SHAPED = ['industry', 'region', 'cell'] as const satisfies readonly NoiseGroup[];

/** Misfit of AR(1) noise to the growth of errors over the horizons. Calm and agitated years move all horizons alike and are left out of account. */
function misfit(spreads: readonly Spread[], persistence: number): number {
  const usable = spreads.filter(({ gross }) => gross > 0);
  const terms = usable.map(({ years, gross, periods, units }) => ({
    spread: 0.5 * log(gross / growthOfVariance(years, persistence)),
    weight: 1 / (1 / (2 * units * periods) + square(MISFIT)),
  }));
  const all = terms.reduce((sum, { weight }) => sum + weight, 0);
  const mean = terms.reduce((sum, { weight, spread }) => sum + weight * spread, 0) / all;
  return terms.reduce((sum, { weight, spread }) => sum + weight * square(spread - mean), 0);
}

/** Evidence of all errors of a group, in units of the variance of one year's noise. */
interface Evidence {
  /** Variance of the errors as they stand. */
  readonly gross: number;
  /** The part of it that is the noise of smaller units; may be more than all of it. */
  readonly carried: number;
  /** Standard error of the log of the variance. */
  readonly error: number;
}

function evidence(spreads: readonly Spread[], persistence: number): Evidence | null {
  const usable = spreads.filter(({ gross }) => gross > 1e-18);
  if (usable.length === 0) return null;
  const weight = usable.reduce((sum, { periods }) => sum + periods, 0);
  const mean = (read: (spread: Spread) => number) =>
    usable.reduce((sum, each) => sum + (each.periods * read(each)) / growthOfVariance(each.years, persistence), 0) /
    weight;
  const gross = mean((each) => each.gross);
  const error = 2 * Math.sqrt(Math.min(...usable.map(levelVariance)));
  return { gross, carried: Math.max(0, gross - mean(({ net }) => net)), error };
}

/** The level that the data show alone, and how much less it may be, or more where it cannot be told from 0. */
function levelShown({ gross, carried, error }: Evidence): Belief {
  const variance = Math.max(0, gross - carried);
  const off = error * gross;
  const value = Math.sqrt(variance);
  return { value, sd: variance > off ? value - Math.sqrt(variance - off) : Math.sqrt(variance + off) - value };
}

/** The log of the level after the data, and the part of the prior's variance that they removed. */
function posteriorLevel(prior: Belief, shown: Evidence | null): Belief & { readonly weight: number } {
  if (shown === null) return { ...prior, weight: 0 };
  const { gross, carried, error } = shown;
  const told = 0.5 * log(Math.max(gross - carried, 1e-4 * gross));
  const reach = GRID_REACH * prior.sd;
  const [from, to] = [Math.min(prior.value, told) - reach, Math.max(prior.value, 0.5 * log(gross)) + reach];
  let [all, sum, squares] = [0, 0, 0];
  for (let k = 0; k <= GRID_STEPS; k++) {
    const level = from + ((to - from) * k) / GRID_STEPS;
    const misses = (log(gross) - log(exp(2 * level) + carried)) / error;
    const weight = exp(-0.5 * (square(misses) + square((level - prior.value) / prior.sd)));
    all += weight;
    sum += weight * level;
    squares += weight * level * level;
  }
  const value = sum / all;
  const sd = Math.sqrt(Math.max(0, squares / all - value * value));
  return { value, sd, weight: Math.max(0, 1 - square(sd / prior.sd)) };
}

/**
 * Variance of the log of a level: 1/(2n) for n independent errors, and what calm and agitated years differ by, which counts
 * years however many cells they have.
 */
function levelVariance({ periods, units }: Spread): number {
  return 1 / (2 * units * periods) + (YEARS_ALIKE * square(YEARLY_SPREAD)) / periods;
}

/**
 * Variance of h years of AR(1) noise added up, in units of one year's.
 *
 * @example
 * growthOfVariance(3, 0); // → 3
 * growthOfVariance(2, 0.5); // → 3
 */
export function growthOfVariance(years: number, persistence: number): number {
  let sum = years;
  for (let j = 1; j < years; j++) sum += 2 * (years - j) * pow(persistence, j);
  return sum;
}
