import type { ChannelSetup, Channels } from './channels.js';
import { readRivalry } from './rivalry.js';

/** A path that channels are read off: its output, and what lies between its regions. Arrays hold one row a year. */
export interface PathArrays {
  /** Y × R × I. */
  readonly output: Float64Array;
  /** Output of the higher-level region, Y × I, where it is an explicit series, else null: the sum of the regions. */
  readonly higherLevel: Float64Array | null;
  /** Y × R × R, the diagonal the internal distance; null turns access, rivalry and sharing off. */
  readonly distance: Float64Array | null;
  /** Y × R × R, diagonal 0. */
  readonly barrier: Float64Array | null;
}

/**
 * Reads the channels off one year of a path.
 *
 * @param y row of output and of the higher-level region
 * @param between row of distance and barrier, where it is not that of the year
 */
export function readChannels(channels: Channels, setup: ChannelSetup, path: PathArrays, y: number, between = y): void {
  const { distance, barrier } = path;
  const total = readTotals(channels, setup, path.output, y);
  readStructure(channels, setup, path, y, total);
  if (distance === null || barrier === null || setup.gdp === null || setup.population === null) return;
  const pairOffset = between * setup.regions * setup.regions;
  readMass(channels, setup, setup.gdp, setup.population, total);
  readAccess(channels, setup, distance, barrier, pairOffset);
  readRivalry(channels, setup, barrier, pairOffset);
}

function readTotals(channels: Channels, setup: ChannelSetup, output: Float64Array, y: number): number {
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

function readStructure(channels: Channels, setup: ChannelSetup, path: PathArrays, y: number, total: number): void {
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
      // φ = 2(LQ−1)/(LQ+1) with LQ = x·Q/q_i, written without the quotient so that an absent industry needs no branch on Inf.
      const own = x * referenceTotal;
      const all = reference[referenceOffset + i]!;
      advantage[cell] = all > 0 ? (2 * (own - all)) / (own + all) : 0;
    }
    inverseNorm[r] = 1 / Math.sqrt(squares);
  }
}

function readMass(
  channels: Channels,
  setup: ChannelSetup,
  gdp: Float64Array,
  population: Float64Array,
  total: number,
): void {
  const { regionTotal, mass } = channels;
  const { regions, outputPassThrough } = setup;
  const common = (total / setup.baseTotal) ** (1 - outputPassThrough);
  for (let r = 0; r < regions; r++) {
    const growth = (regionTotal[r]! / setup.baseRegionTotal[r]!) ** outputPassThrough * common;
    mass[r] = Math.sqrt(gdp[r]! * growth * population[r]!);
  }
}

function readAccess(
  channels: Channels,
  setup: ChannelSetup,
  distance: Float64Array,
  barrier: Float64Array,
  pairOffset: number,
): void {
  const { tieShare, logAccess, mass, decay, decayedDistance } = channels;
  const { regions, distanceDecay } = setup;
  const squared = distanceDecay === 2;
  for (let r = 0; r < regions; r++) {
    const row = r * regions;
    let all = 0;
    let open = 0;
    for (let s = 0; s < regions; s++) {
      const pair = row + s;
      const d = distance[pairOffset + pair]!;
      if (d !== decayedDistance[pair]) {
        decayedDistance[pair] = d;
        decay[pair] = squared ? 1 / (d * d) : d ** -distanceDecay;
      }
      const pull = mass[s]! * decay[pair]!;
      tieShare[pair] = pull;
      all += pull;
      open += (1 - barrier[pairOffset + pair]!) * pull;
    }
    const inverse = 1 / all;
    for (let s = 0; s < regions; s++) tieShare[row + s] = tieShare[row + s]! * inverse;
    logAccess[r] = Math.log(open);
  }
}
