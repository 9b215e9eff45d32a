import { type Measures, measure } from './measure.js';
import type { Projection } from './plan.js';

/** Measures the reference path of a projection: no policy, distances and barriers as in the base year. */
export function measureReference(projection: Projection): Measures {
  const { plan } = projection;
  const everyYear = (row: Float64Array | null): Float64Array | null => {
    if (row === null) return null;
    const rows = new Float64Array(row.length * plan.years.length);
    for (let y = 0; y < plan.years.length; y++) rows.set(row, y * row.length);
    return rows;
  };
  const levers = {
    ...plan.levers,
    distance: everyYear(plan.reference.distance),
    barrier: everyYear(plan.reference.barrier),
  };
  return measure({ ...projection, plan: { ...plan, levers }, output: projection.reference });
}
