import { averageRanks, correlation } from '../../engine/statistics/ranks.js';

/** Spearman's rank correlation of two columns of the same length; null where one of them does not vary. */
export function rankCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  return correlation(averageRanks(x), averageRanks(y));
}
