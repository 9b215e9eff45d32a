import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';

/**
 * Cost of coordination itself by year, in the case’s currency: a part of the value added of every region, times the largest c × part
 * under way of its policies. What a region does alone needs no agreement and has no such price.
 */
export function coordinationCost(inputs: PolicyInputs, policies: readonly ActingPolicy[]): Float64Array {
  const years = inputs.reference.plan.years.length;
  const regions = inputs.baseYear.regions.length;
  const cost = new Float64Array(years);
  const underWay = policies.map(({ context }) => context.underWay());
  for (let r = 0; r < regions; r++) {
    const engaged = inputs.arrays(years);
    for (let k = 0; k < policies.length; k++) {
      const { context, coordination, member } = policies[k]!;
      if (member[r] === 0 || context.regions.length < 2) continue;
      for (let y = 0; y < years; y++) engaged[y] = Math.max(engaged[y]!, coordination.level[r]! * underWay[k]![y]!);
    }
    for (let y = 0; y < years; y++) {
      const valueAdded = inputs.reference.valueAdded[y * regions + r]!;
      cost[y] = cost[y]! + inputs.magnitudes.coordinationCost * engaged[y]! * valueAdded;
    }
  }
  return cost;
}
