import { policyCost } from '../policies/costs.js';
import { policyKind } from '../policies/index.js';
import type { Effect } from '../policies/kind.js';
import { barrierDrift } from './barrier-drift.js';
import { coordinationCost } from './coordination-cost.js';

import { actingPolicy } from './policy-context.js';
import type { PolicyInputs } from './policy-inputs.js';
import { amongRivals } from './rival-pushes.js';

/** One policy, compiled. */
export interface CompiledPolicy {
  readonly name: string;
  readonly kind: string;
  /** Indices of its regions, ascending. */
  readonly regions: readonly number[];
  readonly effects: readonly Effect[];
  /** Undiscounted, by year, in the case’s currency. */
  readonly cost: Float64Array;
}

/** The policies of a scenario, compiled, with the cost of acting together and the effect of acting apart. */
export interface CompiledPolicies {
  readonly policies: readonly CompiledPolicy[];
  /** By year, in the case’s currency. */
  readonly coordinationCost: Float64Array;
  /** Factor on each pair’s openness, years × regions × regions; null where no barrier drifts. */
  readonly drift: Float64Array | null;
}

/** Compiles every policy of a scenario, then the cost of coordination and the drift of barriers. */
export function compilePolicies(inputs: PolicyInputs): CompiledPolicies {
  const placed = inputs.template.policies;
  const acting = placed.map((each) => actingPolicy(inputs, each));
  const policies = placed.map(({ policy, regions }, k): CompiledPolicy => {
    const kind = policyKind(policy.kind)!;
    const { context } = acting[k]!;
    return {
      name: policy.name,
      kind: policy.kind,
      regions,
      effects: amongRivals(kind.effects(context), acting[k]!, inputs),
      cost: policyCost(kind, context),
    };
  });
  return { policies, coordinationCost: coordinationCost(inputs, acting), drift: barrierDrift(inputs, acting) };
}
