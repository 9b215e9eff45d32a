import { square } from '../../exact-math/index.js';
import type { Proportion } from '../../statistics/proportion.js';
import type { Summary } from '../../statistics/summary.js';

/** The part of the 5–95 % band's width that standard errors may be for the draws to suffice. */
const ERROR_ALLOWED = 0.02;

/** Standard errors by which a probability must be off one half to be told from it. */
const ERRORS_APART = 2;

/** A probability's standard error below which more draws would tell nothing worth knowing. */
const PROBABILITY_ERROR = 0.01;

/** Verdict on whether the draws of a study suffice for what is said of a number. */
export type Convergence =
  | {
      readonly status: 'suffices' | 'more-draws';
      /** The largest of the standard errors of mean, p05, p50 and p95, as part of the width from p05 to p95. */
      readonly error: number;
      readonly draws: number;
      /** Draws that would do, if `status` is more-draws; else `draws`. */
      readonly drawsNeeded: number;
    }
  /** The number is the same in all draws, or there are fewer than two. */
  | {
      readonly status: 'no-variance' | 'too-few';
      readonly error: null;
      readonly draws: number;
      readonly drawsNeeded: null;
    };

/**
 * Says whether the draws suffice: the standard errors of the mean, the median and both ends of the band are at most 2 % of
 * its width, which about 1,000 independent draws of a normal variable reach. Errors shrink with the root of the number of draws.
 */
export function convergenceOf(summary: Summary): Convergence {
  const { count, p05, p95, meanError, errors } = summary;
  if (count < 2) return { status: 'too-few', error: null, draws: count, drawsNeeded: null };
  const width = p95! - p05!;
  if (summary.standardDeviation === 0) return { status: 'no-variance', error: null, draws: count, drawsNeeded: null };
  const largest = Math.max(meanError!, errors.p05!, errors.p50!, errors.p95!);
  // A band without width around a number that does vary, in fewer than one draw of twenty: its mean's error must do.
  const error = width > 0 ? largest / width : largest / summary.standardDeviation!;
  if (error <= ERROR_ALLOWED) return { status: 'suffices', error, draws: count, drawsNeeded: count };
  return { status: 'more-draws', error, draws: count, drawsNeeded: Math.ceil(count * square(error / ERROR_ALLOWED)) };
}

/** Verdict on whether the draws suffice for a probability. */
export interface ProbabilityConvergence {
  /** `even` where the probability is known well and cannot be told from one half. */
  readonly status: 'suffices' | 'even' | 'more-draws' | 'too-few';
  readonly drawsNeeded: number | null;
}

/**
 * Says whether the draws suffice for a probability: it is more than two standard errors off one half, or its standard error is at
 * most one percentage point.
 *
 * @example
 * probabilityConvergence({ hits: 60, count: 100, share: 0.6, standardError: 0.049, low: 0.5, high: 0.69 }).status; // → 'suffices'
 * probabilityConvergence({ hits: 55, count: 100, share: 0.55, standardError: 0.05, low: 0.45, high: 0.64 }); // → { status: 'more-draws', drawsNeeded: 400 }
 */
export function probabilityConvergence(probability: Proportion): ProbabilityConvergence {
  const { count, share, standardError } = probability;
  if (share === null || standardError === null || count < 10) return { status: 'too-few', drawsNeeded: null };
  const distance = Math.abs(share - 0.5);
  if (distance > ERRORS_APART * standardError) return { status: 'suffices', drawsNeeded: count };
  if (standardError <= PROBABILITY_ERROR) return { status: 'even', drawsNeeded: count };
  const forError = square(standardError / PROBABILITY_ERROR);
  const forDistance = distance > 0 ? square((ERRORS_APART * standardError) / distance) : Infinity;
  return { status: 'more-draws', drawsNeeded: Math.ceil(count * Math.min(forError, forDistance) - 1e-9) };
}
