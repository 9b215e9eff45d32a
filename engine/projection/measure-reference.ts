import { UNCHANGED_PAIRS } from './between.js';
import { type Measures, measure } from './measure.js';
import type { Projection } from './plan.js';

/** Measures the reference path of a projection: no policy, distances and barriers as in the base year. */
export function measureReference(projection: Projection): Measures {
  const { plan } = projection;
  const levers = { ...plan.levers, between: plan.levers.between === null ? null : UNCHANGED_PAIRS };
  return measure({ ...projection, plan: { ...plan, levers }, output: projection.reference });
}
