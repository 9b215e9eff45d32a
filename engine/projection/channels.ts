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
