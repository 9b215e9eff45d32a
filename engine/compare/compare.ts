import type { Measures } from '../projection/measure.js';
import { withLabels } from '../scenario/labels.js';
import { checkComparable } from './check-comparable.js';
import { type EqualCost, equaliseCosts } from './equal-cost.js';
import { type Choices, type FixedParts, type Future, type FutureSource, fixedPartsLike } from './future.js';
import type { Gains } from './gains.js';
import { type FutureRun, type Preparer, prepareFuture, prepareFutures } from './prepared-future.js';
import { type StatedGoal, type StatedOutcome, statedGoals, statedOutcomes } from './stated-outcomes.js';

/** Futures side by side. The first is what the others are compared with. */
export interface Comparison {
  readonly futures: readonly Future[];
  readonly measures: readonly Measures[];
  readonly gains: readonly Gains[];
  /** The scaling that made costs equal, one for each future; null where that was not asked for. */
  readonly equalCost: readonly EqualCost[] | null;
  /** Each future against the first, region by region: who gains. */
  readonly differences: readonly Difference[];
  /** Outcomes and goals that the scenarios name. */
  readonly outcomes: readonly StatedOutcome[];
  readonly goals: readonly StatedGoal[];
}

/** One future less another, over all years, discounted. */
export interface Difference {
  /** Output, R, in the case's currency. */
  readonly output: Float64Array;
  readonly total: number;
  readonly valueAdded: number;
  readonly cost: number;
  /** Value added gained less what more it costs. */
  readonly net: number;
  /** The sum of what losers lose, in output: the side payment that would make them whole. */
  readonly sidePayment: number;
  /** The sum of what winners gain: a side payment is possible where it is more than the losers lose. */
  readonly winnersGain: number;
}

/** Settings of a comparison. */
export interface CompareOptions {
  /** False where futures keep their intensities; else these are scaled until all futures cost the same. */
  readonly equalCost?: boolean;
  /** Numbers by path that hold in every future. */
  readonly values?: ReadonlyMap<string, number>;
  /** Numbers by path that hold in the last future only. */
  readonly lastValues?: ReadonlyMap<string, number>;
  /** Prepares the futures; of {@link keepPrepared} where comparisons follow one another. */
  readonly prepare?: Preparer;
}

/**
 * Compares futures over the same case: runs each, at equal discounted cost unless told otherwise, and measures what each brings
 * against its own reference path and against the first future.
 *
 * @param sources two or more, of one case and the same years
 * @throws MistakesError where they are not
 */
export function compare(sources: readonly FutureSource[], options: CompareOptions = {}): Comparison {
  checkComparable(sources);
  const { runs, futures, equalCost } = runFutures(withLabels(sources), options);
  const gains = runs.map((run) => run.gains());
  return {
    futures,
    measures: runs.map((run) => run.measures()),
    gains,
    equalCost,
    differences: gains.map((gain) => difference(gain, gains[0]!)),
    outcomes: statedOutcomes(futures),
    goals: statedGoals(futures),
  };
}

/**
 * Runs the futures of a comparison, at equal cost unless told otherwise.
 *
 * @param like fixed parts of futures that differ from these in nothing but their policies, where the caller has them
 */
export function runFutures(
  sources: readonly FutureSource[],
  options: CompareOptions = {},
  like?: readonly FixedParts[],
): {
  readonly runs: readonly FutureRun[];
  readonly futures: Future[];
  readonly equalCost: readonly EqualCost[] | null;
  readonly fixed: readonly FixedParts[];
} {
  const choices = sources.map((_, k): Choices => {
    const own = k === sources.length - 1 ? options.lastValues : undefined;
    return { values: new Map([...(options.values ?? []), ...(own ?? [])]) };
  });
  const prepared =
    like === undefined
      ? (options.prepare ?? prepareFutures)(sources, choices)
      : sources.map((source, k) => prepareFuture(source, choices[k]!, fixedPartsLike(source, like[k]!)));
  const equalCost = options.equalCost === false ? null : equaliseCosts(prepared);
  const runs = prepared.map((future, k) => future.run(equalCost === null ? 1 : equalCost[k]!.factor));
  return { runs, futures: runs.map(({ future }) => future), equalCost, fixed: prepared.map(({ fixed }) => fixed) };
}

/** The difference of two futures' gains. */
export function difference(later: Gains, first: Gains): Difference {
  const output = later.output.map((gain, r) => gain - first.output[r]!);
  const total = later.total - first.total;
  const valueAdded = later.valueAdded - first.valueAdded;
  const cost = later.cost - first.cost;
  return {
    output,
    total,
    valueAdded,
    cost,
    net: valueAdded - cost,
    sidePayment: output.reduce((sum, gain) => sum + Math.max(0, -gain), 0),
    winnersGain: output.reduce((sum, gain) => sum + Math.max(0, gain), 0),
  };
}
