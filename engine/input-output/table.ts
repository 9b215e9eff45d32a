/**
 * An input–output table over the industries of a case, with what says how large the case is in it. An industry that the table lacks has no flows
 * and no output here.
 */
export interface InputOutputTable {
  /** z, supplier by user, n × n, row-major, in money. */
  readonly flows: Float64Array;
  /** x, by industry, in the same money. */
  readonly output: Float64Array;
  /** By industry, in the same money; null where the table leaves it blank or lacks the industry. */
  readonly valueAdded: readonly (number | null)[];
  /** The case’s part of the output that the table covers, above 0 and at most 1. */
  readonly size: number;
  /** δ of Flegg’s location quotient, 0 … 1. */
  readonly delta: number;
}

/**
 * Sales of each industry to industries for a unit of its output, Σ_k z_jk / x_j: above 1 where imports are among the flows and industries buy
 * more of a good than the nation makes. 0 for an industry without output.
 *
 * @param flows z, n × n, row-major: supplier by user
 * @param output x, by industry
 *
 * @example
 * [...soldToIndustry(new Float64Array([150, 500, 200, 100]), [1000, 2000])]; // → [0.65, 0.15]
 */
export function soldToIndustry(flows: Float64Array, output: ArrayLike<number>): Float64Array {
  const n = output.length;
  return Float64Array.from({ length: n }, (_, j) => {
    let sold = 0;
    for (let k = 0; k < n; k++) sold += flows[j * n + k]!;
    return output[j]! > 0 ? sold / output[j]! : 0;
  });
}
