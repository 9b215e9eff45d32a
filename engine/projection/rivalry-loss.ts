import { createChannels } from './channels.js';
import type { Projection } from './plan.js';
import { readChannels } from './read-channels.js';
import { channelSetup } from './setup.js';

/**
 * What rivalry takes from each region's industries in a year: the mean of ψ·V over its cells, weighted by output, in log points of
 * the competitive level. 0 where ties are off.
 *
 * @param y index of the year
 * @returns R
 */
export function rivalryLoss(projection: Projection, y: number): Float64Array {
  const { plan, output, higherLevel } = projection;
  const setup = channelSetup(plan);
  const { regions, industries } = setup;
  const channels = createChannels(regions, industries);
  const { distance, barrier } = plan.levers;
  readChannels(channels, setup, { output, higherLevel, distance, barrier }, y);
  return channels.regionTotal.map((_, r) => {
    let loss = 0;
    for (let i = 0; i < industries; i++) {
      const cell = r * industries + i;
      loss += channels.share[cell]! * channels.rivalry[cell]!;
    }
    return plan.parameters.rivalry * loss;
  });
}
