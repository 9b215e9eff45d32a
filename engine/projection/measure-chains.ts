import { type ChainSides, chainCompleteness, chainSides, complementarity } from '../input-output/chain.js';
import { rowOf, type Values } from '../statistics/cells.js';
import { byYear, pairValues } from './measure-pairs.js';
import type { Plan, Projection } from './plan.js';

/** Measures of chains between industries. NaN where a region’s industries need nothing from each other; null where the case has no input–output table. */
export interface ChainMeasures {
  /** Complementarity of each ordered pair of regions, with places as in `PairMeasures`; symmetric, diagonal 0. */
  readonly complementarity: Values | null;
  /** Chain completeness of each region, Y × R; computed when it is first asked for. */
  readonly completeness: Float64Array | null;
}

/** Prepares to measure the chains of every region and pair of regions of a projection. */
export function measureChains({ plan, output }: Pick<Projection, 'plan' | 'output'>): ChainMeasures {
  if (plan.inputOutput === null) return { complementarity: null, completeness: null };
  const regions = plan.regions.length;
  const years = plan.years.length;
  const sides = byYear((y) => plan.regions.map((_, r) => regionSides(plan, output, r, y)));
  let completeness: Float64Array | null = null;
  return {
    complementarity: pairValues(plan, (y, r, s) => {
      if (r === s) return 0;
      const [a, b] = r < s ? [r, s] : [s, r];
      return complementarity(sides(y)[a]!, sides(y)[b]!) ?? Number.NaN;
    }),
    get completeness() {
      completeness ??= Float64Array.from({ length: years * regions }, (_, at) => {
        const [y, r] = [Math.floor(at / regions), at % regions];
        return chainCompleteness([sides(y)[r]!]) ?? Number.NaN;
      });
      return completeness;
    },
  };
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
