import { exp, pow, square } from '../../exact-math/index.js';
import type { Belief } from '../../statistics/belief.js';
import { sum } from '../../statistics/sum.js';
import type { GrowthMoments } from './growth-moments.js';

/** Slopes of single years differ by about this much where the data are too few to tell, and how many years that knowledge is worth. */
const YEARLY_SPREAD = 0.5;
const YEARLY_SPREAD_WORTH = 2;
/** Neighbouring years are alike, so two of them say about as much as one that stands alone. */
const YEARS_ALIKE = 2;

/** A group of growth moments whose slope is sought. */
export interface SlopeGroup {
  readonly moments: readonly GrowthMoments[];
  readonly prior: Belief;
}

/** A slope as the data alone give it, and together with the prior. */
export interface Slope {
  /** Null where no year has anything to say. */
  readonly data: Belief | null;
  readonly posterior: Belief;
}

/** Slopes of some groups and how the slope fades, which they share. */
export interface FadingSlopes {
  readonly slopes: readonly Slope[];
  /** Posterior of the fading parameter. */
  readonly fade: Belief;
  /** Part of the fading parameter's prior variance that the data removed, 0 to 1. */
  readonly fadeWeight: number;
  /** Years that the slopes rest on. */
  readonly years: number;
}

/** The fading parameter: its prior, the values tried, and its meaning. */
export interface Fading {
  readonly prior: Belief;
  /** Values that are tried. */
  readonly grid: readonly number[];
  /** Part that is left after a year. */
  readonly yearly: (value: number) => number;
}

/**
 * Estimates how much of past growth lasts, and how it fades: `y = b·f(lead)·x + error`, with y the growth in a year and x that over
 * the window before, both relative to a larger whole, and f(lead) the yearly part to the power of the years between.
 *
 * All cells of a year share what moves it, so years are what is counted: the variance of b is that of the slopes of
 * single years, s², over their effective number, twice because neighbours are alike; s² pools what the years show with a spread of
 * 0.5 worth two years. Fading is integrated over a grid, each value weighted by its likelihood at that precision and its prior.
 */
export function fadingSlopes(groups: readonly SlopeGroup[], fading: Fading): FadingSlopes {
  const prior = fading.yearly(fading.prior.value);
  const precisions = groups.map((group) => slopePrecision(group.moments, prior));
  const candidates = fading.grid.map((value) => {
    const yearly = fading.yearly(value);
    let badness = fading.prior.sd === 0 ? 0 : square((value - fading.prior.value) / fading.prior.sd);
    const slopes = groups.map((group, g) => {
      const sums = faded(group.moments, yearly);
      const scale = precisions[g]!.scale;
      const priorWeight = 1 / square(group.prior.sd);
      const weight = sums.xx * scale + priorWeight;
      const slope = (sums.xy * scale + group.prior.value * priorWeight) / weight;
      badness += scale * (sums.xx * slope * slope - 2 * slope * sums.xy);
      badness += priorWeight * square(slope - group.prior.value);
      return { value: slope, sd: 1 / Math.sqrt(weight) };
    });
    return { value, badness, slopes };
  });
  const least = Math.min(...candidates.map((candidate) => candidate.badness));
  const weights = candidates.map((candidate) => exp(-0.5 * (candidate.badness - least)));
  const fade = mixture(
    candidates.map(({ value }) => ({ value, sd: 0 })),
    weights,
  );
  // The grid's own spread under the prior, so that what the grid leaves out does not pass for what the data say.
  const before = mixture(
    candidates.map(({ value }) => ({ value, sd: 0 })),
    candidates.map(({ value }) => exp(-0.5 * square((value - fading.prior.value) / fading.prior.sd))),
  );
  return {
    slopes: groups.map((_, g) => ({
      data: precisions[g]!.data,
      posterior: mixture(
        candidates.map((candidate) => candidate.slopes[g]!),
        weights,
      ),
    })),
    fade,
    fadeWeight: Math.max(0, 1 - square(fade.sd / before.sd)),
    years: Math.max(0, ...groups.map((group) => new Set(group.moments.map(({ step }) => step)).size)),
  };
}

/** The slope that the data alone give with fading as the prior has it, and the factor that turns squared errors into log-likelihood. */
function slopePrecision(moments: readonly GrowthMoments[], yearly: number): { data: Belief | null; scale: number } {
  const steps = [...new Set(moments.map(({ step }) => step))];
  const byYear = steps
    .map((step) =>
      faded(
        moments.filter((each) => each.step === step),
        yearly,
      ),
    )
    .filter(({ xx }) => xx > 0);
  const mass = byYear.reduce((sum, { xx }) => sum + xx, 0);
  if (mass === 0) return { data: null, scale: 0 };
  const slope = byYear.reduce((sum, { xy }) => sum + xy, 0) / mass;
  const mean = mass / byYear.length;
  const scatter = byYear.reduce((sum, { xx, xy }) => sum + (xx / mean) * square(xy / xx - slope), 0);
  const spread = (YEARLY_SPREAD_WORTH * square(YEARLY_SPREAD) + scatter) / (YEARLY_SPREAD_WORTH + byYear.length - 1);
  const effective = square(mass) / byYear.reduce((sum, { xx }) => sum + xx * xx, 0);
  const variance = (YEARS_ALIKE * spread) / effective;
  return { data: { value: slope, sd: Math.sqrt(variance) }, scale: 1 / (variance * mass) };
}

/** Sums over pairs of years, past growth multiplied by what fading leaves of it on average over the step. */
function faded(moments: readonly GrowthMoments[], yearly: number): { xx: number; xy: number } {
  let xx = 0;
  let xy = 0;
  for (const each of moments) {
    const left = meanFade(yearly, each.lead, each.span);
    xx += each.span * left * left * each.xx;
    xy += each.span * left * each.xy;
  }
  return { xx, xy };
}

/**
 * Part that fading leaves on average over the years of a step.
 *
 * @example
 * meanFade(0.5, 1, 2); // → 0.375
 */
export function meanFade(yearly: number, lead: number, span: number): number {
  let sum = 0;
  for (let year = 0; year < span; year++) sum += pow(yearly, lead + year);
  return sum / span;
}

/** Mean and standard deviation of a weighted mixture. */
function mixture(parts: readonly Belief[], weights: readonly number[]): Belief {
  const all = sum(weights);
  const value = parts.reduce((sum, part, k) => sum + weights[k]! * part.value, 0) / all;
  const variance =
    parts.reduce((sum, part, k) => sum + weights[k]! * (square(part.sd) + square(part.value - value)), 0) / all;
  return { value, sd: Math.sqrt(variance) };
}
