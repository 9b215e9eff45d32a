import type { Economy } from '../economy/economy.js';
import { linkLengths, meanSpeed, type Network, shortestPaths } from '../economy/network.js';
import { internalDistance } from '../indicators/internal-distance.js';
import { INGREDIENT_WEIGHTS, type ParameterKey } from '../parameters/parameters.js';
import type { Effect } from '../policies/kind.js';
import { type ObservedCells, observedCells } from '../projection/history.js';
import type { EquationParameters, NoiseParameters, Plan } from '../projection/plan.js';
import { projectReference, type ReferencePath } from '../projection/reference.js';
import type { Scenario } from '../scenario/scenario.js';
import { readBaseYear } from './base-year.js';
import { type CompiledPolicy, compilePolicies } from './compile-policies.js';
import { readLevels } from './coordination-levels.js';
import { assembleLevers } from './levers.js';
import { planNetwork, yearlyDistances } from './links.js';
import type { Resolver } from './resolve.js';
import {
  fadingGrowth,
  inheritedLead,
  type ObservedGrowth,
  observedGrowth,
  shrunkGrowth,
  startingGrowth,
} from './trend.js';

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

/**
 * Compiles a scenario over an economy: resolves every number, every selector and every effect, so that projecting decides nothing.
 *
 * @param economy the case, its table chosen
 * @param scenario validated against this economy
 * @param resolver gives uncertain numbers their values: central ones in a single run, sampled ones in a draw
 */
export function compilePlan(economy: Economy, scenario: Scenario, resolver: Resolver): CompiledPlan {
  const parameter = (key: ParameterKey): number => resolver.number(`parameters.${key}`, scenario.parameters[key]);
  const years = Array.from({ length: scenario.years.to - scenario.years.from + 1 }, (_, y) => scenario.years.from + y);
  const history = readHistory(economy, scenario.years.from);
  const base = observedCells(history, scenario.years.from)!;
  const growth = readGrowth(economy, history, base, scenario.years.from);
  const parameters = readParameters(parameter);
  const tied = readTies(economy, base.output, parameter('barrier'));
  const planned = tied === null ? null : planNetwork(economy, scenario.policies);
  const trend = readTrend(economy, scenario, resolver, growth, years);

  const core: Plan = {
    years,
    regions: economy.regions,
    industries: economy.industries,
    window: economy.window,
    tieExponent: economy.tieExponent,
    parameters,
    history,
    higherLevel: base.higherLevel === null ? null : projectSeries(base.higherLevel, trend, years.length),
    initial: {
      output: base.output,
      gdp: tied?.gdp ?? null,
      population: tied?.population ?? null,
      internalDistance: tied?.internalDistance ?? null,
      differential: inheritedLead(growth.differential, base.output, economy.industries.length, {
        shrinkage: parameters.shrinkage,
        regionalShrinkage: parameter('regionalShrinkage'),
      }),
    },
    trend,
    reference: { distance: tied?.distance ?? null, barrier: tied?.barrier ?? null },
    levers: {
      push: new Float64Array(0),
      spill: new Float64Array(0),
      distance: null,
      barrier: null,
      land: new Float64Array(0),
    },
    cost: new Float64Array(years.length),
  };
  const reference = projectReference(core);
  const valueAdded = readValueAdded(economy, core, reference);
  const { base: baseYear, channels } = readBaseYear(core, planned?.links ?? []);
  const compiled = compilePolicies({
    economy,
    scenario,
    resolver,
    plan: core,
    base: baseYear,
    similarity: channels.similarity,
    planned,
    reference,
    valueAdded,
    coordination: {
      level: readLevels(scenario.coordination, economy.regions, resolver, 'coordination'),
      weight: Object.fromEntries(INGREDIENT_WEIGHTS.map((key) => [key, parameter(key)])) as Record<
        (typeof INGREDIENT_WEIGHTS)[number],
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
  const levers = assembleLevers(core, effects, compiled.drift);
  const distance =
    planned === null || tied === null ? null : yearlyDistances(planned, effects, years.length, tied.internalDistance);
  const cost = new Float64Array(years.length);
  for (const policy of compiled.policies) addSeries(cost, policy.cost);
  addSeries(cost, compiled.coordinationCost);
  return {
    plan: { ...core, levers: { ...levers, distance }, cost },
    policies: compiled.policies,
    coordinationCost: compiled.coordinationCost,
    valueAdded,
    noise: {
      industry: resolver.number('noise.industry', scenario.noise.industry),
      region: resolver.number('noise.region', scenario.noise.region),
      cell: resolver.number('noise.cell', scenario.noise.cell),
      persistence: resolver.number('noise.persistence', scenario.noise.persistence),
    },
    discountRate: parameter('discountRate'),
    reference,
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

/** Observed years up to the first projected one: nothing later may be known. */
function readHistory(economy: Economy, from: number): Plan['history'] {
  const known = economy.years.flatMap((year, k) => (year <= from ? [k] : []));
  return {
    years: known.map((k) => economy.years[k]!),
    output: known.map((k) => economy.outputs[k]!),
    higherLevel: economy.higherLevel === null ? null : known.map((k) => economy.higherLevel![k]!),
  };
}

/** Growth over the case's window, or over what was observed of it. */
function readGrowth(economy: Economy, history: Plan['history'], base: ObservedCells, from: number) {
  const start = Math.max(history.years[0]!, from - economy.window);
  const industries = economy.industries.length;
  if (start === from) {
    return {
      industry: new Float64Array(industries).fill(Number.NaN),
      overall: Number.NaN,
      differential: new Float64Array(base.output.length),
    };
  }
  return observedGrowth(observedCells(history, start)!, base, from - start, industries);
}

function readTrend(
  economy: Economy,
  scenario: Scenario,
  resolver: Resolver,
  observed: Pick<ObservedGrowth, 'industry' | 'overall'>,
  years: readonly number[],
): Float64Array {
  const { numbers, all, industries: single } = scenario.trend;
  const count = economy.industries.length;
  const trend = new Float64Array(years.length * count);
  const halfLife = resolver.number('trend.halfLife', numbers.halfLife);
  const shrunk = shrunkGrowth(observed, resolver.number('trend.shrinkage', numbers.shrinkage));
  economy.industries.forEach((industry, i) => {
    const given = Object.hasOwn(single, industry) ? single[industry]! : all;
    const path = Object.hasOwn(single, industry) ? `trend.industries.${industry}` : 'trend';
    years.forEach((year, y) => {
      if (given !== null) {
        trend[y * count + i] = resolver.yearly(path, given, year);
        return;
      }
      const longRun = resolver.yearly('trend.longRun', numbers.longRun, year);
      const starting = startingGrowth(shrunk[i]!, economy.deflator, longRun);
      trend[y * count + i] = fadingGrowth(starting, longRun, halfLife, y);
    });
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

/** Base-year facts of the channels that need regions and links; null where the case lacks either. */
function readTies(economy: Economy, output: Float64Array, barrier: number) {
  const { facts, network } = economy;
  if (facts === null || network === null) return null;
  const regions = economy.regions.length;
  const lengths = linkLengths(network, economy.distance);
  const distance = Float64Array.from(shortestPaths(network, lengths, regions));
  const internal = Float64Array.from(facts.area, (area) => internalLength(economy, network, area));
  const barriers = new Float64Array(regions * regions).fill(barrier);
  for (const pair of economy.barriers) {
    barriers[pair.a * regions + pair.b] = pair.barrier;
    barriers[pair.b * regions + pair.a] = pair.barrier;
  }
  for (let r = 0; r < regions; r++) {
    distance[r * regions + r] = internal[r]!;
    barriers[r * regions + r] = 0;
  }
  return {
    distance,
    barrier: barriers,
    internalDistance: internal,
    gdp: Float64Array.from(facts.gdp, (gdp, r) => gdp ?? economy.valueAddedShare * regionTotal(economy, output, r)),
    population: Float64Array.from(facts.population),
  };
}

/** Distance of a region to itself; where time is what counts, at the network's mean speed. */
function internalLength(economy: Economy, network: Network, area: number): number {
  const km = internalDistance(area);
  return economy.distance === 'km' ? km : km / meanSpeed(network)!;
}

function regionTotal(economy: Economy, output: Float64Array, region: number): number {
  const industries = economy.industries.length;
  return output.subarray(region * industries, (region + 1) * industries).reduce((sum, q) => sum + q, 0);
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

function addSeries(sum: Float64Array, series: Float64Array): void {
  for (let y = 0; y < sum.length; y++) sum[y] = sum[y]! + series[y]!;
}
