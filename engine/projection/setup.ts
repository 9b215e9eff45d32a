import { type Arrays, freshArrays } from './arrays.js';
import type { ChannelSetup } from './channels.js';
import type { Plan } from './plan.js';

/** What the channels of a plan need, read off its base year. */
export function channelSetup(plan: Plan, arrays: Arrays = freshArrays): ChannelSetup {
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const baseRegionTotal = arrays(regions);
  let baseTotal = 0;
  for (let r = 0; r < regions; r++) {
    let sum = 0;
    for (let i = 0; i < industries; i++) sum += plan.initial.output[r * industries + i]!;
    baseRegionTotal[r] = sum;
    baseTotal += sum;
  }
  return {
    regions,
    industries,
    distanceDecay: plan.parameters.distanceDecay,
    outputPassThrough: plan.parameters.outputPassThrough,
    gdp: plan.initial.gdp,
    population: plan.initial.population,
    baseRegionTotal,
    baseTotal,
  };
}
