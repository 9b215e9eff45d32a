import { square } from '../exact-math/index.js';
import { dot, factoriseSemidefinite, solveFactorised } from './cholesky.js';
import { NORMAL_95 } from './normal.js';
import { averageRanks } from './ranks.js';

/** Standardised rank regression coefficients. Arrays are by input. */
export type RankRegression =
  | {
      readonly status: 'ok';
      /** Standard deviations of rank by which the outcome moves with one of the input's; null of an input that does not vary or only repeats others. */
      readonly coefficients: readonly (number | null)[];
      /** 95 % intervals. */
      readonly low: readonly (number | null)[];
      readonly high: readonly (number | null)[];
      /** Part of the variance of the outcome's ranks that the inputs' ranks explain; below about 0.7 the coefficients say little. */
      readonly rSquared: number;
      /** The same, less what so many inputs explain by chance. */
      readonly adjustedRSquared: number;
      /** Draws used, and left out because a number of theirs is not finite. */
      readonly draws: number;
      readonly dropped: number;
    }
  | { readonly status: 'no-variance' | 'too-few'; readonly draws: number; readonly dropped: number };

/** Draws for each input below which coefficients say more of the draws than of the inputs. */
const LEAST_DRAWS = 5;

/** An input with less than this part of its variance of its own repeats others. */
const REPEATED = 1e-9;

/**
 * Regresses the ranks of an outcome on the ranks of inputs, from draws of any kind, correlated ones too.
 *
 * Source: R. L. Iman & W. J. Conover 1979, The use of the rank transform in regression, Technometrics 21.
 *
 * @param inputs columns, one an input, by draw
 * @param outcome by draw
 *
 * @example
 * rankRegression([[1, 2, 3, 4, 5], [5, 5, 5, 5, 5]], [1, 8, 27, 64, 125]).coefficients; // → [1, null]
 */
export function rankRegression(inputs: readonly ArrayLike<number>[], outcome: ArrayLike<number>): RankRegression {
  const kept: number[] = [];
  for (let k = 0; k < outcome.length; k++) {
    if (Number.isFinite(outcome[k]) && inputs.every((column) => Number.isFinite(column[k]))) kept.push(k);
  }
  const draws = kept.length;
  const dropped = outcome.length - draws;
  const columns = inputs.map((column) => standardRanks(kept, column));
  const response = standardRanks(kept, outcome);
  const varying = columns.filter((column) => column !== null);
  if (draws < Math.max(3, LEAST_DRAWS * varying.length)) return { status: 'too-few', draws, dropped };
  if (response === null) return { status: 'no-variance', draws, dropped };

  const { used, inverse } = independentInverse(varying.map((a) => varying.map((b) => dot(a, b))));
  const moments = used.map((j) => dot(varying[j]!, response));
  const solved = inverse.map((row) => row.reduce((sum, x, k) => sum + x * moments[k]!, 0));
  const rSquared = Math.max(
    0,
    Math.min(
      1,
      solved.reduce((sum, b, k) => sum + b * moments[k]!, 0),
    ),
  );
  const freedom = draws - used.length - 1;
  const places = inputs.map((_, j) => {
    const column = columns[j];
    return column === null || column === undefined ? -1 : used.indexOf(varying.indexOf(column));
  });
  const reach = (k: number) => NORMAL_95 * Math.sqrt(((1 - rSquared) / freedom) * inverse[k]![k]!);
  const each = (of: (k: number) => number) => places.map((k) => (k < 0 ? null : of(k)));
  return {
    status: 'ok',
    coefficients: each((k) => solved[k]!),
    low: each((k) => solved[k]! - reach(k)),
    high: each((k) => solved[k]! + reach(k)),
    rSquared,
    adjustedRSquared: Math.max(0, 1 - ((1 - rSquared) * (draws - 1)) / freedom),
    draws,
    dropped,
  };
}

/** Ranks of some draws of a column, less their mean, of length 1; null where it does not vary. */
function standardRanks(kept: readonly number[], column: ArrayLike<number>): Float64Array | null {
  const ranks = averageRanks(kept.map((k) => column[k]!));
  const mean = (kept.length + 1) / 2;
  const length = Math.sqrt(ranks.reduce((sum, rank) => sum + square(rank - mean), 0));
  return length > 0 ? ranks.map((rank) => (rank - mean) / length) : null;
}

/** Inverse of a correlation matrix, over the rows that do not depend on rows before them. */
function independentInverse(matrix: readonly (readonly number[])[]) {
  const n = matrix.length;
  const factor = Float64Array.from(matrix.flat());
  factoriseSemidefinite(factor, n, REPEATED);
  const used = [...matrix.keys()].filter((i) => Number.isFinite(factor[i * n + i]));
  const columns = used.map((i) => {
    const unit = new Float64Array(n);
    unit[i] = 1;
    return solveFactorised(factor, n, unit);
  });
  return { used, inverse: used.map((i) => columns.map((column) => column[i]!)) };
}
