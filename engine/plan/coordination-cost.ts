import type { Series } from '../values/scalar.js';
import type { DrawnValues } from './drawn-values.js';
import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';

/**
 * Cost of coordination itself by year, in the case’s currency: a part of the value added of every region, times the largest c × part
 * under way of its policies. What a region does alone needs no agreement and has no such price.
 */
export function coordinationCost(
  { magnitudes, reference, economy }: PolicyInputs,
  policies: readonly ActingPolicy[],
  values: DrawnValues,
): Series {
  const regions = economy.regions.length;
  const joint = policies
    .filter(({ context }) => context.regions.length > 1)
    .map(({ context, coordination: { levels }, member }) => ({ levels, member, underWay: context.underWay() }));
  return values.series((y) => {
    const price = magnitudes.coordinationCost();
    let cost = 0;
    for (let r = 0; r < regions; r++) {
      let engaged = 0;
      for (let k = 0; k < joint.length; k++) {
        const { levels, member, underWay } = joint[k]!;
        if (member[r] === 1) engaged = Math.max(engaged, levels.values[levels.placeOf[r]!]! * underWay[y]!);
      }
      cost += price * engaged * reference.valueAdded[y * regions + r]!;
    }
    return cost;
  });
}
