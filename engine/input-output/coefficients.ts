/**
 * Technical coefficients a_ij = z_ij / x_j: what industry j buys from industry i for a unit of its output. 0 for an industry without output.
 *
 * Source: R. E. Miller & P. D. Blair 2009, Input–Output Analysis: Foundations and Extensions, second edition, section 2.2.
 *
 * @param flows z, n × n, row-major: supplier by user, in money
 * @param output x, by industry, in the same money
 *
 * @example
 * [...technicalCoefficients(new Float64Array([150, 500, 200, 100]), [1000, 2000])]; // → [0.15, 0.25, 0.2, 0.05]
 */
export function technicalCoefficients(flows: Float64Array, output: ArrayLike<number>): Float64Array {
  const n = output.length;
  return flows.map((flow, at) => ratio(flow, output[at % n]!));
}

/**
 * Allocation coefficients b_ij = z_ij / x_i: the part of industry i's output that industry j buys. 0 for an industry without output.
 *
 * Source: A. Ghosh 1958, Input–output approach in an allocation system, Economica 25(97), 58–64.
 *
 * @param flows z, n × n, row-major: supplier by user, in money
 * @param output x, by industry, in the same money
 *
 * @example
 * [...allocationCoefficients(new Float64Array([150, 500, 200, 100]), [1000, 2000])]; // → [0.15, 0.5, 0.1, 0.05]
 */
export function allocationCoefficients(flows: Float64Array, output: ArrayLike<number>): Float64Array {
  const n = output.length;
  return flows.map((flow, at) => ratio(flow, output[Math.floor(at / n)]!));
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
