import { square } from '../../exact-math/index.js';
import { NORMAL_95 } from '../../statistics/normal.js';
import { stream } from '../../values/streams.js';
import type { SobolDesign } from '../sampling/sobol-design.js';

/** Parts of an outcome's variance that groups of inputs account for. Arrays are by group of the design. */
export type SobolIndices =
  | {
      readonly status: 'ok';
      readonly groups: readonly string[];
      /** Part of the variance that goes if the group is known, its interactions with others not counted; with 95 % intervals. */
      readonly first: readonly number[];
      readonly firstLow: readonly number[];
      readonly firstHigh: readonly number[];
      /** Part of the variance that is left if all others are known: interactions counted. */
      readonly total: readonly number[];
      readonly totalLow: readonly number[];
      readonly totalHigh: readonly number[];
      readonly mean: number;
      readonly variance: number;
      /** Base samples used, and left out because a point of theirs has no finite outcome. */
      readonly samples: number;
      readonly dropped: number;
    }
  /** The outcome is the same at all points but for rounding, or fewer than two base samples are usable. */
  | {
      readonly status: 'no-variance' | 'too-few';
      readonly groups: readonly string[];
      readonly samples: number;
      readonly dropped: number;
    };

/** A spread below this part of the values is rounding. */
const ROUNDING = 1e-12;

/**
 * Sobol indices of an outcome from its values at the points of a design. The inputs are taken as independent.
 *
 * First order by A. Saltelli et al. 2010 (their table 2, b), total order by M. J. W. Jansen 1999, intervals from a bootstrap
 * over base samples (G. E. B. Archer, A. Saltelli & I. M. Sobol 1997): 1.96 standard deviations of the resampled indices to
 * either side, which with a scrambled Sobol sequence is more than the error. Estimates may leave 0 … 1 by about that much.
 *
 * @param values of the outcome, by row of the design
 */
export function sobolIndices(
  design: SobolDesign,
  values: ArrayLike<number>,
  options: { readonly resamples?: number } = {},
): SobolIndices {
  const groups = design.groups.map(({ name }) => name);
  const width = groups.length + 2;
  const usable = usableSamples(design, values);
  const samples = usable.length;
  const dropped = design.samples - samples;
  if (samples < 2) return { status: 'too-few', groups, samples, dropped };

  let [centre, size] = [0, 0];
  for (const sample of usable) {
    for (const value of [values[sample * width]!, values[sample * width + 1]!]) {
      centre += value / (2 * samples);
      size = Math.max(size, Math.abs(value));
    }
  }
  // Per base sample, what is averaged for the mean, the variance and both indices of every group.
  const terms = Array.from({ length: 2 + 2 * groups.length }, () => new Float64Array(samples));
  usable.forEach((sample, k) => {
    const a = values[sample * width]! - centre;
    const b = values[sample * width + 1]! - centre;
    terms[0]![k] = 0.5 * (a + b);
    terms[1]![k] = 0.5 * (a * a + b * b);
    for (let g = 0; g < groups.length; g++) {
      const mixed = values[sample * width + 2 + g]! - centre;
      terms[2 + 2 * g]![k] = b * (mixed - a);
      terms[3 + 2 * g]![k] = 0.5 * square(a - mixed);
    }
  });
  const ones = new Float64Array(samples).fill(1);
  const { variance, indices } = estimate(terms, ones);
  if (!(variance > square(ROUNDING * size))) return { status: 'no-variance', groups, samples, dropped };

  const reach = bootstrapDeviations(terms, design.seed, options.resamples ?? 200).map(
    (deviation) => NORMAL_95 * deviation,
  );
  const every = (offset: 0 | 1, of: (k: number) => number) => groups.map((_, g) => of(2 * g + offset));
  return {
    status: 'ok',
    groups,
    first: every(0, (k) => indices[k]!),
    firstLow: every(0, (k) => indices[k]! - reach[k]!),
    firstHigh: every(0, (k) => indices[k]! + reach[k]!),
    total: every(1, (k) => indices[k]!),
    totalLow: every(1, (k) => indices[k]! - reach[k]!),
    totalHigh: every(1, (k) => indices[k]! + reach[k]!),
    mean: centre,
    variance,
    samples,
    dropped,
  };
}

/** Base samples all of whose points have a finite outcome. */
function usableSamples(design: SobolDesign, values: ArrayLike<number>): Uint32Array {
  const width = design.groups.length + 2;
  const usable: number[] = [];
  for (let sample = 0; sample < design.samples; sample++) {
    let finite = true;
    for (let k = 0; k < width && finite; k++) finite = Number.isFinite(values[sample * width + k]);
    if (finite) usable.push(sample);
  }
  return Uint32Array.from(usable);
}

/** Variance, and first and total index of each group in turn, of base samples counted with these weights. */
function estimate(terms: readonly Float64Array[], weights: Float64Array) {
  const means = terms.map((term) => weightedMean(term, weights));
  const variance = means[1]! - square(means[0]!);
  return { variance, indices: means.slice(2).map((mean) => mean / variance) };
}

function weightedMean(term: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < term.length; k++) sum += weights[k]! * term[k]!;
  return sum / term.length;
}

/** Standard deviations of the indices over resampled base samples. */
function bootstrapDeviations(terms: readonly Float64Array[], seed: number | string, resamples: number): number[] {
  const samples = terms[0]!.length;
  const weights = new Float64Array(samples);
  const sums = new Float64Array(terms.length - 2);
  const squares = new Float64Array(terms.length - 2);
  const { indices: centre } = estimate(terms, new Float64Array(samples).fill(1));
  let used = 0;
  for (let resample = 0; resample < resamples; resample++) {
    const { uniform } = stream(seed, resample, 'bootstrap of Sobol indices');
    weights.fill(0);
    for (let k = 0; k < samples; k++) weights[Math.floor(uniform() * samples)]!++;
    const { variance, indices } = estimate(terms, weights);
    if (!(variance > 0)) continue;
    used++;
    indices.forEach((index, k) => {
      sums[k]! += index - centre[k]!;
      squares[k]! += square(index - centre[k]!);
    });
  }
  return Array.from(sums, (sum, k) =>
    used < 2 ? 0 : Math.sqrt(Math.max(0, squares[k]! - (sum * sum) / used) / (used - 1)),
  );
}
