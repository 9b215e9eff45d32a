import { checkSameLength } from '../statistics/same-length.js';

/** Needs of a region's industries from each industry, and their sales to industries: by industry, in money. */
export interface ChainSides {
  /** d_j = Σ_i a_ji·q_i: inputs of industry j that the region's industries buy, from wherever. */
  readonly demand: Float64Array;
  /** s_j: what the region's industry j sells to industries, to whomever. */
  readonly supply: Float64Array;
}

/**
 * The two sides of a region's chains, at national technology.
 *
 * @param output q, of the region by industry
 * @param coefficients a_ji: what industry i buys from j for a unit of output, n × n, row-major, supplier by user
 * @param soldToIndustry part of each industry's output that is sold to industries, 0 … 1
 *
 * @example
 * const sides = chainSides([100, 50], new Float64Array([0, 0.4, 0.1, 0]), [0.5, 0.2]);
 * [[...sides.demand], [...sides.supply]]; // → [[20, 10], [50, 10]]
 */
export function chainSides(
  output: ArrayLike<number>,
  coefficients: Float64Array,
  soldToIndustry: ArrayLike<number>,
): ChainSides {
  checkSameLength(output, soldToIndustry);
  const n = output.length;
  const demand = new Float64Array(n);
  const supply = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) demand[j] = demand[j]! + coefficients[j * n + i]! * output[i]!;
    supply[j] = output[j]! * soldToIndustry[j]!;
  }
  return { demand, supply };
}

/**
 * Complementarity of two regions: the part of the inputs that both need which one could buy from the other and does not find at home,
 * Σ_j [min(d_A + d_B, s_A + s_B) − min(d_A, s_A) − min(d_B, s_B)] / Σ_j (d_A + d_B). 0 for proportional regions, at most 1; symmetric.
 * Similarity asks whether two regions build the same, complementarity whether they could supply each other: neither says the other.
 *
 * Own measure of this project, after the idea of matching supply and demand in L. De Benedictis & L. Tajoli 2007 and the trade complementarity
 * index of M. Michaely 1996, which compare exports with imports.
 *
 * @returns null where neither region needs anything
 *
 * @example
 * const seller = { demand: new Float64Array([0, 10]), supply: new Float64Array([10, 0]) };
 * const buyer = { demand: new Float64Array([10, 0]), supply: new Float64Array([0, 10]) };
 * complementarity(seller, buyer); // → 1
 * complementarity(seller, seller); // → 0
 */
export function complementarity(a: ChainSides, b: ChainSides): number | null {
  checkSameLength(a.demand, b.demand);
  let exchanged = 0;
  let needed = 0;
  for (let j = 0; j < a.demand.length; j++) {
    const [dA, sA, dB, sB] = [a.demand[j]!, a.supply[j]!, b.demand[j]!, b.supply[j]!];
    // The two own parts are added first, so that exchanging the regions changes no bit.
    exchanged += Math.min(dA + dB, sA + sB) - (Math.min(dA, sA) + Math.min(dB, sB));
    needed += dA + dB;
  }
  // Two sums of which one is made of the other's parts may differ by rounding.
  return needed > 0 ? Math.max(0, exchanged / needed) : null;
}

/**
 * Chain completeness of a region, or of several together: the part of the inputs its industries need that its own industries make,
 * Σ_j min(d_j, s_j) / Σ_j d_j, 0 … 1.
 *
 * @returns null where nothing is needed
 *
 * @example
 * chainCompleteness([{ demand: new Float64Array([10, 10]), supply: new Float64Array([5, 20]) }]); // → 0.75
 */
export function chainCompleteness(regions: readonly ChainSides[]): number | null {
  const n = regions[0]?.demand.length ?? 0;
  let met = 0;
  let needed = 0;
  for (let j = 0; j < n; j++) {
    let [demand, supply] = [0, 0];
    for (const region of regions) {
      demand += region.demand[j]!;
      supply += region.supply[j]!;
    }
    met += Math.min(demand, supply);
    needed += demand;
  }
  return needed > 0 ? met / needed : null;
}
