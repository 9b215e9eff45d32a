/**
 * What one year of one path says to the growth equation: structure, advantage, market access and rivalry.
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
  /** V, rivalry a cell meets, R × I. */
  readonly rivalry: Float64Array;
  /** ω, the share of region s in region r's ties, R × R with r itself. */
  readonly tieShare: Float64Array;
  /** S, similarity of each pair, R × R; the diagonal is not used. */
  readonly similarity: Float64Array;
  /** Mass √(P·G), R. */
  readonly mass: Float64Array;
  /** 1 / √Σx², R. */
  readonly inverseNorm: Float64Array;
}

/** What the channels need beside output: fixed for a whole path. */
export interface ChannelSetup {
  readonly regions: number;
  readonly industries: number;
  readonly distanceDecay: number;
  readonly outputPassThrough: number;
  /** Base-year gross domestic product and population, R; null turns access, rivalry and sharing off. */
  readonly gdp: Float64Array | null;
  readonly population: Float64Array | null;
  /** Base-year output of each region, and of all. */
  readonly baseRegionTotal: Float64Array;
  readonly baseTotal: number;
}

/** Far below any share, far above the smallest number. */
const TINY = 1e-300;

export function createChannels(regions: number, industries: number): Channels {
  const cells = regions * industries;
  return {
    regionTotal: new Float64Array(regions),
    industryTotal: new Float64Array(industries),
    share: new Float64Array(cells),
    advantage: new Float64Array(cells),
    logAccess: new Float64Array(regions),
    rivalry: new Float64Array(cells),
    tieShare: new Float64Array(regions * regions),
    similarity: new Float64Array(regions * regions),
    mass: new Float64Array(regions),
    inverseNorm: new Float64Array(regions),
  };
}

/**
 * Reads the channels off one year's output.
 *
 * @param output R × I at `offset`
 * @param higherLevel output of the higher-level region by industry at `higherOffset`, where it is an explicit series, else null: the sum of the regions
 * @param distance R × R at `pairOffset`, the diagonal the internal distance; null turns access, rivalry and sharing off
 * @param barrier R × R at `pairOffset`, diagonal 0
 */
export function readChannels(
  channels: Channels,
  setup: ChannelSetup,
  output: Float64Array,
  offset: number,
  higherLevel: Float64Array | null,
  higherOffset: number,
  distance: Float64Array | null,
  barrier: Float64Array | null,
  pairOffset: number,
): void {
  const total = readTotals(channels, setup, output, offset);
  readStructure(channels, setup, output, offset, higherLevel, higherOffset, total);
  if (distance === null || barrier === null || setup.gdp === null || setup.population === null) return;
  readAccess(channels, setup, setup.gdp, setup.population, total, distance, barrier, pairOffset);
  readRivalry(channels, setup, barrier, pairOffset);
}

function readTotals(channels: Channels, setup: ChannelSetup, output: Float64Array, offset: number): number {
  const { regionTotal, industryTotal } = channels;
  const { regions, industries } = setup;
  industryTotal.fill(0);
  let total = 0;
  for (let r = 0, cell = offset; r < regions; r++) {
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

function readStructure(
  channels: Channels,
  setup: ChannelSetup,
  output: Float64Array,
  offset: number,
  higherLevel: Float64Array | null,
  higherOffset: number,
  total: number,
): void {
  const { regionTotal, industryTotal, share, advantage, inverseNorm } = channels;
  const { regions, industries } = setup;
  const reference = higherLevel ?? industryTotal;
  const referenceOffset = higherLevel === null ? 0 : higherOffset;
  let referenceTotal = total;
  if (higherLevel !== null) {
    referenceTotal = 0;
    for (let i = 0; i < industries; i++) referenceTotal += higherLevel[higherOffset + i]!;
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

function readAccess(
  channels: Channels,
  setup: ChannelSetup,
  gdp: Float64Array,
  population: Float64Array,
  total: number,
  distance: Float64Array,
  barrier: Float64Array,
  pairOffset: number,
): void {
  const { regionTotal, tieShare, logAccess, mass } = channels;
  const { regions, distanceDecay, outputPassThrough } = setup;
  const common = (total / setup.baseTotal) ** (1 - outputPassThrough);
  for (let r = 0; r < regions; r++) {
    const growth = (regionTotal[r]! / setup.baseRegionTotal[r]!) ** outputPassThrough * common;
    mass[r] = Math.sqrt(gdp[r]! * growth * population[r]!);
  }
  const squared = distanceDecay === 2;
  for (let r = 0; r < regions; r++) {
    const row = r * regions;
    let all = 0;
    let open = 0;
    for (let s = 0; s < regions; s++) {
      const d = distance[pairOffset + row + s]!;
      const pull = squared ? mass[s]! / (d * d) : mass[s]! * d ** -distanceDecay;
      tieShare[row + s] = pull;
      all += pull;
      open += (1 - barrier[pairOffset + row + s]!) * pull;
    }
    const inverse = 1 / all;
    for (let s = 0; s < regions; s++) tieShare[row + s] = tieShare[row + s]! * inverse;
    logAccess[r] = Math.log(open);
  }
}

function readRivalry(channels: Channels, setup: ChannelSetup, barrier: Float64Array, pairOffset: number): void {
  const { share, rivalry, tieShare, similarity, inverseNorm } = channels;
  const { regions, industries } = setup;
  rivalry.fill(0);
  for (let r = 0; r < regions; r++) {
    const a = r * industries;
    for (let s = r + 1; s < regions; s++) {
      const b = s * industries;
      const ofR = r * regions + s;
      const ofS = s * regions + r;
      let dot = 0;
      for (let i = 0; i < industries; i++) dot += share[a + i]! * share[b + i]!;
      const likeness = dot * inverseNorm[r]! * inverseNorm[s]!;
      similarity[ofR] = likeness;
      similarity[ofS] = likeness;
      const onR = tieShare[ofR]! * barrier[pairOffset + ofR]! * likeness;
      const onS = tieShare[ofS]! * barrier[pairOffset + ofS]! * likeness;
      if (onR === 0 && onS === 0) continue;
      for (let i = 0; i < industries; i++) {
        const x = share[a + i]!;
        const y = share[b + i]!;
        // 2·min(x, y)/(x + y) = 1 − |x − y|/(x + y): the branch of min costs more than twice as much on large cases.
        // The tiny addends make 0/0 come out as the 0 the definition asks for, and change nothing else.
        const overlap = 1 - (Math.abs(x - y) + TINY) / (x + y + TINY);
        rivalry[a + i] = rivalry[a + i]! + onR * overlap;
        rivalry[b + i] = rivalry[b + i]! + onS * overlap;
      }
    }
  }
}
