import { policyCost } from '../policies/costs.js';
import { policyKind } from '../policies/index.js';
import type { Effect, EffectPattern } from '../policies/kind.js';
import type { Scalar, Series } from '../values/scalar.js';
import type { DrawnValues } from './drawn-values.js';
import type { PlacedPolicy } from './plan-template.js';
import { actingPolicy } from './policy-context.js';
import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';
import { amongRivals } from './rival-pushes.js';

/** One policy, compiled once for all draws: what it changes, as patterns whose amounts, profiles and cost a draw only fills in. */
export interface PolicyPattern {
  readonly name: string;
  readonly kind: string;
  /** Indices of its regions, ascending. */
  readonly regions: readonly number[];
  readonly acting: ActingPolicy;
  readonly patterns: readonly EffectPattern[];
  /** Amount of each pattern in the draw under way. */
  readonly amounts: Float64Array;
  /** Undiscounted, by year, in the case’s currency. */
  readonly cost: Series;
}

/** Compiles a policy: its kind declares the effects, and `values` computes them at the numbers of a draw. */
export function policyPattern(inputs: PolicyInputs, placed: PlacedPolicy, values: DrawnValues): PolicyPattern {
  const { policy, regions } = placed;
  const kind = policyKind(policy.kind)!;
  const acting = actingPolicy(inputs, placed, values);
  values.step(acting.coordination.levels.read);
  const patterns = kind.effects(acting.context);
  const amounts = new Float64Array(patterns.length);
  values.step(amountReader(patterns, amounts));
  const contested = amongRivals(patterns, acting, inputs);
  values.step(() => contested(amounts));
  const cost = policyCost(kind, acting.context);
  return { name: policy.name, kind: policy.kind, regions, acting, patterns, amounts, cost };
}

/** Reads the amount of every pattern; patterns that share the function of their amount share the call. */
function amountReader(patterns: readonly EffectPattern[], amounts: Float64Array): () => void {
  const slots = new Map<Scalar, number[]>();
  patterns.forEach(({ amount }, place) => {
    const read = typeof amount === 'number' ? () => amount : amount;
    const places = slots.get(read);
    if (places === undefined) slots.set(read, [place]);
    else places.push(place);
  });
  const reads = [...slots.keys()];
  const places = [...slots.values()];
  return () => {
    for (let slot = 0; slot < reads.length; slot++) {
      const value = reads[slot]!();
      const of = places[slot]!;
      for (let k = 0; k < of.length; k++) amounts[of[k]!] = value;
    }
  };
}

/** The effects of a policy at the numbers of the draw under way, as plain data. */
export function effectsOf({ patterns, amounts }: PolicyPattern): Effect[] {
  return patterns.map((pattern, k): Effect => ({ ...pattern, amount: amounts[k]! }));
}
