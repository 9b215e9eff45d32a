import { rowOf } from '../statistics/cells.js';
import { pairsOfYear } from './between.js';
import { channelSetup, createChannels } from './channels.js';
import { computeChannels } from './compute-channels.js';
import type { Projection } from './plan.js';

/**
 * The loss of each region's industries to rivalry in a year: the mean of ψ·V over its cells, weighted by output, in log points of
 * the competitive level. 0 where ties are off.
 *
 * @param y index of the year
 * @returns R
 */
export function rivalryLoss(projection: Projection, y: number): Float64Array {
  const { plan, output, higherLevel } = projection;
  const setup = channelSetup(plan);
  const { industries } = setup;
  const channels = createChannels(setup);
  computeChannels(channels, setup, { output, higherLevel }, y, pairsOfYear(plan, y));
  return channels.regionTotal.map((_, r) => {
    const rivalry = rowOf(channels.rivalry, industries, r);
    const share = rowOf(channels.share, industries, r);
    return plan.parameters.rivalry * share.reduce((loss, x, i) => loss + x * rivalry[i]!, 0);
  });
}
