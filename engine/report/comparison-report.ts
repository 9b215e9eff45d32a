import { attributeDifference } from '../compare/attribution.js';
import { BREAK_EVEN_KEYS, breakEven } from '../compare/break-even.js';
import { compare } from '../compare/compare.js';
import { cooperationGame } from '../compare/cooperation.js';
import type { FutureSource } from '../compare/future.js';
import { ingredientParts } from '../compare/ingredients.js';
import { type SweepAxis, sweep } from '../compare/sweep.js';
import { comparedPair } from './compared-pair.js';
import type { ComparisonReport } from './comparison-tables.js';

/** What a comparison is asked for besides the futures themselves. */
export interface ComparisonRequest {
  readonly equalCost: boolean;
  readonly byPolicy: boolean;
  /** Two regions, or those in which the futures act. */
  readonly cooperation: readonly [number, number] | 'acting' | null;
  readonly ingredients: boolean;
  readonly breakEven: boolean;
  readonly sweep: readonly SweepAxis[];
}

/** Compares futures and works out everything that was asked for; what compares two of them compares the last with the first. */
export function comparisonReport(sources: readonly FutureSource[], request: ComparisonRequest): ComparisonReport {
  const options = { equalCost: request.equalCost };
  const comparison = compare(sources, options);
  const first = sources[0]!;
  const last = sources.at(-1)!;
  const later = comparison.futures.at(-1)!;
  const pair = request.cooperation === 'acting' ? comparedPair(comparison.futures) : request.cooperation;
  return {
    comparison,
    attribution: request.byPolicy ? attributeDifference(later, comparison.futures[0]!) : null,
    game: pair === null ? null : cooperationGame(later, pair[0], pair[1]),
    ingredients: request.ingredients ? ingredientParts(first, last, options) : null,
    breakEvens: request.breakEven ? BREAK_EVEN_KEYS.map((key) => breakEven(first, last, key, options)) : null,
    sweep: request.sweep.length === 0 ? null : { axes: request.sweep, points: sweep(sources, request.sweep, options) },
  };
}
