import { createEquation, type Equation } from '../kernel/equation.js';
import { type Arrays, freshArrays } from './arrays.js';
import type { Plan } from './plan.js';

/**
 * The projection without policies and noise: trend and fading inherited lead only. The growth equation measures every channel as its difference from
 * this path, and costs count on it.
 */
export interface ReferencePath {
  /** Y × R × I. */
  readonly output: Float64Array;
  /** Y × R. */
  readonly regionTotal: Float64Array;
  /** The channels of the base year. */
  readonly base: BaseChannels;
  /** The equation that holds the path, and projects futures on it until it projects another reference path. */
  readonly equation: Equation;
}

/** Quantities of the base year that enter the growth equation. */
export interface BaseChannels {
  /** φ(LQ), R × I: twice the symmetric comparative advantage, −2 … 2. */
  readonly advantage: Float64Array;
  /** V, R × I; 0 where ties are off. */
  readonly rivalry: Float64Array;
  /** ω, the share of region s in region r's ties, R × R with r itself; 0 where ties are off. */
  readonly tieShare: Float64Array;
}

/**
 * Projects the reference path of a plan: equations (1)–(3) with X ≡ 0, base-year distances and barriers.
 *
 * @param arrays where the path is written; default new arrays
 * @param equation of the plan's size, to be used again; default a new one
 */
export function projectReference(
  plan: Plan,
  arrays: Arrays = freshArrays,
  equation: Equation = equationOf(plan, plan.years),
): ReferencePath {
  const regions = plan.regions.length;
  const cells = regions * plan.industries.length;
  const years = plan.years.length;
  equation.writeReference(plan);
  equation.projectReference();
  const tieShare = arrays(regions * regions);
  if (plan.reference.distance !== null) equation.read('tieShare', tieShare);
  return {
    output: equation.read('referenceOutput', arrays(years * cells)),
    regionTotal: equation.read('referenceTotal', arrays(years * regions)),
    base: {
      advantage: equation.read('referenceAdvantage', arrays(cells)),
      rivalry: equation.read('referenceRivalry', arrays(cells)),
      tieShare,
    },
    equation,
  };
}

/** An equation with room for the regions and industries of a case over some years. */
export function equationOf(
  { regions, industries }: Pick<Plan, 'regions' | 'industries'>,
  years: readonly number[],
): Equation {
  return createEquation({ regions: regions.length, industries: industries.length, years: years.length });
}
