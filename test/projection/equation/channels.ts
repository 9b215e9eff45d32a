import { type Arrays, freshArrays } from '../../../engine/projection/arrays.js';
import type { Plan } from '../../../engine/projection/plan.js';
import { rowSums } from '../../../engine/statistics/cells.js';
import { sum } from '../../../engine/statistics/sum.js';

/**
 * The quantities of one year of one path that enter the growth equation: structure, advantage, market access and rivalry.
 * Everything here is written into arrays allocated once, because it runs every simulated year of every draw.
 */
export interface Channels {
  /** Output of each region, R. */
  readonly regionTotal: Float64Array;
  /** Output of each industry over the case's regions, I. */
  readonly industryTotal: Float64Array;
  /** Structure share x of each cell in its region, R × I. */
  readonly share: Float64Array;
  /** φ(LQ) of each cell, R × I: twice the symmetric comparative advantage, −2 … 2. */
  readonly advantage: Float64Array;
  /** ln M, the log of market access, R. */
  readonly logAccess: Float64Array;
  /** V, the rivalry that a cell meets, R × I. */
  readonly rivalry: Float64Array;
  /** ω, the share of region s in region r's ties, R × R with r itself. */
  readonly tieShare: Float64Array;
  /** S, similarity of each pair, R × R; the diagonal is not used. */
  readonly similarity: Float64Array;
  /** Mass √(P·G), R. */
  readonly mass: Float64Array;
  /** 1 / √Σx², R. */
  readonly inverseNorm: Float64Array;
  /** D^−η of each pair, R × R, and the distances it was computed of: most stay from year to year, and a power costs more than all else of a pair. */
  readonly decay: Float64Array;
  readonly decayedDistance: Float64Array;
  /** K, each industry’s output within reach, R × I; empty where the channel between industries is off. */
  readonly reach: Float64Array;
}

/** The numbers that the channels need beside output: fixed for a whole path. */
export interface ChannelSetup {
  readonly regions: number;
  readonly industries: number;
  readonly distanceDecay: number;
  readonly outputPassThrough: number;
  /** True where industries gain from suppliers or customers in other industries. */
  readonly chained: boolean;
  /** Base-year gross domestic product and population, R; null turns access, rivalry and sharing off. */
  readonly gdp: Float64Array | null;
  readonly population: Float64Array | null;
  /** Base-year output of each region, and of all. */
  readonly baseRegionTotal: Float64Array;
  readonly baseTotal: number;
}

/** True where industries gain from suppliers or customers in other industries. */
export function usesChains({ inputOutput, parameters }: Pick<Plan, 'inputOutput' | 'parameters'>): boolean {
  return inputOutput !== null && (parameters.supplierAccess > 0 || parameters.customerAccess > 0);
}

/** Takes what the channels need from a plan and its base year. */
export function channelSetup(plan: Plan, arrays: Arrays = freshArrays): ChannelSetup {
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const baseRegionTotal = arrays(regions);
  baseRegionTotal.set(rowSums(plan.initial.output, industries));
  return {
    regions,
    industries,
    distanceDecay: plan.parameters.distanceDecay,
    outputPassThrough: plan.parameters.outputPassThrough,
    chained: usesChains(plan),
    gdp: plan.initial.gdp,
    population: plan.initial.population,
    baseRegionTotal,
    baseTotal: sum(baseRegionTotal),
  };
}

/** Arrays for the channels of one year, to be written by `computeChannels`. */
export function createChannels(
  { regions, industries, chained }: Pick<ChannelSetup, 'regions' | 'industries' | 'chained'>,
  arrays: Arrays = freshArrays,
): Channels {
  const cells = regions * industries;
  const pairs = regions * regions;
  return {
    regionTotal: arrays(regions),
    industryTotal: arrays(industries),
    share: arrays(cells),
    advantage: arrays(cells),
    logAccess: arrays(regions),
    rivalry: arrays(cells),
    tieShare: arrays(pairs),
    similarity: arrays(pairs),
    mass: arrays(regions),
    inverseNorm: arrays(regions),
    decay: arrays(pairs),
    decayedDistance: arrays(pairs).fill(Number.NaN),
    reach: arrays(chained ? cells : 0),
  };
}
