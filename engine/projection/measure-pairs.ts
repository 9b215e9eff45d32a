import { economicTie } from '../indicators/economic-tie.js';
import { marketAccess as accessOf } from '../indicators/market-access.js';
import { tieShare as shareOf } from '../indicators/tie-share.js';
import type { Projection } from './plan.js';

/**
 * Indicators of each ordered pair of regions, years × regions × regions. NaN where a value is undefined, such as where a region has no output.
 * What needs distances and barriers is null where the plan has none.
 */
export interface PairMeasures {
  /** UNIDO similarity coefficient, diagonal 1. */
  readonly similarity: Float64Array;
  /** Krugman's index of structural difference, diagonal 0. */
  readonly krugman: Float64Array;
  /** Barrier × similarity × overlap, diagonal 0. */
  readonly overlapQuality: Float64Array | null;
  /** Economic tie with the exponent `plan.tieExponent`, diagonal NaN. */
  readonly tie: Float64Array | null;
  /** Share of region s in the ties of region r with the exponent `parameters.distanceDecay`; the diagonal is the region's share in its own. */
  readonly tieShare: Float64Array | null;
  /** Market access with the exponent `parameters.distanceDecay`, years × regions. */
  readonly marketAccess: Float64Array | null;
}

/**
 * Measures every pair of regions of a projection.
 *
 * @param regionOutput output of each region, years × regions
 */
export function measurePairs(projection: Projection, regionOutput: Float64Array): PairMeasures {
  return { ...measureStructures(projection, regionOutput), ...measureTies(projection, regionOutput) };
}

function measureStructures(projection: Projection, regionOutput: Float64Array) {
  const { plan, output } = projection;
  const { barrier } = plan.levers;
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const pairs = plan.years.length * regions * regions;
  const similarity = new Float64Array(pairs);
  const krugman = new Float64Array(pairs);
  const overlapQuality = barrier === null ? null : new Float64Array(pairs);
  const share = new Float64Array(regions * industries);
  const norm = new Float64Array(regions);
  for (let y = 0; y < plan.years.length; y++) {
    readShares(share, norm, output, regionOutput, y);
    const first = y * regions * regions;
    for (let r = 0; r < regions; r++) {
      similarity[first + r * regions + r] = 1;
      for (let s = r + 1; s < regions; s++) {
        // One pass for all three indicators of a pair: this loop is most of the work of a large case.
        let dot = 0;
        let difference = 0;
        let twiceShared = 0;
        for (let i = 0; i < industries; i++) {
          const a = share[r * industries + i]!;
          const b = share[s * industries + i]!;
          const gap = Math.abs(a - b);
          dot += a * b;
          difference += gap;
          // 2·min(a, b), without a branch.
          twiceShared += a + b - gap;
        }
        const likeness = Math.min(1, dot / (norm[r]! * norm[s]!));
        const there = first + r * regions + s;
        const back = first + s * regions + r;
        similarity[there] = likeness;
        similarity[back] = likeness;
        krugman[there] = difference;
        krugman[back] = difference;
        if (overlapQuality === null || barrier === null) continue;
        const shared = likeness * (twiceShared / 2);
        overlapQuality[there] = barrier[there]! * shared;
        overlapQuality[back] = barrier[back]! * shared;
      }
    }
  }
  return { similarity, krugman, overlapQuality };
}

/** Structure shares and their norms in one year; NaN in a region without output. */
function readShares(
  share: Float64Array,
  norm: Float64Array,
  output: Float64Array,
  regionOutput: Float64Array,
  y: number,
): void {
  const regions = norm.length;
  const industries = share.length / regions;
  const offset = y * share.length;
  for (let r = 0; r < regions; r++) {
    let squares = 0;
    for (let i = 0; i < industries; i++) {
      const cell = r * industries + i;
      share[cell] = output[offset + cell]! / regionOutput[y * regions + r]!;
      squares += share[cell]! * share[cell]!;
    }
    norm[r] = Math.sqrt(squares);
  }
}

function measureTies(projection: Projection, regionOutput: Float64Array) {
  const { plan } = projection;
  const { gdp, population } = plan.initial;
  const { distance, barrier } = plan.levers;
  if (distance === null || barrier === null || gdp === null || population === null) {
    return { tie: null, tieShare: null, marketAccess: null };
  }
  const regions = plan.regions.length;
  const { distanceDecay } = plan.parameters;
  const tie = new Float64Array(distance.length).fill(Number.NaN);
  const tieShare = new Float64Array(distance.length);
  const marketAccess = new Float64Array(plan.years.length * regions);
  for (let y = 0; y < plan.years.length; y++) {
    const product = regionalProduct(plan.parameters.outputPassThrough, gdp, regionOutput, y);
    const mass = product.map((p, r) => Math.sqrt(p * population[r]!));
    for (let r = 0; r < regions; r++) {
      const row = (y * regions + r) * regions;
      const distances = distance.subarray(row, row + regions);
      tieShare.set(shareOf(mass, distances, distanceDecay), row);
      marketAccess[y * regions + r] = accessOf(mass, distances, barrier.subarray(row, row + regions), distanceDecay);
      for (let s = 0; s < regions; s++) {
        if (s === r) continue;
        const [p, g] = [product[r]!, population[r]!];
        tie[row + s] = economicTie(p, g, product[s]!, population[s]!, distances[s]!, plan.tieExponent) ?? Number.NaN;
      }
    }
  }
  return { tie, tieShare, marketAccess };
}

/** P, regional output in the sense of GDP: from its base-year value it follows the region's output in part ν, that of all regions in the rest. */
function regionalProduct(passThrough: number, gdp: Float64Array, regionOutput: Float64Array, y: number): Float64Array {
  const regions = gdp.length;
  let before = 0;
  let now = 0;
  for (let r = 0; r < regions; r++) {
    before += regionOutput[r]!;
    now += regionOutput[y * regions + r]!;
  }
  const common = (now / before) ** (1 - passThrough);
  return gdp.map((p, r) => p * (regionOutput[y * regions + r]! / regionOutput[r]!) ** passThrough * common);
}
