import type { Economy } from '../economy/economy.js';
import { exp } from '../exact-math/index.js';
import { commonProductGrowth, regionalProduct } from '../indicators/regional-product.js';
import type { Equation } from '../kernel/equation.js';
import type { ParameterKey } from '../parameters/parameters.js';
import type { BaseYear } from '../policies/kind.js';
import { type Arrays, freshArrays } from '../projection/arrays.js';
import type { Plan } from '../projection/plan.js';
import { equationOf, projectReference, type ReferencePath } from '../projection/reference.js';
import type { Scenario } from '../scenario/scenario.js';
import { sum } from '../statistics/sum.js';
import type { Scalar } from '../values/scalar.js';
import { measureBaseYear, writeBaseChannels } from './base-year.js';
import { drawnParameters } from './equation-parameters.js';
import type { ObservedBase } from './observed-base.js';
import type { Resolver } from './resolve.js';
import { drawnTrend } from './resolve-trend.js';
import { type BaseStages, baseStages } from './stages.js';
import { combineLeads, regionalLead } from './trend.js';

/** The plan without policies and its path: shared by all futures that differ in nothing but their policies. */
export interface ReferencePlan {
  /** The plan with empty levers. */
  readonly plan: Plan;
  readonly path: ReferencePath;
  /** Value added of each region by year on the reference path, years × regions, in the case's currency. */
  readonly valueAdded: Float64Array;
  /** The base year as policies see it, without links. */
  readonly baseYear: BaseYear;
  /** Base-year stages, computed on the first call. */
  readonly stages: () => BaseStages;
}

/** A reference plan whose numbers every draw writes anew, in the same arrays. */
export interface DrawnReference {
  /** Of the draw that was computed last; before the first `compute` only what no draw changes. */
  readonly reference: ReferencePlan;
  /** Resolves parameters and trend at the numbers of the draw under way and projects the reference path. */
  compute(): void;
}

/** Everything of a scenario that its reference path depends on, as one text: scenarios of one case with the same have the same path. */
export function referenceKey({ years, parameters, trend }: Scenario): string {
  return JSON.stringify({ years, parameters, trend });
}

/** Resolves the parameters and the trend of a scenario and projects its reference path. */
export function resolveReferencePlan(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  observed: ObservedBase,
): ReferencePlan {
  const { reference, compute } = drawnReference(economy, scenario, resolver, observed);
  compute();
  return reference;
}

/**
 * Prepares the reference plans of many draws, on one equation of their own: futures are projected on the reference path that it holds.
 */
export function drawnReference(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  observed: ObservedBase,
  arrays: Arrays = freshArrays,
): DrawnReference {
  const parameter = (key: ParameterKey): Scalar => resolver.number(`parameters.${key}`, scenario.parameters[key]);
  const parameters = drawnParameters(parameter);
  const trend = drawnTrend(economy, scenario, resolver, observed);
  const common = regionalLead(observed.growth.differential, observed.cells.output, economy.industries.length);
  const differential = new Float64Array(observed.cells.output.length);
  const regionalShrinkage = parameter('regionalShrinkage');
  const barrier = parameter('barrier');
  const plan = emptyPlan(economy, observed, { parameters: parameters.values, trend: trend.values, differential });
  const equation = equationOf(plan, plan.years);
  const baseYear = measureBaseYear(plan);
  const valueAdded = new Float64Array(plan.years.length * plan.regions.length);
  let stages: BaseStages | null = null;
  const reference: { -readonly [Key in keyof ReferencePlan]: ReferencePlan[Key] } = {
    plan,
    path: noPath(equation),
    valueAdded,
    baseYear,
    stages: () => (stages ??= baseStages(plan, baseYear)),
  };
  return {
    reference,
    compute() {
      parameters.read();
      trend.read();
      const { shrinkage } = parameters.values;
      combineLeads(differential, observed.growth.differential, common, {
        shrinkage,
        regionalShrinkage: regionalShrinkage(),
      });
      if (plan.higherLevel !== null) followTrend(plan.higherLevel, trend.values, plan.industries.length);
      if (plan.reference.barrier !== null) writeBarriers(plan.reference.barrier, economy, barrier());
      const path = projectReference(plan, arrays, equation);
      reference.path = path;
      writeValueAdded(valueAdded, economy, plan, path);
      writeBaseChannels(baseYear, path.base);
    },
  };
}

/** The plan of a scenario with empty levers; arrays that depend on the numbers of a draw are there to be written. */
function emptyPlan(
  economy: Economy,
  { years, history, cells, ties, chains, accounts }: ObservedBase,
  { parameters, trend, differential }: Pick<Plan, 'parameters' | 'trend'> & Pick<Plan['initial'], 'differential'>,
): Plan {
  const regions = economy.regions.length;
  return {
    years,
    regions: economy.regions,
    industries: economy.industries,
    window: economy.window,
    tieExponent: economy.tieExponent,
    parameters,
    history,
    higherLevel: cells.higherLevel === null ? null : startingWith(cells.higherLevel, years.length),
    initial: {
      output: cells.output,
      gdp: ties?.gdp ?? null,
      population: ties?.population ?? null,
      internalDistance: ties?.internalDistance ?? null,
      differential,
    },
    trend,
    reference: {
      distance: ties?.distance ?? null,
      barrier: ties === null ? null : new Float64Array(regions * regions),
    },
    levers: {
      push: new Float64Array(0),
      spill: new Float64Array(0),
      between: null,
      land: new Float64Array(0),
      shock: null,
    },
    inputOutput: chains,
    travelTime: ties?.travelTime ?? null,
    accounts,
    cost: new Float64Array(years.length),
  };
}

/** The path before any draw was computed. */
function noPath(equation: Equation): ReferencePath {
  const none = new Float64Array(0);
  return { output: none, regionTotal: none, base: { advantage: none, rivalry: none, tieShare: none }, equation };
}

/** Room for a series, years × industries, whose first year is known. */
function startingWith(first: Float64Array, years: number): Float64Array {
  const series = new Float64Array(years * first.length);
  series.set(first);
  return series;
}

/** Writes explicit higher-level output, which follows the trend from its base-year value: years × industries. */
function followTrend(series: Float64Array, trend: Float64Array, industries: number): void {
  for (let at = industries; at < series.length; at++)
    series[at] = series[at - industries]! * exp(trend[at - industries]!);
}

/** Writes base-year barriers, R × R: the parameter for all pairs except those for which the case states a barrier; 0 on the diagonal. */
function writeBarriers(barriers: Float64Array, economy: Economy, barrier: number): void {
  const regions = economy.regions.length;
  barriers.fill(barrier);
  for (const pair of economy.barriers) {
    barriers[pair.a * regions + pair.b] = pair.barrier;
    barriers[pair.b * regions + pair.a] = pair.barrier;
  }
  for (let r = 0; r < regions; r++) barriers[r * regions + r] = 0;
}

/**
 * Writes the value added of each region by year on the reference path, years × regions: GDP where the case states it, which moves with output
 * as in the growth equation, else the case’s share of output.
 */
function writeValueAdded(valueAdded: Float64Array, economy: Economy, plan: Plan, { regionTotal }: ReferencePath): void {
  const { outputPassThrough } = plan.parameters;
  const regions = plan.regions.length;
  const base = sum(regionTotal, 0, regions);
  for (let y = 0, at = 0; y < plan.years.length; y++) {
    const common = commonProductGrowth(sum(regionTotal, at, at + regions) / base, outputPassThrough);
    for (let r = 0; r < regions; r++, at++) {
      const gdp = economy.facts?.gdp[r] ?? null;
      valueAdded[at] =
        gdp === null
          ? economy.valueAddedShare * regionTotal[at]!
          : regionalProduct(gdp, regionTotal[at]! / regionTotal[r]!, common, outputPassThrough);
    }
  }
}
