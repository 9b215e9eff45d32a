import { jointLevel } from './coordination.js';
import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';

/**
 * Remaining openness of each pair of regions that act apart, as a factor: years × regions × regions, null where no barrier drifts.
 * Openness is multiplied by 1 − h·(1−c)·m̄ each year, with m̄ the largest intensity × profile of the policies in force in both
 * regions; the first year is as observed.
 */
export function barrierDrift(inputs: PolicyInputs, policies: readonly ActingPolicy[]): Float64Array | null {
  const h = inputs.magnitudes.barrierDrift;
  const regions = inputs.baseYear.regions.length;
  const years = inputs.reference.plan.years.length;
  if (h === 0 || inputs.template.network === null || policies.length === 0) return null;
  const drift = inputs.arrays(years * regions * regions).fill(1);
  const closing = inputs.arrays(years);
  let drifted = false;
  for (let r = 0; r < regions; r++) {
    for (let s = r + 1; s < regions; s++) {
      largestApart(closing, policies, r, s);
      let left = 1;
      for (let y = 0; y < years; y++) {
        drift[(y * regions + r) * regions + s] = left;
        drift[(y * regions + s) * regions + r] = left;
        left *= 1 - h * closing[y]!;
        drifted ||= closing[y]! > 0;
      }
    }
  }
  return drifted ? drift : null;
}

/** Writes the largest (1−c) × profile of the policies of both regions into `closing`, by year. */
function largestApart(closing: Float64Array, policies: readonly ActingPolicy[], r: number, s: number): void {
  closing.fill(0);
  for (const { context, coordination, member } of policies) {
    if (member[r] === 0 || member[s] === 0) continue;
    const apart = 1 - jointLevel(coordination, [r, s]);
    if (apart === 0) continue;
    const profile = context.jointProfile([r, s]);
    for (let y = 0; y < closing.length; y++) closing[y] = Math.max(closing[y]!, apart * profile[y]!);
  }
}
