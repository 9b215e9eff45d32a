import type { Economy } from '../economy/economy.js';
import { INGREDIENT_WEIGHTS, type IngredientWeight, type ParameterKey } from '../parameters/parameters.js';
import type { Effect } from '../policies/kind.js';
import { type Arrays, freshArrays } from '../projection/arrays.js';
import type { Levers, NoiseParameters, Plan } from '../projection/plan.js';
import type { ReferencePath } from '../projection/reference.js';
import type { Scenario } from '../scenario/scenario.js';
import { type CompiledPolicy, compilePolicies, type PreparedPolicy, preparePolicies } from './compile-policies.js';
import { readLevels } from './coordination-levels.js';
import { type Foundation, layFoundation } from './foundation.js';
import { type Ground, layGround } from './ground.js';
import { assembleLevers } from './levers.js';
import { type PlannedNetwork, planNetwork, yearlyDistances } from './links.js';
import type { Resolver } from './resolve.js';

/** A plan with what it was made from: which policy did what, and at what price. */
export interface CompiledPlan {
  readonly plan: Plan;
  /** Each policy's effects and cost, in an order that does not depend on the file's. */
  readonly policies: readonly CompiledPolicy[];
  /** Price of coordination itself, by year, in the case's currency. */
  readonly coordinationCost: Float64Array;
  /** Value added of each region by year on the reference path, years × regions, in the case's currency. */
  readonly valueAdded: Float64Array;
  readonly noise: NoiseParameters;
  readonly discountRate: number;
  /** The plan's reference path, which costs count on; pass it to `project` to save computing it again. */
  readonly reference: ReferencePath;
}

/** What is known of a scenario's plans before any of its numbers has a value: prepared once for many draws. */
export interface PreparedPlan {
  readonly foundation: Foundation;
  /** The network with what policies build; null where the case lacks regions or links. */
  readonly planned: PlannedNetwork | null;
  /** In an order that does not depend on the file's. */
  readonly policies: readonly PreparedPolicy[];
}

/**
 * Prepares the plans of a scenario.
 *
 * @param foundation of the case over the scenario's years, where the caller has it already
 */
export function preparePlan(
  economy: Economy,
  scenario: Scenario,
  foundation: Foundation = layFoundation(economy, scenario.years),
): PreparedPlan {
  return {
    foundation,
    planned: foundation.ties === null ? null : planNetwork(economy, scenario.policies),
    policies: preparePolicies(scenario.policies, economy.regions),
  };
}

/**
 * Compiles a scenario over an economy: resolves every number, every selector and every effect, so that projecting decides nothing.
 *
 * @param economy the case, its table chosen
 * @param scenario validated against this economy
 * @param resolver gives uncertain numbers their values: central ones in a single run, sampled ones in a draw
 * @param prepared of the same scenario, to save preparing it for every draw
 * @param ground of a scenario with the same case, years, parameters and trend and the same values of them, to save laying it again
 * @param arrays where the levers are written; default new arrays
 */
export function compilePlan(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  prepared: PreparedPlan = preparePlan(economy, scenario),
  ground: Ground = layGround(economy, scenario, resolver, prepared.foundation),
  arrays: Arrays = freshArrays,
): CompiledPlan {
  const parameter = (key: ParameterKey): number => resolver.number(`parameters.${key}`, scenario.parameters[key]);
  const { core, reference, valueAdded } = ground;
  const { planned } = prepared;
  const years = core.years.length;
  const compiled = compilePolicies({
    economy,
    scenario,
    policies: prepared.policies,
    resolver,
    plan: core,
    base: planned === null ? ground.base : { ...ground.base, links: planned.links },
    stages: ground.stages,
    similarity: ground.similarity,
    planned,
    arrays,
    reference,
    valueAdded,
    coordination: {
      level: readLevels(scenario.coordination, economy.regions, resolver, 'coordination'),
      weight: Object.fromEntries(INGREDIENT_WEIGHTS.map((key) => [key, parameter(key)])) as Record<
        IngredientWeight,
        number
      >,
    },
    magnitudes: {
      duplicationWaste: parameter('duplicationWaste'),
      barrierDrift: parameter('barrierDrift'),
      poaching: parameter('poaching'),
      coordinationCost: parameter('coordinationCost'),
      coordinationDelay: parameter('coordinationDelay'),
    },
  });
  const effects: Effect[] = compiled.policies.flatMap((policy) => policy.effects);
  const levers = assembleLevers(core, effects, compiled.drift, arrays);
  const distance =
    planned === null ? null : yearlyDistances(planned, effects, years, prepared.foundation.ties!.distance, arrays);
  const cost = new Float64Array(years);
  for (const policy of compiled.policies) addSeries(cost, policy.cost);
  addSeries(cost, compiled.coordinationCost);
  return {
    plan: withLevers(
      core,
      { push: levers.push, spill: levers.spill, distance, barrier: levers.barrier, land: levers.land },
      cost,
    ),
    policies: compiled.policies,
    coordinationCost: compiled.coordinationCost,
    valueAdded,
    noise: {
      common: resolver.number('noise.common', scenario.noise.common),
      industry: resolver.number('noise.industry', scenario.noise.industry),
      region: resolver.number('noise.region', scenario.noise.region),
      cell: resolver.number('noise.cell', scenario.noise.cell),
      persistence: resolver.number('noise.persistence', scenario.noise.persistence),
    },
    discountRate: parameter('discountRate'),
    reference,
  };
}

/** The ground's plan with its levers, field by field: spreading would give objects whose shapes differ, and warm code would turn cold again. */
function withLevers(core: Plan, levers: Levers, cost: Float64Array): Plan {
  return {
    years: core.years,
    regions: core.regions,
    industries: core.industries,
    window: core.window,
    tieExponent: core.tieExponent,
    parameters: core.parameters,
    history: core.history,
    higherLevel: core.higherLevel,
    initial: core.initial,
    trend: core.trend,
    reference: core.reference,
    levers,
    cost,
  };
}

function addSeries(sum: Float64Array, series: Float64Array): void {
  for (let y = 0; y < sum.length; y++) sum[y] = sum[y]! + series[y]!;
}
