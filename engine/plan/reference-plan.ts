import type { Economy } from '../economy/economy.js';
import { commonProductGrowth, regionalProduct } from '../indicators/regional-product.js';
import type { Equation } from '../kernel/equation.js';
import type { EquationParameters } from '../kernel/inputs.js';
import type { ParameterKey } from '../parameters/parameters.js';
import type { BaseYear } from '../policies/kind.js';
import { type Arrays, freshArrays } from '../projection/arrays.js';
import type { Plan } from '../projection/plan.js';
import { projectReference, type ReferencePath } from '../projection/reference.js';
import type { Scenario } from '../scenario/scenario.js';
import { mapCells, rowsOf } from '../statistics/cells.js';
import { sum } from '../statistics/sum.js';
import { measureBaseYear } from './base-year.js';
import type { ObservedBase } from './observed-base.js';
import type { Resolver } from './resolve.js';
import { resolveTrend } from './resolve-trend.js';
import { type BaseStages, baseStages } from './stages.js';
import { inheritedLead } from './trend.js';

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

/** Memory to be used again: where the arrays of a path come from, and the equation that holds it. Default new ones. */
export interface PathMemory {
  readonly arrays?: Arrays;
  readonly equation?: Equation;
}

/** Resolves the parameters and the trend of a scenario and projects its reference path. */
export function resolveReferencePlan(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  observed: ObservedBase,
  { arrays = freshArrays, equation }: PathMemory = {},
): ReferencePlan {
  const parameter = (key: ParameterKey): number => resolver.number(`parameters.${key}`, scenario.parameters[key]);
  const { years, history, cells, growth, ties, chains, accounts } = observed;
  const parameters = equationParameters(parameter);
  const trend = resolveTrend(economy, scenario, resolver, observed);
  const plan: Plan = {
    years,
    regions: economy.regions,
    industries: economy.industries,
    window: economy.window,
    tieExponent: economy.tieExponent,
    parameters,
    history,
    higherLevel: cells.higherLevel === null ? null : projectSeries(cells.higherLevel, trend, years.length),
    initial: {
      output: cells.output,
      gdp: ties?.gdp ?? null,
      population: ties?.population ?? null,
      internalDistance: ties?.internalDistance ?? null,
      differential: inheritedLead(growth.differential, cells.output, economy.industries.length, {
        shrinkage: parameters.shrinkage,
        regionalShrinkage: parameter('regionalShrinkage'),
      }),
    },
    trend,
    reference: {
      distance: ties?.distance ?? null,
      barrier: ties === null ? null : baseBarriers(economy, parameter('barrier')),
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
  const path = projectReference(plan, arrays, equation);
  const baseYear = measureBaseYear(plan, path);
  let stages: BaseStages | null = null;
  return {
    plan,
    path,
    valueAdded: referenceValueAdded(economy, plan, path),
    baseYear,
    stages: () => (stages ??= baseStages(plan, baseYear)),
  };
}

function equationParameters(parameter: (key: ParameterKey) => number): EquationParameters {
  return {
    localisation: parameter('localisation'),
    marketAccess: parameter('marketAccess'),
    distanceDecay: parameter('distanceDecay'),
    rivalry: parameter('rivalry'),
    displacement: parameter('displacement'),
    persistence: parameter('persistence'),
    shrinkage: parameter('shrinkage'),
    adjustment: parameter('adjustment'),
    outputPassThrough: parameter('outputPassThrough'),
    land: parameter('land'),
    supplierAccess: parameter('supplierAccess'),
    customerAccess: parameter('customerAccess'),
    response: {
      formative: parameter('response.formative'),
      growing: parameter('response.growing'),
      mature: parameter('response.mature'),
      recession: parameter('response.recession'),
    },
  };
}

/** Explicit higher-level output, following the trend from its base-year value: years × industries. */
function projectSeries(base: Float64Array, trend: Float64Array, years: number): Float64Array {
  const count = base.length;
  const series = new Float64Array(years * count);
  series.set(base);
  for (let at = count; at < series.length; at++) series[at] = series[at - count]! * Math.exp(trend[at - count]!);
  return series;
}

/** Base-year barriers, R × R: the parameter for all pairs except those for which the case states a barrier; 0 on the diagonal. */
function baseBarriers(economy: Economy, barrier: number): Float64Array {
  const regions = economy.regions.length;
  const barriers = new Float64Array(regions * regions).fill(barrier);
  for (const pair of economy.barriers) {
    barriers[pair.a * regions + pair.b] = pair.barrier;
    barriers[pair.b * regions + pair.a] = pair.barrier;
  }
  for (let r = 0; r < regions; r++) barriers[r * regions + r] = 0;
  return barriers;
}

/**
 * Value added of each region by year on the reference path, years × regions: GDP where the case states it, which moves with output
 * as in the growth equation, else the case’s share of output.
 */
function referenceValueAdded(economy: Economy, plan: Plan, path: ReferencePath): Float64Array {
  const { outputPassThrough } = plan.parameters;
  const outputs = rowsOf(path.regionTotal, plan.regions.length);
  const base = outputs[0]!;
  const common = outputs.map((output) => commonProductGrowth(sum(output) / sum(base), outputPassThrough));
  return mapCells(path.regionTotal, plan.regions.length, (now, y, r) => {
    const gdp = economy.facts?.gdp[r] ?? null;
    if (gdp === null) return economy.valueAddedShare * now;
    return regionalProduct(gdp, now / base[r]!, common[y]!, outputPassThrough);
  });
}
