import { rowOf, rowSums } from '../statistics/cells.js';
import { channelsOfYear, projectedYear } from './channels-of-year.js';
import type { Projection } from './plan.js';

/**
 * The loss of each region's industries to rivalry in a year: the mean of ψ·V over its cells, weighted by output, in log points of
 * the competitive level. 0 where ties are off.
 *
 * @param y index of the year
 * @returns R
 */
export function rivalryLoss(projection: Projection, y: number): Float64Array {
  const { plan } = projection;
  const industries = plan.industries.length;
  const year = projectedYear(projection, y);
  const { rivalry } = channelsOfYear(plan, year);
  return rowSums(year.output, industries).map((total, r) => {
    const met = rowOf(rivalry, industries, r);
    return (
      (plan.parameters.rivalry * rowOf(year.output, industries, r).reduce((loss, q, i) => loss + q * met[i]!, 0)) /
      total
    );
  });
}
