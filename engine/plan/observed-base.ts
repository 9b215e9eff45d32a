import type { Economy } from '../economy/economy.js';
import { linkLengths, meanSpeed, type Network } from '../economy/network.js';
import { shortestPaths } from '../economy/shortest-paths.js';
import { internalDistance } from '../indicators/internal-distance.js';
import { type ChainLinks, chainLinks } from '../input-output/links.js';
import { type ObservedCells, observedCells } from '../projection/history.js';
import type { Plan } from '../projection/plan.js';
import type { Scenario } from '../scenario/scenario.js';
import { sum } from '../statistics/sum.js';
import { resolveAccounts } from './accounts.js';
import { type ObservedGrowth, observedGrowth } from './trend.js';

/** The observed facts of a case up to its first projected year. They depend on no parameter, so no draw of a study changes them. */
export interface ObservedBase {
  readonly years: readonly number[];
  readonly history: Plan['history'];
  /** Output in the first projected year, which is an observed one. */
  readonly cells: ObservedCells;
  readonly growth: ObservedGrowth;
  /** Null where the case has no regions table or no links table. */
  readonly ties: TieFacts | null;
  /** Null where the case has no input–output table. */
  readonly chains: ChainLinks | null;
  readonly accounts: Plan['accounts'];
}

/** Base-year facts that the channels between regions need. */
export interface TieFacts {
  /** Length of the shortest path, R × R, in the case’s unit of distance; the internal distance on the diagonal. */
  readonly distance: Float64Array;
  /** Distance of each region to itself, R. */
  readonly internalDistance: Float64Array;
  /** R, in the case’s currency. */
  readonly gdp: Float64Array;
  /** R, 10⁴ persons. */
  readonly population: Float64Array;
}

/** The observed base of every plan of a case over the same years. */
export function observedBase(economy: Economy, { from, to }: Scenario['years']): ObservedBase {
  const history = historyUntil(economy, from);
  const cells = observedCells(history, from)!;
  const years = Array.from({ length: to - from + 1 }, (_, y) => from + y);
  return {
    years,
    history,
    cells,
    growth: growthInWindow(economy, history, cells, from),
    ties: tieFacts(economy, cells.output),
    chains: economy.inputOutput === null ? null : chainLinks(economy.inputOutput),
    accounts: resolveAccounts(economy, years),
  };
}

/** The observed years up to the first projected one; later ones are left out, since a projection must not know them. */
function historyUntil(economy: Economy, from: number): Plan['history'] {
  const known = economy.years.flatMap((year, k) => (year <= from ? [k] : []));
  return {
    years: known.map((k) => economy.years[k]!),
    output: known.map((k) => economy.outputs[k]!),
    higherLevel: economy.higherLevel === null ? null : known.map((k) => economy.higherLevel![k]!),
  };
}

/** Growth over the case’s window, or over the part of it that was observed. */
function growthInWindow(
  economy: Economy,
  history: Plan['history'],
  cells: ObservedCells,
  from: number,
): ObservedGrowth {
  const start = Math.max(history.years[0]!, from - economy.window);
  const industries = economy.industries.length;
  if (start === from) {
    return {
      industry: new Float64Array(industries).fill(Number.NaN),
      overall: Number.NaN,
      differential: new Float64Array(cells.output.length),
    };
  }
  return observedGrowth(observedCells(history, start)!, cells, from - start, industries);
}

function tieFacts(economy: Economy, output: Float64Array): TieFacts | null {
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

/** Distance of a region to itself, from its area; where distance is measured in minutes, at the network’s mean speed. */
function internalLength(economy: Economy, network: Network, area: number): number {
  const km = internalDistance(area);
  return economy.distance === 'km' ? km : km / meanSpeed(network)!;
}

function regionTotal(economy: Economy, output: Float64Array, region: number): number {
  const industries = economy.industries.length;
  return sum(output.subarray(region * industries, (region + 1) * industries));
}
