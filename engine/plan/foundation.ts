import type { Economy } from '../economy/economy.js';
import { linkLengths, meanSpeed, type Network, shortestPaths } from '../economy/network.js';
import { internalDistance } from '../indicators/internal-distance.js';
import { type ObservedCells, observedCells } from '../projection/history.js';
import type { Plan } from '../projection/plan.js';
import type { Scenario } from '../scenario/scenario.js';
import { type ObservedGrowth, observedGrowth } from './trend.js';

/** What a case and the years projected say before any parameter has a value: no draw of a study changes it. */
export interface Foundation {
  readonly years: readonly number[];
  readonly history: Plan['history'];
  /** The first projected year, observed. */
  readonly base: ObservedCells;
  readonly growth: ObservedGrowth;
  /** Null where the case lacks regions or links. */
  readonly ties: TieFacts | null;
}

/** Base-year facts of the channels that need regions and links. */
export interface TieFacts {
  /** Shortest ways, R × R, the diagonal the internal distance. */
  readonly distance: Float64Array;
  readonly internalDistance: Float64Array;
  readonly gdp: Float64Array;
  readonly population: Float64Array;
}

/** Lays the foundation of every plan of a case over the same years. */
export function layFoundation(economy: Economy, { from, to }: Scenario['years']): Foundation {
  const history = readHistory(economy, from);
  const base = observedCells(history, from)!;
  return {
    years: Array.from({ length: to - from + 1 }, (_, y) => from + y),
    history,
    base,
    growth: readGrowth(economy, history, base, from),
    ties: readTies(economy, base.output),
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
function readGrowth(economy: Economy, history: Plan['history'], base: ObservedCells, from: number): ObservedGrowth {
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

function readTies(economy: Economy, output: Float64Array): TieFacts | null {
  const { facts, network } = economy;
  if (facts === null || network === null) return null;
  const regions = economy.regions.length;
  const distance = Float64Array.from(shortestPaths(network, linkLengths(network, economy.distance), regions));
  const internal = Float64Array.from(facts.area, (area) => internalLength(economy, network, area));
  for (let r = 0; r < regions; r++) distance[r * regions + r] = internal[r]!;
  return {
    distance,
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
