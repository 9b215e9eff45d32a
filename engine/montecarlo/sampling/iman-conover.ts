import { lowerFactor } from '../../statistics/cholesky.js';
import { normalQuantile } from '../../statistics/normal.js';
import { sortedOrder } from '../../statistics/ranks.js';

/**
 * Reorders the values within columns so that their normal scores have the wanted correlations. Each column keeps exactly its
 * values; the first also their order.
 *
 * Source: R. L. Iman & W. J. Conover 1982, A distribution-free approach to inducing rank correlation among input variables,
 * Communications in Statistics – Simulation and Computation 11, with van der Waerden scores of the columns' own ranks.
 *
 * @param columns of one length, each without order of its own to lose
 * @param target correlations of normal scores, row-major, as `normalCorrelations` makes them of rank correlations
 * @returns new columns, or null where the target is impossible or the columns are too short or too dependent to be freed
 *   of the correlation they have
 *
 * @example
 * imanConover([[1, 2, 3, 4], [1, 4, 2, 3]], [1, 1, 1, 1]); // → [[1, 2, 3, 4], [1, 2, 3, 4]]
 */
export function imanConover(
  columns: readonly ArrayLike<number>[],
  target: ArrayLike<number>,
): readonly Float64Array[] | null {
  const [width, length] = [columns.length, columns[0]?.length ?? 0];
  const orders = columns.map(sortedOrder);
  const scores = orders.map((order) => {
    const column = new Float64Array(length);
    order.forEach((row, rank) => {
      column[row] = normalQuantile((rank + 1) / (length + 1));
    });
    return column;
  });
  const wanted = lowerFactor(target, width);
  const actual = lowerFactor(scoreCorrelations(scores), width);
  if (wanted === null || actual === null) return null;
  for (let k = 0; k < width; k++) if (actual[k * width + k] === 0) return null;

  // Whitens with the inverse of the factor that the scores have, then colours with the wanted one, row by row in place.
  const row = new Float64Array(width);
  for (let k = 0; k < length; k++) {
    for (let i = 0; i < width; i++) {
      let sum = scores[i]![k]!;
      for (let j = 0; j < i; j++) sum -= actual[i * width + j]! * row[j]!;
      row[i] = sum / actual[i * width + i]!;
    }
    for (let i = 0; i < width; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += wanted[i * width + j]! * row[j]!;
      scores[i]![k] = sum;
    }
  }
  return columns.map((column, i) => {
    if (i === 0) return Float64Array.from(column);
    const reordered = new Float64Array(length);
    const order = orders[i]!;
    sortedOrder(scores[i]!).forEach((place, rank) => {
      reordered[place] = column[order[rank]!]!;
    });
    return reordered;
  });
}

/** Correlations of columns of normal scores, whose means are 0 and whose variances are equal. */
function scoreCorrelations(scores: readonly Float64Array[]): number[] {
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
  const square = scores[0] === undefined ? 1 : product(scores[0], scores[0]);
  return scores.flatMap((a) => scores.map((b) => (a === b ? 1 : product(a, b) / square)));
}
