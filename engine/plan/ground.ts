import type { Economy } from '../economy/economy.js';
import type { ParameterKey } from '../parameters/parameters.js';
import type { BaseYear } from '../policies/kind.js';
import { type Arrays, freshArrays } from '../projection/arrays.js';
import type { EquationParameters, Plan } from '../projection/plan.js';
import { projectReference, type ReferencePath } from '../projection/reference.js';
import type { Scenario } from '../scenario/scenario.js';
import { readBaseYear } from './base-year.js';
import type { Foundation } from './foundation.js';
import type { Resolver } from './resolve.js';
import { type BaseStages, baseStages } from './stages.js';
import { fadingGrowth, inheritedLead, shrunkGrowth, startingGrowth } from './trend.js';

/** What futures share that differ in nothing but their policies: everything up to the reference path. */
export interface Ground {
  /** A plan without levers. */
  readonly core: Plan;
  readonly reference: ReferencePath;
  /** Value added of each region by year on the reference path, years × regions, in the case's currency. */
  readonly valueAdded: Float64Array;
  /** The base year, without links. */
  readonly base: BaseYear;
  /** Base-year similarity of each pair, R × R. */
  readonly similarity: Float64Array;
  /** Base-year stages, worked out when first asked for. */
  readonly stages: () => BaseStages;
}

/** Resolves the parameters and the trend of a scenario and projects its reference path. */
export function layGround(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  foundation: Foundation,
  arrays: Arrays = freshArrays,
): Ground {
  const parameter = (key: ParameterKey): number => resolver.number(`parameters.${key}`, scenario.parameters[key]);
  const { years, history, base: observed, growth, ties } = foundation;
  const parameters = readParameters(parameter);
  const trend = readTrend(economy, scenario, resolver, foundation);
  const core: Plan = {
    years,
    regions: economy.regions,
    industries: economy.industries,
    window: economy.window,
    tieExponent: economy.tieExponent,
    parameters,
    history,
    higherLevel: observed.higherLevel === null ? null : projectSeries(observed.higherLevel, trend, years.length),
    initial: {
      output: observed.output,
      gdp: ties?.gdp ?? null,
      population: ties?.population ?? null,
      internalDistance: ties?.internalDistance ?? null,
      differential: inheritedLead(growth.differential, observed.output, economy.industries.length, {
        shrinkage: parameters.shrinkage,
        regionalShrinkage: parameter('regionalShrinkage'),
      }),
    },
    trend,
    reference: {
      distance: ties?.distance ?? null,
      barrier: ties === null ? null : readBarriers(economy, parameter('barrier')),
    },
    levers: {
      push: new Float64Array(0),
      spill: new Float64Array(0),
      distance: null,
      barrier: null,
      land: new Float64Array(0),
    },
    cost: new Float64Array(years.length),
  };
  const reference = projectReference(core, arrays);
  const { base, channels } = readBaseYear(core, []);
  let stages: BaseStages | null = null;
  return {
    core,
    reference,
    valueAdded: readValueAdded(economy, core, reference),
    base,
    similarity: channels.similarity,
    stages: () => (stages ??= baseStages(core, base)),
  };
}

function readParameters(parameter: (key: ParameterKey) => number): EquationParameters {
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
    response: {
      formative: parameter('response.formative'),
      growing: parameter('response.growing'),
      mature: parameter('response.mature'),
      recession: parameter('response.recession'),
    },
  };
}

function readTrend(economy: Economy, scenario: Scenario, resolver: Resolver, foundation: Foundation): Float64Array {
  const { numbers, all, industries: single } = scenario.trend;
  const { years, growth } = foundation;
  const count = economy.industries.length;
  const trend = new Float64Array(years.length * count);
  const halfLife = resolver.number('trend.halfLife', numbers.halfLife);
  const floor = resolver.number('trend.floor', numbers.floor);
  const longRun = years.map((year) => resolver.yearly('trend.longRun', numbers.longRun, year));
  const shrunk = shrunkGrowth(growth, resolver.number('trend.shrinkage', numbers.shrinkage));
  economy.industries.forEach((industry, i) => {
    const given = Object.hasOwn(single, industry) ? single[industry]! : all;
    const path = Object.hasOwn(single, industry) ? `trend.industries.${industry}` : 'trend';
    for (let y = 0; y < years.length; y++) {
      if (given !== null) {
        trend[y * count + i] = resolver.yearly(path, given, years[y]!);
        continue;
      }
      const starting = startingGrowth(shrunk[i]!, economy.deflator, longRun[y]!, floor);
      trend[y * count + i] = fadingGrowth(starting, longRun[y]!, halfLife, y);
    }
  });
  return trend;
}

/** An explicit higher-level series follows the trend from its base-year value, years × industries. */
function projectSeries(base: Float64Array, trend: Float64Array, years: number): Float64Array {
  const count = base.length;
  const series = new Float64Array(years * count);
  series.set(base);
  for (let at = count; at < series.length; at++) series[at] = series[at - count]! * Math.exp(trend[at - count]!);
  return series;
}

/** Base-year barriers, R × R: one number for all pairs but those that the case gives their own. */
function readBarriers(economy: Economy, barrier: number): Float64Array {
  const regions = economy.regions.length;
  const barriers = new Float64Array(regions * regions).fill(barrier);
  for (const pair of economy.barriers) {
    barriers[pair.a * regions + pair.b] = pair.barrier;
    barriers[pair.b * regions + pair.a] = pair.barrier;
  }
  for (let r = 0; r < regions; r++) barriers[r * regions + r] = 0;
  return barriers;
}

/** Value added of regions by year on the reference path: GDP where the case gives it, moving with output as in the equation, else a stated part of output. */
function readValueAdded(economy: Economy, plan: Plan, reference: ReferencePath): Float64Array {
  const regions = plan.regions.length;
  const pass = plan.parameters.outputPassThrough;
  const total = (y: number): number =>
    reference.regionTotal.subarray(y * regions, (y + 1) * regions).reduce((sum, q) => sum + q, 0);
  const base = total(0);
  const valueAdded = new Float64Array(plan.years.length * regions);
  for (let y = 0; y < plan.years.length; y++) {
    const common = (total(y) / base) ** (1 - pass);
    for (let r = 0; r < regions; r++) {
      const now = reference.regionTotal[y * regions + r]!;
      const gdp = economy.facts?.gdp[r] ?? null;
      valueAdded[y * regions + r] =
        gdp === null ? economy.valueAddedShare * now : gdp * (now / reference.regionTotal[r]!) ** pass * common;
    }
  }
  return valueAdded;
}
