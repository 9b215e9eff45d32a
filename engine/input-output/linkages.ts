import { invert } from '../statistics/inverse.js';
import { sum } from '../statistics/sum.js';

/**
 * The Leontief inverse L = (I − A)⁻¹: l_ij is the output of industry i that a unit of final demand for industry j needs in all. Null where
 * industries need more than they make.
 *
 * Source: W. Leontief 1936; Miller & Blair 2009, section 2.2. The Ghosh inverse is the same of allocation coefficients.
 *
 * @param coefficients A, n × n, row-major
 *
 * @example
 * const inverse = leontiefInverse(new Float64Array([0.15, 0.25, 0.2, 0.05]), 2);
 * [...inverse].map((entry) => Number(entry.toFixed(6))); // → [1.254125, 0.330033, 0.264026, 1.122112]
 */
export function leontiefInverse(coefficients: Float64Array, n: number): Float64Array | null {
  const inverse = invert(
    coefficients.map((entry, at) => (Math.floor(at / n) === at % n ? 1 : 0) - entry),
    n,
  );
  // Of a table in which some industries need more than they make the inverse exists, but parts of it are negative.
  return inverse === null || inverse.some((entry) => entry < -1e-9) ? null : inverse;
}

/**
 * Sums over their mean, so that 1 is the average industry: of column sums Rasmussen's power of dispersion (backward linkage), of row sums of the
 * Leontief inverse his sensitivity of dispersion, of row sums of the Ghosh inverse the forward linkage.
 *
 * Source: P. N. Rasmussen 1956, Studies in Inter-sectoral Relations; Miller & Blair 2009, section 12.2.
 *
 * @example
 * [...overMean([1, 3])]; // → [0.5, 1.5]
 */
export function overMean(sums: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(sums);
  const mean = sum(values) / values.length;
  return values.map((value) => value / mean);
}

/**
 * Output by industry that a final demand needs, x = L·f.
 *
 * @example
 * const inverse = leontiefInverse(new Float64Array([0.15, 0.25, 0.2, 0.05]), 2);
 * [...neededOutput(inverse, [600, 1500])].map((x) => Number(x.toFixed(4))); // → [1247.5248, 1841.5842]
 */
export function neededOutput(inverse: Float64Array, demand: ArrayLike<number>): Float64Array {
  const n = demand.length;
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += inverse[i * n + j]! * demand[j]!;
    return sum;
  });
}
