import { log2, pow } from '../exact-math/index.js';

/** The figures that regional coefficients are estimated from. */
export interface FleggInputs {
  /** National technical coefficients A, n × n, row-major. */
  readonly coefficients: Float64Array;
  /** Simple location quotients of the region's industries against the nation, n: part of an industry in the region over that in the nation. */
  readonly locationQuotients: ArrayLike<number>;
  /** The region's part of the nation, above 0 and at most 1. */
  readonly size: number;
  /** δ: how strongly small regions import, 0 … 1; 0 leaves their size out of it. */
  readonly delta: number;
}

/**
 * Regional input coefficients by Flegg's location quotient: a_ij·min(1, FLQ_ij) with FLQ_ij = (SLQ_i / SLQ_j)·λ, on the diagonal SLQ_i·λ, and
 * λ = log₂(1 + size)^δ. What the region does not supply itself comes from elsewhere. 0 where the buying industry is absent.
 *
 * Source: A. T. Flegg & C. D. Webber 1997, On the appropriate use of location quotients in generating regional input–output tables: reply,
 * Regional Studies 31(8), 795–805; Miller & Blair 2009, section 8.2.
 *
 * @returns n × n, row-major, none above the national coefficient
 *
 * @example
 * const nation = { coefficients: new Float64Array([0.15, 0.25, 0.2, 0.05]), locationQuotients: [1, 1], size: 1, delta: 0.3 };
 * [...regionalCoefficients(nation)]; // → [0.15, 0.25, 0.2, 0.05]
 */
export function regionalCoefficients({ coefficients, locationQuotients, size, delta }: FleggInputs): Float64Array {
  const n = locationQuotients.length;
  const lambda = pow(log2(1 + size), delta);
  return coefficients.map((coefficient, at) => {
    const [supplier, user] = [locationQuotients[Math.floor(at / n)]!, locationQuotients[at % n]!];
    if (user === 0) return 0;
    const quotient = Math.floor(at / n) === at % n ? supplier : supplier / user;
    return coefficient * Math.min(1, quotient * lambda);
  });
}
