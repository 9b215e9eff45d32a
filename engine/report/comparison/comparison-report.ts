import { type Attribution, attribute, attributeDifference } from '../../compare/attribution.js';
import { type BreakEven, breakEven, breakEvenKeys } from '../../compare/break-even.js';
import { type ChainPart, chainPart } from '../../compare/chain-part.js';
import { type Comparison, compare } from '../../compare/compare.js';
import { comparedPair } from '../../compare/compared-pair.js';
import { type CooperationGame, cooperationGame } from '../../compare/cooperation.js';
import type { Future, FutureSource } from '../../compare/future.js';
import { type IngredientPart, ingredientParts } from '../../compare/ingredients.js';
import { type KindsLeftOut, kindsLeftOut } from '../../compare/kinds-left-out.js';
import type { Preparer } from '../../compare/prepared-future.js';
import { type SweepAxis, type SweepPoint, sweep } from '../../compare/sweep.js';
import type { StudyResult } from '../../montecarlo/answers/answers.js';
import type { BeliefAnswer } from '../../montecarlo/answers/belief-answer.js';

/** Questions that a comparison is asked besides the futures themselves. */
export interface ComparisonRequest {
  readonly equalCost: boolean;
  /** Leave each kind of policy out of both futures, and the channel between industries, to see what carries the difference. */
  readonly kinds: boolean;
  readonly byPolicy: boolean;
  /** Two regions, or those in which the futures act. */
  readonly cooperation: readonly [number, number] | 'acting' | null;
  readonly ingredients: boolean;
  readonly breakEven: boolean;
  readonly sweep: readonly SweepAxis[];
}

/** Everything a comparison may have been asked for. */
export interface ComparisonReport {
  readonly comparison: Comparison;
  /** The last future against the first with each kind of policy left out of both. */
  readonly kinds: KindsLeftOut | null;
  /** The last future against the first with the channel between industries and without it; null where the case has no input–output table. */
  readonly chains: ChainPart | null;
  /** The same question as written and under each belief, where beliefs were given. */
  readonly beliefs: readonly BeliefAnswer[] | null;
  /** The same question on draws of all that is uncertain, where some were made. */
  readonly study: StudyResult | null;
  /** The part of each policy in the gain of each future over the first. */
  readonly attribution: Attribution | null;
  readonly game: CooperationGame | null;
  readonly ingredients: { readonly total: number; readonly parts: readonly IngredientPart[] } | null;
  readonly breakEvens: readonly BreakEven[] | null;
  readonly sweep: { readonly axes: readonly SweepAxis[]; readonly points: readonly SweepPoint[] } | null;
}

/**
 * Compares futures and works out everything that was asked for; what compares two of them compares the last with the first.
 * A single future is held against no policy; it has no ingredients or break-evens of a difference.
 *
 * @param prepare prepares the futures, where the caller keeps what it did before
 */
export function comparisonReport(
  sources: readonly FutureSource[],
  request: ComparisonRequest,
  prepare?: Preparer,
): ComparisonReport {
  const comparison = compare(sources, { equalCost: request.equalCost, ...(prepare && { prepare }) });
  const nothing = {
    kinds: null,
    chains: null,
    beliefs: null,
    study: null,
    attribution: null,
    game: null,
    ingredients: null,
    breakEvens: null,
    sweep: null,
  };
  return completeReport({ comparison, ...nothing }, sources, request);
}

/** Futures side by side, with nothing else asked. */
export function plainReport(
  sources: readonly FutureSource[],
  equalCost: boolean,
  prepare?: Preparer,
): ComparisonReport {
  const nothingElse = {
    byPolicy: false,
    cooperation: null,
    ingredients: false,
    kinds: false,
    breakEven: false,
    sweep: [],
  };
  return comparisonReport(sources, { equalCost, ...nothingElse }, prepare);
}

/** A report with what it lacks of a request worked out; what it has stays. */
export function completeReport(
  report: ComparisonReport,
  sources: readonly FutureSource[],
  request: ComparisonRequest,
): ComparisonReport {
  const { comparison } = report;
  const options = { equalCost: request.equalCost };
  const first = sources[0]!;
  const last = sources.at(-1)!;
  const later = comparison.futures.at(-1)!;
  const pair = request.cooperation === 'acting' ? comparedPair(comparison.futures) : request.cooperation;
  return {
    comparison,
    kinds: report.kinds ?? (request.kinds && sources.length > 1 ? kindsLeftOut(first, last, options) : null),
    chains: report.chains ?? (request.kinds && sources.length > 1 ? chainPart(first, last, options) : null),
    beliefs: report.beliefs,
    study: report.study,
    attribution: report.attribution ?? (request.byPolicy ? attributionOf(comparison.futures) : null),
    game: report.game ?? (pair === null ? null : cooperationGame(later, pair[0], pair[1])),
    ingredients: report.ingredients ?? (request.ingredients ? ingredientParts(first, last, options) : null),
    breakEvens:
      report.breakEvens ??
      (request.breakEven ? breakEvenKeys(first.economy).map((key) => breakEven(first, last, key, options)) : null),
    sweep:
      report.sweep ??
      (request.sweep.length === 0 ? null : { axes: request.sweep, points: sweep(sources, request.sweep, options) }),
  };
}

function attributionOf(futures: readonly Future[]): Attribution {
  const later = futures.at(-1)!;
  return futures.length === 1 ? attribute(later) : attributeDifference(later, futures[0]!);
}
