import { square } from '../exact-math/index.js';
import { quotientOfShares } from '../indicators/location-quotient.js';
import type { BaseYear } from '../policies/kind.js';
import type { Plan } from '../projection/plan.js';
import type { BaseChannels } from '../projection/reference.js';
import { columnSums, rowSums } from '../statistics/cells.js';
import { sum } from '../statistics/sum.js';

/**
 * Measures the base year as selectors, targets and effects see it; it lists no links. The channels of the growth equation, which depend on the numbers
 * of a draw, are left at 0 until `writeBaseChannels`.
 */
export function measureBaseYear(plan: Plan): BaseYear {
  const { output } = plan.initial;
  const industries = plan.industries.length;
  const regionTotal = rowSums(output, industries);
  const share = output.map((q, cell) => q / regionTotal[Math.floor(cell / industries)]!);
  const reference = plan.higherLevel?.subarray(0, industries) ?? columnSums(output, industries);
  const total = sum(reference);
  const referenceShare = Float64Array.from(reference, (value) => value / total);
  return {
    regions: plan.regions,
    industries: plan.industries,
    output,
    share,
    referenceShare,
    locationQuotient: share.map((x, cell) => {
      const all = referenceShare[cell % industries]!;
      return all > 0 ? quotientOfShares(x, all) : 0;
    }),
    advantage: new Float64Array(output.length),
    rivalry: new Float64Array(output.length),
    tieShare: new Float64Array(square(plan.regions.length)),
    inputOutput: plan.inputOutput,
    links: [],
  };
}

/** Writes the channels of a base year, as the reference path of the draw under way has them. */
export function writeBaseChannels({ output, advantage, rivalry, tieShare }: BaseYear, channels: BaseChannels): void {
  advantage.set(channels.advantage);
  tieShare.set(channels.tieShare);
  // An industry that is absent meets no rivals.
  for (let cell = 0; cell < rivalry.length; cell++) rivalry[cell] = output[cell] === 0 ? 0 : channels.rivalry[cell]!;
}
