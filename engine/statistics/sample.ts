import { addExactly, addSquareExactly, type ExactSum, emptySum, mergeSum } from './exact-sum.js';
import { emptyTally, mergeTally, type Tally, tallyValue } from './tally.js';

/** Draws up to which quantiles are exact. */
export const EXACT_UP_TO = 100_000;

/** Values of all samples of a study together up to which they are kept: 160 MB. */
const KEPT_UP_TO = 20_000_000;

/** Larger numbers are counted as not finite: their squares would be. */
const LARGEST = 1e150;

/**
 * One number of each draw, as far as it is kept: an outcome in a year, say. Plain data that can be handed between workers; samples of the same
 * draws give the same summary in whatever batches and order they were filled and merged.
 */
export interface Sample {
  count: number;
  /** Draws in which there was no finite number; they are in nothing else. */
  missing: number;
  min: number;
  max: number;
  /** All numbers, in the first `count` places; null where they are only tallied. */
  values: Float64Array | null;
  /** These three are filled where `values` is null. */
  readonly tally: Tally;
  readonly sum: ExactSum;
  readonly squares: ExactSum;
}

/**
 * True where a study keeps every number, so that its quantiles are exact.
 *
 * @param draws of the study
 * @param samples in it: outcomes × years × futures
 *
 * @example
 * keepsValues(10_000, 600); // → true
 * keepsValues(100_000, 600); // → false
 */
export function keepsValues(draws: number, samples: number): boolean {
  return draws <= EXACT_UP_TO && draws * samples <= KEPT_UP_TO;
}

/**
 * A sample without draws.
 *
 * @param keep its values, or tally them: the same for all samples that will be merged
 * @param expected draws, for which room is made at once if values are kept
 */
export function emptySample(keep: boolean, expected = 16): Sample {
  return {
    count: 0,
    missing: 0,
    min: Infinity,
    max: -Infinity,
    sum: emptySum(),
    squares: emptySum(),
    values: keep ? new Float64Array(expected) : null,
    tally: emptyTally(),
  };
}

/** Adds the number of one draw; takes 10 ns if numbers are kept and 80 if they are tallied. */
export function addValue(sample: Sample, value: number): void {
  if (!(Math.abs(value) <= LARGEST)) {
    sample.missing++;
    return;
  }
  if (sample.values === null) {
    tallyValue(sample.tally, value);
    addExactly(sample.sum, value);
    addSquareExactly(sample.squares, value);
  } else {
    if (sample.count === sample.values.length) sample.values = longer(sample.values, Math.max(16, 2 * sample.count));
    sample.values[sample.count] = value;
  }
  sample.count++;
  if (value < sample.min) sample.min = value;
  if (value > sample.max) sample.max = value;
}

/** Adds all draws of another sample. */
export function mergeSample(into: Sample, from: Sample): void {
  if ((into.values === null) !== (from.values === null)) {
    throw new RangeError('one sample keeps its values, the other tallies them');
  }
  if (into.values !== null) {
    const count = into.count + from.count;
    if (count > into.values.length) into.values = longer(into.values, Math.max(count, 2 * into.values.length));
    into.values.set(from.values!.subarray(0, from.count), into.count);
  }
  mergeTally(into.tally, from.tally);
  mergeSum(into.sum, from.sum);
  mergeSum(into.squares, from.squares);
  into.count += from.count;
  into.missing += from.missing;
  into.min = Math.min(into.min, from.min);
  into.max = Math.max(into.max, from.max);
}

function longer(values: Float64Array, length: number): Float64Array {
  const grown = new Float64Array(length);
  grown.set(values);
  return grown;
}
