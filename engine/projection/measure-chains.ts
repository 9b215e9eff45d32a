import { type ChainSides, chainCompleteness, chainSides, complementarity } from '../input-output/chain.js';
import { rowOf } from '../statistics/cells.js';
import type { Plan, Projection } from './plan.js';

/** Measures of chains between industries. NaN where a region’s industries need nothing from each other; null where the case has no input–output table. */
export interface ChainMeasures {
  /** Complementarity of each ordered pair of regions, Y × R × R, symmetric, diagonal 0. */
  readonly complementarity: Float64Array | null;
  /** Chain completeness of each region, Y × R. */
  readonly completeness: Float64Array | null;
}

/** Measures the chains of every region and pair of regions of a projection. */
export function measureChains({ plan, output }: Pick<Projection, 'plan' | 'output'>): ChainMeasures {
  if (plan.inputOutput === null) return { complementarity: null, completeness: null };
  const regions = plan.regions.length;
  const years = plan.years.length;
  const between = new Float64Array(years * regions * regions);
  const completeness = new Float64Array(years * regions);
  for (let y = 0; y < years; y++) {
    const sides = plan.regions.map((_, r) => regionSides(plan, output, r, y));
    for (let r = 0; r < regions; r++) {
      completeness[y * regions + r] = chainCompleteness([sides[r]!]) ?? Number.NaN;
      for (let s = r + 1; s < regions; s++) {
        const value = complementarity(sides[r]!, sides[s]!) ?? Number.NaN;
        between[(y * regions + r) * regions + s] = value;
        between[(y * regions + s) * regions + r] = value;
      }
    }
  }
  return { complementarity: between, completeness };
}

/**
 * Chain completeness of some regions together in a year; NaN where they need nothing or the case has no input–output table.
 *
 * @param output Y × R × I
 */
export function jointCompleteness(plan: Plan, output: Float64Array, regions: readonly number[], y: number): number {
  if (plan.inputOutput === null) return Number.NaN;
  return chainCompleteness(regions.map((r) => regionSides(plan, output, r, y))) ?? Number.NaN;
}

/** Complementarity of two regions in a year; NaN as for completeness. */
export function pairComplementarity(plan: Plan, output: Float64Array, r: number, s: number, y: number): number {
  if (plan.inputOutput === null) return Number.NaN;
  if (r === s) return 0;
  return complementarity(regionSides(plan, output, r, y), regionSides(plan, output, s, y)) ?? Number.NaN;
}

function regionSides(
  { inputOutput, regions, industries }: Plan,
  output: Float64Array,
  r: number,
  y: number,
): ChainSides {
  const { coefficients, soldToIndustry } = inputOutput!;
  return chainSides(rowOf(output, industries.length, y * regions.length + r), coefficients, soldToIndustry);
}
