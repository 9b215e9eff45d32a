import type { Equation } from '../kernel/equation.js';
import type { MeasuredYear } from '../kernel/inputs.js';
import type { Plan, Projection } from './plan.js';
import { projectReference } from './reference.js';

/** The quantities of one year that enter the growth equation. */
export interface YearChannels {
  /** φ(LQ), R × I. */
  readonly advantage: Float64Array;
  /** V, R × I; 0 where ties are off. */
  readonly rivalry: Float64Array;
  /** ln M, R; null where ties are off. */
  readonly logAccess: Float64Array | null;
}

/**
 * Computes the channels of a year over the base year of a plan.
 *
 * @param equation that holds the plan's reference path; default a new one
 */
export function channelsOfYear(
  plan: Plan,
  year: MeasuredYear,
  equation: Equation = projectReference(plan).equation,
): YearChannels {
  const cells = year.output.length;
  equation.measureYear(year);
  return {
    advantage: equation.read('measuredAdvantage', new Float64Array(cells)),
    rivalry: equation.read('measuredRivalry', new Float64Array(cells)),
    logAccess: plan.reference.distance === null ? null : equation.read('access', new Float64Array(plan.regions.length)),
  };
}

/** A year of a projection, for {@link channelsOfYear}. */
export function projectedYear({ plan, output, higherLevel }: Projection, y: number): MeasuredYear {
  const { between } = plan.levers;
  const rowOf = (values: Float64Array, width: number): Float64Array => values.subarray(y * width, (y + 1) * width);
  const changed = between?.pairs.length ?? 0;
  return {
    output: rowOf(output, plan.regions.length * plan.industries.length),
    higherLevel: higherLevel === null ? null : rowOf(higherLevel, plan.industries.length),
    between:
      between === null
        ? null
        : {
            pairs: between.pairs,
            distance: rowOf(between.distance, changed),
            barrier: rowOf(between.barrier, changed),
          },
  };
}
