import { quotientOfShares } from '../indicators/location-quotient.js';
import type { BaseYear } from '../policies/kind.js';
import { basePairs } from '../projection/between.js';
import { type ChannelSetup, type Channels, channelSetup, createChannels } from '../projection/channels.js';
import { computeChannels } from '../projection/compute-channels.js';
import type { Plan } from '../projection/plan.js';
import { sum } from '../statistics/sum.js';

/** Measures the base year as selectors, targets and effects see it, through the same channels as the growth equation; it lists no links. */
export function measureBaseYear(plan: Plan): { readonly baseYear: BaseYear; readonly channels: Channels } {
  const setup: ChannelSetup = channelSetup(plan);
  const channels = createChannels(setup);
  const { higherLevel } = plan;
  computeChannels(channels, setup, { output: plan.initial.output, higherLevel }, 0, basePairs(plan));
  const reference = plan.higherLevel === null ? channels.industryTotal : plan.higherLevel.subarray(0, setup.industries);
  const total = sum(reference);
  const referenceShare = Float64Array.from(reference, (value) => value / total);
  const baseYear: BaseYear = {
    regions: plan.regions,
    industries: plan.industries,
    output: plan.initial.output,
    share: channels.share,
    referenceShare,
    locationQuotient: channels.share.map((x, cell) => {
      const all = referenceShare[cell % setup.industries]!;
      return all > 0 ? quotientOfShares(x, all) : 0;
    }),
    advantage: channels.advantage,
    rivalry: channels.rivalry,
    tieShare: channels.tieShare,
    inputOutput: plan.inputOutput,
    links: [],
  };
  return { baseYear, channels };
}
