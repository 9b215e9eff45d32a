import type { Economy } from '../economy/economy.js';
import type { Levers, NoiseParameters } from '../kernel/inputs.js';
import { INGREDIENT_WEIGHTS, type IngredientWeight, type ParameterKey } from '../parameters/parameters.js';
import type { Effect } from '../policies/kind.js';
import { type Arrays, freshArrays } from '../projection/arrays.js';
import type { Plan } from '../projection/plan.js';
import type { ReferencePath } from '../projection/reference.js';
import type { Scenario } from '../scenario/scenario.js';
import { type CompiledEvent, compileEvents } from './compile-events.js';
import { type CompiledPolicies, type CompiledPolicy, compilePolicies } from './compile-policies.js';
import { type Coordination, type CoordinationMagnitudes, resolveLevels } from './coordination.js';
import { assembleLevers } from './levers.js';
import type { ObservedBase } from './observed-base.js';
import { assemblePairs } from './pair-changes.js';
import { type PlanTemplate, planTemplate } from './plan-template.js';
import { type ReferencePlan, resolveReferencePlan } from './reference-plan.js';
import type { Resolver } from './resolve.js';
import { assembleShock } from './shock.js';

/** A plan with its parts: the effects and the cost of each policy. */
export interface CompiledPlan {
  readonly plan: Plan;
  /** Ordered by their content, so that the order in a file has no effect. */
  readonly policies: readonly CompiledPolicy[];
  /** Ordered likewise. */
  readonly events: readonly CompiledEvent[];
  /** Cost of coordination itself, by year, in the case’s currency. */
  readonly coordinationCost: Float64Array;
  /** Value added of each region by year on the reference path, years × regions, in the case’s currency. */
  readonly valueAdded: Float64Array;
  readonly noise: NoiseParameters;
  readonly discountRate: number;
  /** The plan’s reference path, on which costs count; pass it to `project`, which then need not compute it again. */
  readonly reference: ReferencePath;
}

/** Parts of a plan that the caller already has, so that they are not computed again. */
export interface KnownParts {
  /** A plan of the same scenario. */
  readonly template?: PlanTemplate;
  /** A plan of a scenario with the same case, years, parameters and trend, at the same values. */
  readonly reference?: ReferencePlan;
  /** Source of the arrays that levers are written to; default new arrays. */
  readonly arrays?: Arrays;
}

/**
 * Compiles a scenario over an economy: resolves every number, every selector and every effect, so that the projection decides nothing.
 *
 * @param economy the case, with its output table chosen
 * @param scenario validated against this economy
 * @param resolver gives uncertain numbers their values: central ones in a single run, sampled ones in a draw
 */
export function compilePlan(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  known: KnownParts = {},
): CompiledPlan {
  const { arrays = freshArrays, template = planTemplate(economy, scenario) } = known;
  const reference = known.reference ?? resolveReferencePlan(economy, scenario, resolver, template.observed);
  const parameter = (key: ParameterKey): number => resolver.number(`parameters.${key}`, scenario.parameters[key]);
  const { network } = template;
  const compiled = compilePolicies({
    economy,
    resolver,
    template,
    reference,
    baseYear: network === null ? reference.baseYear : { ...reference.baseYear, links: network.links },
    coordination: resolveCoordination(economy, scenario, resolver, parameter),
    magnitudes: resolveMagnitudes(parameter),
    arrays,
  });
  const events = compileEvents(template.events, reference, resolver);
  const shock = assembleShock(events, reference, arrays);
  const levers = compileLevers(template, reference, compiled, shock, arrays);
  return {
    plan: withLevers(reference.plan, levers, totalCost(compiled)),
    events,
    policies: compiled.policies,
    coordinationCost: compiled.coordinationCost,
    valueAdded: reference.valueAdded,
    noise: resolveNoise(scenario, resolver, template.observed),
    discountRate: parameter('discountRate'),
    reference: reference.path,
  };
}

function resolveCoordination(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  parameter: (key: ParameterKey) => number,
): Coordination {
  const weights = INGREDIENT_WEIGHTS.map((key) => [key, parameter(key)] as const);
  return {
    level: resolveLevels(scenario.coordination, economy.regions, resolver, 'coordination'),
    weight: Object.fromEntries(weights) as Record<IngredientWeight, number>,
  };
}

function resolveMagnitudes(parameter: (key: ParameterKey) => number): CoordinationMagnitudes {
  return {
    duplicationWaste: parameter('duplicationWaste'),
    barrierDrift: parameter('barrierDrift'),
    poaching: parameter('poaching'),
    contest: parameter('contest'),
    coordinationCost: parameter('coordinationCost'),
    coordinationDelay: parameter('coordinationDelay'),
  };
}

function resolveNoise({ noise }: Scenario, resolver: Resolver, { cellNoise }: ObservedBase): NoiseParameters {
  return {
    common: resolver.number('noise.common', noise.common),
    industry: resolver.number('noise.industry', noise.industry),
    region: resolver.number('noise.region', noise.region),
    cell: resolver.number('noise.cell', noise.cell),
    drift: resolver.number('noise.drift', noise.drift),
    persistence: resolver.number('noise.persistence', noise.persistence),
    relativeCell: cellNoise,
  };
}

function compileLevers(
  template: PlanTemplate,
  { plan }: ReferencePlan,
  { policies, drift }: CompiledPolicies,
  shock: Float64Array | null,
  arrays: Arrays,
): Levers {
  const effects: Effect[] = policies.flatMap((policy) => policy.effects);
  const { push, spill, land } = assembleLevers(plan, effects, arrays);
  return { push, spill, between: assemblePairs(template, plan, effects, drift), land, shock };
}

/** Cost of all policies and of coordination by year, in the case’s currency. */
function totalCost({ policies, coordinationCost }: CompiledPolicies): Float64Array {
  const sum = new Float64Array(coordinationCost.length);
  for (const { cost } of [...policies, { cost: coordinationCost }]) {
    for (let y = 0; y < sum.length; y++) sum[y] = sum[y]! + cost[y]!;
  }
  return sum;
}

/** A plan with other levers, written field by field: spread syntax would create objects of different shapes, and optimised code would turn slow. */
function withLevers(plan: Plan, levers: Levers, cost: Float64Array): Plan {
  return {
    years: plan.years,
    regions: plan.regions,
    industries: plan.industries,
    window: plan.window,
    tieExponent: plan.tieExponent,
    parameters: plan.parameters,
    history: plan.history,
    higherLevel: plan.higherLevel,
    initial: plan.initial,
    trend: plan.trend,
    reference: plan.reference,
    inputOutput: plan.inputOutput,
    levers,
    travelTime: plan.travelTime,
    accounts: plan.accounts,
    cost,
  };
}
