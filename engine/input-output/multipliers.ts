import { columnSums, rowSums } from '../statistics/cells.js';
import { leontiefInverse, overMean } from './linkages.js';
import type { CoefficientTable } from './regional-table.js';

/** Input–output multipliers and linkages of one industry; null for an industry without output. */
export interface IndustryLinkage {
  /** Output of all industries that a unit of final demand for this one needs: the column sum of the Leontief inverse (type I). */
  readonly multiplier: number;
  /** Power of dispersion: the multiplier over its mean. */
  readonly backward: number;
  /** The row sum of the Ghosh inverse over its mean. */
  readonly forward: number;
  /** Rasmussen's sensitivity of dispersion: the row sum of the Leontief inverse over its mean. */
  readonly sensitivity: number;
  /** True where both backward and forward linkage are above 1. */
  readonly key: boolean;
}

/**
 * Multipliers and linkages of a table, means taken over the industries that have output.
 *
 * Source: Miller & Blair 2009, chapters 6 and 12; R. E. Beutel's six sectors of Germany and their published linkages are among the tests.
 *
 * @returns by industry; null where industries need more than they make
 *
 * @example
 * const [coefficients, allocation] = [new Float64Array([0.15, 0.25, 0.2, 0.05]), new Float64Array([0.15, 0.5, 0.1, 0.05])];
 * const table = { coefficients, allocation, present: [true, true] };
 * linkages(table).map(({ multiplier }) => Number(multiplier.toFixed(6))); // → [1.518152, 1.452145]
 */
export function linkages({ coefficients, allocation, present }: CoefficientTable): (IndustryLinkage | null)[] | null {
  const n = present.length;
  const leontief = leontiefInverse(coefficients, n);
  const ghosh = leontiefInverse(allocation, n);
  if (leontief === null || ghosh === null) return null;
  // What a unit of final demand for an industry makes all industries produce.
  const multipliers = columnSums(leontief, n);
  const relative = (sums: Float64Array): Float64Array => {
    const kept = overMean(sums.filter((_, i) => present[i]));
    let next = 0;
    return sums.map((_, i) => (present[i] ? kept[next++]! : Number.NaN));
  };
  // Rows of Leontief's inverse answer a unit of final demand for everything; of Ghosh's, a unit of primary input of the industry.
  const [backward, forward, sensitivity] = [multipliers, rowSums(ghosh, n), rowSums(leontief, n)].map(relative);
  return present.map((there, i) =>
    there
      ? {
          multiplier: multipliers[i]!,
          backward: backward![i]!,
          forward: forward![i]!,
          sensitivity: sensitivity![i]!,
          key: backward![i]! > 1 && forward![i]! > 1,
        }
      : null,
  );
}
