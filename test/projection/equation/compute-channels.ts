import { commonProductGrowth, regionalProduct } from '../../../engine/indicators/regional-product.js';
import { decay as decayOf, tieMass } from '../../../engine/indicators/tie-share.js';
import type { Between } from '../../../engine/projection/between.js';
import type { ChannelSetup, Channels } from './channels.js';
import { computePairTerms, type PairTerms } from './pair-terms.js';

/** A path whose channels are computed. Arrays hold one row a year. */
export interface PathArrays {
  /** Y × R × I. */
  readonly output: Float64Array;
  /** Output of the higher-level region, Y × I, where it is an explicit series, else null: the sum of the regions. */
  readonly higherLevel: Float64Array | null;
}

/**
 * Computes the channels of one year of a path.
 *
 * @param y row of output and of the higher-level region
 * @param between distances and barriers of the year; null turns access, rivalry and sharing off
 */
export function computeChannels(
  channels: Channels,
  setup: ChannelSetup,
  path: PathArrays,
  y: number,
  between: Between | null,
): void {
  const total = computeTotals(channels, setup, path.output, y);
  computeStructure(channels, setup, path, y, total);
  if (between === null || setup.gdp === null || setup.population === null) {
    computeOwnReach(channels, setup, path.output, y);
    return;
  }
  const pairs: PairTerms = { channels, setup, barrier: between.barrier };
  computeMass(channels, setup, setup.gdp, setup.population, total);
  computeAccess(pairs, between.distance);
  computePairTerms(pairs);
  computeReach(pairs, path.output, y);
}

/** Outputs of regions and industries, and the output of all. */
function computeTotals(channels: Channels, setup: ChannelSetup, output: Float64Array, y: number): number {
  const { regionTotal, industryTotal } = channels;
  const { regions, industries } = setup;
  industryTotal.fill(0);
  let total = 0;
  for (let r = 0, cell = y * regions * industries; r < regions; r++) {
    let sum = 0;
    for (let i = 0; i < industries; i++, cell++) {
      const q = output[cell]!;
      sum += q;
      industryTotal[i] = industryTotal[i]! + q;
    }
    regionTotal[r] = sum;
    total += sum;
  }
  return total;
}

/** Shares, φ(LQ) and lengths of the structures. */
function computeStructure(channels: Channels, setup: ChannelSetup, path: PathArrays, y: number, total: number): void {
  const { regionTotal, industryTotal, share, advantage, inverseNorm } = channels;
  const { regions, industries } = setup;
  const { output, higherLevel } = path;
  const offset = y * regions * industries;
  const reference = higherLevel ?? industryTotal;
  const referenceOffset = higherLevel === null ? 0 : y * industries;
  let referenceTotal = total;
  if (higherLevel !== null) {
    referenceTotal = 0;
    for (let i = 0; i < industries; i++) referenceTotal += higherLevel[referenceOffset + i]!;
  }
  for (let r = 0, cell = 0; r < regions; r++) {
    const inverse = 1 / regionTotal[r]!;
    let squares = 0;
    for (let i = 0; i < industries; i++, cell++) {
      const x = output[offset + cell]! * inverse;
      share[cell] = x;
      squares += x * x;
      advantage[cell] = advantageOf(x * referenceTotal, reference[referenceOffset + i]!);
    }
    inverseNorm[r] = 1 / Math.sqrt(squares);
  }
}

/**
 * φ(LQ) = 2(LQ−1)/(LQ+1) with LQ = x·Q/q_i, from x·Q and q_i, without the quotient: an absent industry, which has no advantage, needs no branch
 * on Infinity.
 */
function advantageOf(own: number, all: number): number {
  return all > 0 ? (2 * (own - all)) / (own + all) : 0;
}

/** √(P·G) of each region. */
function computeMass(
  channels: Channels,
  setup: ChannelSetup,
  gdp: Float64Array,
  population: Float64Array,
  total: number,
): void {
  const { regionTotal, mass } = channels;
  const { regions, outputPassThrough } = setup;
  const common = commonProductGrowth(total / setup.baseTotal, outputPassThrough);
  for (let r = 0; r < regions; r++) {
    const growth = regionalProduct(1, regionTotal[r]! / setup.baseRegionTotal[r]!, common, outputPassThrough);
    mass[r] = tieMass(gdp[r]! * growth, population[r]!);
  }
}

/** ω and ln M of each region, as `tieShare` and `marketAccess` have them, in one pass over its pairs. */
function computeAccess({ channels, setup, barrier }: PairTerms, distance: Float64Array): void {
  const { tieShare, logAccess, mass, decay, decayedDistance } = channels;
  const { regions, distanceDecay } = setup;
  const squared = distanceDecay === 2;
  for (let r = 0; r < regions; r++) {
    const row = r * regions;
    let all = 0;
    let open = 0;
    for (let s = 0; s < regions; s++) {
      const pair = row + s;
      const d = distance[pair]!;
      if (d !== decayedDistance[pair]) {
        decayedDistance[pair] = d;
        decay[pair] = squared ? 1 / (d * d) : decayOf(d, distanceDecay);
      }
      const pull = mass[s]! * decay[pair]!;
      tieShare[pair] = pull;
      all += pull;
      open += (1 - barrier[pair]!) * pull;
    }
    const inverse = 1 / all;
    for (let s = 0; s < regions; s++) tieShare[row + s] = tieShare[row + s]! * inverse;
    logAccess[r] = Math.log(open);
  }
}

/** K of each industry in each region, K_rj = Σ_s (1 − b_rs)·D_rs^−η·q_sj with s = r included: what of industry j is within reach of region r. */
function computeReach({ channels, setup, barrier }: PairTerms, output: Float64Array, y: number): void {
  const { decay, reach } = channels;
  const { regions, industries } = setup;
  if (!setup.chained) return;
  const year = y * regions * industries;
  reach.fill(0);
  for (let r = 0; r < regions; r++) {
    const own = r * industries;
    for (let s = 0; s < regions; s++) {
      const pair = r * regions + s;
      const open = (1 - barrier[pair]!) * decay[pair]!;
      const other = year + s * industries;
      for (let j = 0; j < industries; j++) reach[own + j] = reach[own + j]! + open * output[other + j]!;
    }
  }
}

/** The same where there are no links: what a region makes itself. */
function computeOwnReach({ reach }: Channels, setup: ChannelSetup, output: Float64Array, y: number): void {
  const year = y * setup.regions * setup.industries;
  for (let cell = 0; cell < reach.length; cell++) reach[cell] = output[year + cell]!;
}
