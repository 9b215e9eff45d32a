import { relativeCellNoise } from '../economy/cell-noise.js';
import type { Economy } from '../economy/economy.js';
import { relativeGrowth } from '../economy/mix-slope.js';
import { linkLengths, meanSpeed, type Network } from '../economy/network.js';
import { shortestPaths } from '../economy/shortest-paths.js';
import { fitCaseTrend, type TrendWindow, trendPast } from '../economy/trend-past.js';
import { industryTotals, type ObservedOutput } from '../economy/whole-growth.js';
import { internalDistance } from '../indicators/internal-distance.js';
import { type ChainLinks, chainLinks } from '../input-output/links.js';
import { type ObservedCells, observedCells } from '../kernel/observed-cells.js';
import type { Plan } from '../projection/plan.js';
import type { Scenario } from '../scenario/scenario.js';
import { sum } from '../statistics/sum.js';
import { resolveAccounts } from './accounts.js';
import { cutDifferential, type ObservedGrowth, observedGrowth } from './trend.js';

/** The observed facts of a case up to its first projected year. They depend on no parameter, so no draw of a study changes them. */
export interface ObservedBase {
  readonly years: readonly number[];
  readonly history: Plan['history'];
  /** Output in the first projected year, which is an observed one. */
  readonly cells: ObservedCells;
  readonly growth: ObservedGrowth;
  /** Growth of the whole and of each industry within it; null where no more than two years are observed. */
  readonly whole: ObservedWhole | null;
  /** Noise level of each cell relative to the pooled one, R × I; null where the observed years do not tell. */
  readonly cellNoise: Float64Array | null;
  /** Null where the case has no regions table or no links table. */
  readonly ties: TieFacts | null;
  /** Null where the case has no input–output table. */
  readonly chains: ChainLinks | null;
  readonly accounts: Plan['accounts'];
}

/** Growth of the whole and of each industry within it. */
export interface ObservedWhole {
  /** Log growth of the whole over the last observed step, a year, less the deflator. */
  readonly last: number;
  /** Growth of each industry less that of the whole, log points a year, I. */
  readonly relative: Float64Array;
  /** Output of each industry of the higher-level region in the first projected year, I. */
  readonly output: Float64Array;
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
  /** Minutes of the fastest way, R × R, Infinity where none is stated; null where no link states its minutes. */
  readonly travelTime: Float64Array | null;
}

/** The observed base of every plan of a case over the same years. */
export function observedBase(
  economy: Economy,
  { years: { from, to }, trend }: Pick<Scenario, 'years' | 'trend'>,
): ObservedBase {
  const history = historyUntil(economy, from);
  const cells = observedCells(history, from)!;
  const years = Array.from({ length: to - from + 1 }, (_, y) => from + y);
  const whole = observedWhole(economy, from, trend.window);
  return {
    years,
    history,
    cells,
    growth:
      whole === null
        ? growthInWindow(economy, history, cells, from)
        : growthSince(trendPast(economy, from, trend.window), economy.industries.length),
    whole,
    cellNoise: relativeCellNoise(history.years, history.output, economy.industries.length),
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

/** Growth of the whole and the mix over the years that the trend is read off. */
function observedWhole(economy: Economy, from: number, window: TrendWindow): ObservedWhole | null {
  const fitted = fitCaseTrend(economy, from, window);
  if (fitted === null) return null;
  const past = trendPast(economy, from, window);
  const totals = industryTotals(past, economy.industries.length);
  const span = past.years.at(-1)! - past.years[0]!;
  return {
    last: fitted.whole.last,
    relative: relativeGrowth(totals[0]!, totals.at(-1)!, span),
    output: totals.at(-1)!,
  };
}

/** Growth over all of some observed years, the leads of single cells cut. */
function growthSince({ years, outputs, higherLevel }: ObservedOutput, industries: number): ObservedGrowth {
  const at = (k: number): ObservedCells => ({ output: outputs.at(k)!, higherLevel: higherLevel?.at(k) ?? null });
  return cutDifferential(observedGrowth(at(0), at(-1), years.at(-1)! - years[0]!, industries));
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
    travelTime: network.links.every(({ minutes }) => minutes === null)
      ? null
      : shortestPaths(network, linkLengths(network, 'minutes'), regions),
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
