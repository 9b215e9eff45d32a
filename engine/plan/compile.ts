import type { Economy } from '../economy/economy.js';
import type { Levers, NoiseParameters } from '../kernel/inputs.js';
import { INGREDIENT_WEIGHTS, type IngredientWeight, type ParameterKey } from '../parameters/parameters.js';
import type { Effect } from '../policies/kind.js';
import type { Plan } from '../projection/plan.js';
import type { ReferencePath } from '../projection/reference.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Scalar, Series } from '../values/scalar.js';
import { barrierDrift } from './barrier-drift.js';
import { type CompiledEvent, compileEvents } from './compile-events.js';
import { resolveLevels } from './coordination.js';
import { coordinationCost } from './coordination-cost.js';
import { createDrawnValues } from './drawn-values.js';
import { type LeverMemory, leverMemory, leverWriter } from './levers.js';
import type { ObservedBase } from './observed-base.js';
import { pairWriter } from './pair-changes.js';
import { type PlanTemplate, planTemplate } from './plan-template.js';
import type { PolicyInputs } from './policy-inputs.js';
import { effectsOf, policyPattern } from './policy-pattern.js';
import { type ReferencePlan, resolveReferencePlan } from './reference-plan.js';
import type { Resolver } from './resolve.js';
import { shockWriter } from './shock.js';

/** One policy, compiled. */
export interface CompiledPolicy {
  readonly name: string;
  readonly kind: string;
  /** Indices of its regions, ascending. */
  readonly regions: readonly number[];
  /** Its effects, listed when asked for: draws, which only need their sums, never do. */
  effects(): readonly Effect[];
  /** Undiscounted, by year, in the case’s currency. */
  readonly cost: Float64Array;
}

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
  /** Memory that the levers are written to; default new memory. */
  readonly levers?: LeverMemory;
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
  return planCompiler(economy, scenario, resolver, known)();
}

/**
 * Compiles what is the same in all draws of a scenario, once: where its policies work, and how strength, timing and cost follow from the numbers.
 *
 * @returns a function that compiles the plan at the numbers of the draw under way, after its reference was computed; the next draw overwrites it
 */
export function planCompiler(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  known: KnownParts = {},
): () => CompiledPlan {
  const template = known.template ?? planTemplate(economy, scenario);
  const reference = known.reference ?? resolveReferencePlan(economy, scenario, resolver, template.observed);
  const parameter = (key: ParameterKey): Scalar => resolver.number(`parameters.${key}`, scenario.parameters[key]);
  const values = createDrawnValues(reference.plan.years.length);
  const inputs = policyInputs({ economy, scenario, resolver, template, reference, parameter });
  values.step(inputs.coordination.levels.read);
  const policies = template.policies.map((placed) => policyPattern(inputs, placed, values));
  const acting = policies.map((policy) => policy.acting);
  const ofCoordination = coordinationCost(inputs, acting, values);
  const drift = barrierDrift(inputs, acting, values);
  const events = compileEvents(template.events, reference, resolver, values);
  const cost = values.series((y) => {
    let total = 0;
    for (let k = 0; k < policies.length; k++) total += policies[k]!.cost[y]!;
    return total + ofCoordination[y]!;
  });
  const writeLevers = leversOf(reference, policies, {
    memory: known.levers,
    between: pairWriter(template, reference, policies, drift),
    shock: shockWriter(events, reference),
  });
  const noise = drawnNoise(scenario, resolver, template.observed);
  const discountRate = parameter('discountRate');
  const listed = policies.map((policy): CompiledPolicy => {
    const { name, kind, regions } = policy;
    return { name, kind, regions, cost: policy.cost, effects: () => effectsOf(policy) };
  });
  return () => {
    values.compute();
    return {
      plan: withLevers(reference.plan, writeLevers(), cost),
      events,
      policies: listed,
      coordinationCost: ofCoordination,
      valueAdded: reference.valueAdded,
      noise: noise(),
      discountRate: discountRate(),
      reference: reference.path,
    };
  };
}

function policyInputs(
  parts: Pick<PolicyInputs, 'economy' | 'resolver' | 'template' | 'reference' | 'parameter'> & {
    readonly scenario: Scenario;
  },
): PolicyInputs {
  const { economy, scenario, resolver, template, reference, parameter } = parts;
  const { network } = template;
  const weights = INGREDIENT_WEIGHTS.map((key) => [key, parameter(key)] as const);
  return {
    ...parts,
    years: reference.plan.years,
    baseYear: network === null ? reference.baseYear : { ...reference.baseYear, links: network.links },
    coordination: {
      levels: resolveLevels(scenario.coordination, economy.regions, resolver, 'coordination'),
      weight: Object.fromEntries(weights) as Record<IngredientWeight, Scalar>,
    },
    magnitudes: {
      duplicationWaste: parameter('duplicationWaste'),
      barrierDrift: parameter('barrierDrift'),
      poaching: parameter('poaching'),
      contest: parameter('contest'),
      coordinationCost: parameter('coordinationCost'),
      coordinationDelay: parameter('coordinationDelay'),
    },
  };
}

function drawnNoise({ noise }: Scenario, resolver: Resolver, { cellNoise }: ObservedBase): () => NoiseParameters {
  const number = (key: keyof Scenario['noise']): Scalar => resolver.number(`noise.${key}`, noise[key]);
  const [common, industry, region, cell] = [number('common'), number('industry'), number('region'), number('cell')];
  const [drift, persistence] = [number('drift'), number('persistence')];
  return () => ({
    common: common(),
    industry: industry(),
    region: region(),
    cell: cell(),
    drift: drift(),
    persistence: persistence(),
    relativeCell: cellNoise,
  });
}

/** Prepares to write all levers of the draw under way. */
function leversOf(
  { plan: { years, regions, industries } }: ReferencePlan,
  policies: Parameters<typeof leverWriter>[0],
  parts: {
    readonly memory: LeverMemory | undefined;
    readonly between: () => Levers['between'];
    readonly shock: (() => Float64Array) | null;
  },
): () => Levers {
  const size = { years: years.length, regions: regions.length };
  const memory = parts.memory ?? leverMemory(size.years, size.regions, industries.length);
  const write = leverWriter(policies, memory, size);
  return () => {
    write();
    const { push, spill, land } = memory;
    return { push, spill, between: parts.between(), land, shock: parts.shock?.() ?? null };
  };
}

/** A plan with other levers, written field by field: spread syntax would create objects of different shapes, and optimised code would turn slow. */
function withLevers(plan: Plan, levers: Levers, cost: Series): Plan {
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
