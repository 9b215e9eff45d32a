import { quotientOfShares } from '../indicators/location-quotient.js';
import type { BaseYear } from '../policies/kind.js';
import type { Plan } from '../projection/plan.js';
import type { ReferencePath } from '../projection/reference.js';
import { columnSums, rowSums } from '../statistics/cells.js';
import { sum } from '../statistics/sum.js';

/** Measures the base year as selectors, targets and effects see it, with the channels of the growth equation; it lists no links. */
export function measureBaseYear(plan: Plan, { base }: ReferencePath): BaseYear {
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
    advantage: base.advantage,
    // An industry that is absent meets no rivals.
    rivalry: base.rivalry.map((v, cell) => (output[cell] === 0 ? 0 : v)),
    tieShare: base.tieShare,
    inputOutput: plan.inputOutput,
    links: [],
  };
}
