import { economicTie } from '../indicators/economic-tie.js';
import { marketAccess as accessOf } from '../indicators/market-access.js';
import { overlapQualityOf } from '../indicators/overlap-quality.js';
import { regionalProducts } from '../indicators/regional-product.js';
import { similarityOf } from '../indicators/similarity.js';
import { pairStructures, structureLength } from '../indicators/structures.js';
import { tieShare as shareOf, tieMass } from '../indicators/tie-share.js';
import { mapCells, rowOf, rowsOf } from '../statistics/cells.js';
import { pairsOfAllYears, pairsOfYear } from './between.js';
import type { Projection } from './plan.js';

/**
 * Indicators of each ordered pair of regions, years × regions × regions. NaN where a value is undefined, such as where a region has no output.
 * Indicators that need distances and barriers are null where the plan has none.
 */
export interface PairMeasures {
  /** Length of the shortest path, the diagonal the internal distance. */
  readonly distance: Float64Array | null;
  /** Barrier, diagonal 0. */
  readonly barrier: Float64Array | null;
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
  const between = pairsOfAllYears(projection.plan);
  return {
    distance: between?.distance ?? null,
    barrier: between?.barrier ?? null,
    ...measureStructures(projection, regionOutput),
    ...measureTies(projection, regionOutput),
  };
}

function measureStructures({ plan, output }: Projection, regionOutput: Float64Array) {
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const pairs = plan.years.length * regions * regions;
  const similarity = new Float64Array(pairs);
  const krugman = new Float64Array(pairs);
  const overlapQuality = plan.levers.between === null ? null : new Float64Array(pairs);
  for (let y = 0; y < plan.years.length; y++) {
    const totals = rowOf(regionOutput, regions, y);
    // NaN in a region without output.
    const shares = mapCells(rowOf(output, regions * industries, y), industries, (q, r) => q / totals[r]!);
    const lengths = totals.map((_, r) => structureLength(shares, r * industries, industries));
    const first = y * regions * regions;
    const between = pairsOfYear(plan, y);
    for (let r = 0; r < regions; r++) {
      similarity[first + r * regions + r] = 1;
      for (let s = r + 1; s < regions; s++) {
        const { product, difference, overlap } = pairStructures(shares, r * industries, s * industries, industries);
        const likeness = similarityOf(product, lengths[r]! * lengths[s]!);
        for (const pair of [first + r * regions + s, first + s * regions + r]) {
          similarity[pair] = likeness;
          krugman[pair] = difference;
          if (overlapQuality !== null)
            overlapQuality[pair] = overlapQualityOf(between!.barrier[pair - first]!, likeness, overlap);
        }
      }
    }
  }
  return { similarity, krugman, overlapQuality };
}

function measureTies({ plan }: Projection, regionOutput: Float64Array) {
  const { gdp, population } = plan.initial;
  if (plan.levers.between === null || gdp === null || population === null) {
    return { tie: null, tieShare: null, marketAccess: null };
  }
  const regions = plan.regions.length;
  const { distanceDecay, outputPassThrough } = plan.parameters;
  const tie = new Float64Array(plan.years.length * regions * regions).fill(Number.NaN);
  const tieShare = new Float64Array(tie.length);
  const marketAccess = new Float64Array(plan.years.length * regions);
  const outputs = rowsOf(regionOutput, regions);
  outputs.forEach((output, y) => {
    const { distance, barrier } = pairsOfYear(plan, y)!;
    const products = regionalProducts(gdp, outputs[0]!, output, outputPassThrough);
    const mass = products.map((product, r) => tieMass(product, population[r]!));
    const ends = Array.from(products, (product, r) => ({ product, population: population[r]! }));
    for (let r = 0; r < regions; r++) {
      const row = y * regions + r;
      const distances = rowOf(distance, regions, r);
      tieShare.set(shareOf(mass, distances, distanceDecay), row * regions);
      marketAccess[row] = accessOf(mass, distances, rowOf(barrier, regions, r), distanceDecay);
      for (let s = 0; s < regions; s++) {
        if (s === r) continue;
        tie[row * regions + s] = economicTie(ends[r]!, ends[s]!, distances[s]!, plan.tieExponent) ?? Number.NaN;
      }
    }
  });
  return { tie, tieShare, marketAccess };
}
