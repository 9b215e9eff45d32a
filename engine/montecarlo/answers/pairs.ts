import { type Proportion, proportion } from '../../statistics/proportion.js';
import { addValue, emptySample, mergeSample, type Sample } from '../../statistics/sample.js';
import { type Summary, summarise } from '../../statistics/summary.js';

/** Direction in which an outcome is better, if any. */
export type Better = 'higher' | 'lower' | 'none';

/** Differences of two futures in the same draws. */
export interface Pairs {
  readonly better: Better;
  /** The later future's number less the first one's. */
  readonly differences: Sample;
  /** Draws in which the later future is better, and in which both are the same. */
  wins: number;
  ties: number;
}

export function emptyPairs(better: Better, keep: boolean, expected?: number): Pairs {
  return { better, differences: emptySample(keep, expected), wins: 0, ties: 0 };
}

/** Adds one draw: the number of the later future and that of the first. Draws in which one of them has none are missing. */
export function addPair(pairs: Pairs, later: number, first: number): void {
  // Two infinite numbers differ by NaN, which is missing too.
  const difference = later - first;
  const { count } = pairs.differences;
  addValue(pairs.differences, difference);
  // What is missing, such as a difference without end, is neither better nor the same.
  if (pairs.differences.count === count) return;
  if (difference === 0) pairs.ties++;
  else if (pairs.better === 'higher' ? difference > 0 : difference < 0) pairs.wins++;
}

export function mergePairs(into: Pairs, from: Pairs): void {
  mergeSample(into.differences, from.differences);
  into.wins += from.wins;
  into.ties += from.ties;
}

/** Summary of a later future beside the first, over paired draws. */
export interface PairedSummary extends Summary {
  /** Share of draws in which the later future is strictly better; null where neither more nor less is better. */
  readonly probabilityBetter: Proportion | null;
  /** Share of draws in which both are the same. */
  readonly probabilitySame: Proportion;
}

/**
 * Summarises paired differences. Identical futures differ by 0 in every draw and none is better.
 *
 * @example
 * const pairs = emptyPairs('higher', true);
 * for (const [later, first] of [[2, 1], [3, 3], [5, 1]]) addPair(pairs, later, first);
 * const { p50, probabilityBetter } = summarisePairs(pairs);
 * [p50, probabilityBetter.hits, probabilityBetter.count]; // → [1, 2, 3]
 */
export function summarisePairs(pairs: Pairs): PairedSummary {
  const { count } = pairs.differences;
  return {
    ...summarise(pairs.differences),
    probabilityBetter: pairs.better === 'none' ? null : proportion(pairs.wins, count),
    probabilitySame: proportion(pairs.ties, count),
  };
}
