import { economicTie } from '../indicators/economic-tie.js';
import { marketAccess as accessOf } from '../indicators/market-access.js';
import { overlapQualityOf } from '../indicators/overlap-quality.js';
import { regionalProducts } from '../indicators/regional-product.js';
import { similarityOf } from '../indicators/similarity.js';
import { pairStructures, type StructurePair, structureLength } from '../indicators/structures.js';
import { decay, tieMass } from '../indicators/tie-share.js';
import { mapCells, rowOf, type Values } from '../statistics/cells.js';
import { barrierOfPair, distanceOfPair } from './between.js';
import type { Plan, Projection } from './plan.js';

/**
 * Indicators of each ordered pair of regions: pair (r, s) of year y has the place (y·R + r)·R + s. NaN where a value is undefined, such as where a
 * region has no output. Indicators that need distances and barriers are null where the plan has none.
 */
export interface PairMeasures {
  /** Length of the shortest path, the diagonal the internal distance. */
  readonly distance: Values | null;
  /** Barrier, diagonal 0. */
  readonly barrier: Values | null;
  /** UNIDO similarity coefficient, diagonal 1. */
  readonly similarity: Values;
  /** Krugman's index of structural difference, diagonal 0. */
  readonly krugman: Values;
  /** Barrier × similarity × overlap, diagonal 0. */
  readonly overlapQuality: Values | null;
  /** Economic tie with the exponent `plan.tieExponent`, diagonal NaN. */
  readonly tie: Values | null;
  /** Share of region s in the ties of region r with the exponent `parameters.distanceDecay`; the diagonal is the region's share in its own. */
  readonly tieShare: Values | null;
  /** Market access with the exponent `parameters.distanceDecay`: region r of year y has the place y·R + r. */
  readonly marketAccess: Values | null;
}

/** All values, in an array. */
export function allValues(values: Values): Float64Array {
  return Float64Array.from({ length: values.length }, (_, place) => values.at(place)!);
}

/**
 * Prepares to measure every pair of regions of a projection.
 *
 * @param regionOutput output of each region, years × regions
 */
export function measurePairs(projection: Projection, regionOutput: Float64Array): PairMeasures {
  const { plan } = projection;
  const tied = plan.levers.between !== null;
  const ofPairs = (of: OfPair): Values => pairValues(plan, of);
  const structures = structuresOf(projection, regionOutput);
  const barrier: OfPair = (y, r, s) => barrierOfPair(plan, r * plan.regions.length + s, y);
  return {
    distance: tied ? ofPairs((y, r, s) => distanceOfPair(plan, r * plan.regions.length + s, y)) : null,
    barrier: tied ? ofPairs(barrier) : null,
    similarity: ofPairs((y, r, s) => (r === s ? 1 : structures(y, r, s).similarity)),
    krugman: ofPairs((y, r, s) => (r === s ? 0 : structures(y, r, s).difference)),
    overlapQuality: tied
      ? ofPairs((y, r, s) => {
          if (r === s) return 0;
          const { similarity, overlap } = structures(y, r, s);
          return overlapQualityOf(barrier(y, r, s), similarity, overlap);
        })
      : null,
    ...measureTies(projection, regionOutput),
  };
}

/** A value of an ordered pair of regions in a year. */
type OfPair = (y: number, r: number, s: number) => number;

/** A value of every ordered pair of regions in every year. */
export function pairValues({ years, regions }: Pick<Plan, 'years' | 'regions'>, of: OfPair): Values {
  const R = regions.length;
  const length = years.length * R * R;
  return {
    length,
    at(place) {
      if (!(place >= 0 && place < length)) return undefined;
      const row = Math.floor(place / R);
      return of(Math.floor(row / R), row % R, place % R);
    },
  };
}

/** What is computed once for a year, when it is first asked for. */
export function byYear<Content>(compute: (y: number) => Content): (y: number) => Content {
  const known: Content[] = [];
  return (y) => (known[y] ??= compute(y));
}

/** The likeness of two different regions in a year. */
function structuresOf({ plan, output }: Projection, regionOutput: Float64Array) {
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const year = byYear((y) => {
    const totals = rowOf(regionOutput, regions, y);
    // NaN in a region without output.
    const shares = mapCells(rowOf(output, regions * industries, y), industries, (q, r) => q / totals[r]!);
    return { shares, lengths: totals.map((_, r) => structureLength(shares, r * industries, industries)) };
  });
  return (y: number, r: number, s: number): StructurePair & { readonly similarity: number } => {
    const { shares, lengths } = year(y);
    // The lower region first, so that both directions have the same last digit.
    const [a, b] = r < s ? [r, s] : [s, r];
    const found = pairStructures(shares, a * industries, b * industries, industries);
    return { ...found, similarity: similarityOf(found.product, lengths[a]! * lengths[b]!) };
  };
}

function measureTies({ plan }: Projection, regionOutput: Float64Array) {
  const { gdp, population } = plan.initial;
  if (plan.levers.between === null || gdp === null || population === null) {
    return { tie: null, tieShare: null, marketAccess: null };
  }
  const regions = plan.regions.length;
  const { distanceDecay, outputPassThrough } = plan.parameters;
  const base = rowOf(regionOutput, regions, 0);
  const year = byYear((y) => {
    const products = regionalProducts(gdp, base, rowOf(regionOutput, regions, y), outputPassThrough);
    const mass = products.map((product, r) => tieMass(product, population[r]!));
    return { products, mass, pulls: new Float64Array(regions).fill(Number.NaN) };
  });
  const row = (of: typeof distanceOfPair, y: number, r: number): Float64Array =>
    Float64Array.from({ length: regions }, (_, s) => of(plan, r * regions + s, y));
  const pull = (y: number, r: number, s: number): number =>
    year(y).mass[s]! * decay(distanceOfPair(plan, r * regions + s, y), distanceDecay);
  const allPulls = (y: number, r: number): number => {
    const { pulls } = year(y);
    if (Number.isNaN(pulls[r])) {
      let all = 0;
      for (let s = 0; s < regions; s++) all += pull(y, r, s);
      pulls[r] = all;
    }
    return pulls[r]!;
  };
  const end = (y: number, r: number) => ({ product: year(y).products[r]!, population: population[r]! });
  return {
    tie: pairValues(plan, (y, r, s) => {
      if (r === s) return Number.NaN;
      const distance = distanceOfPair(plan, r * regions + s, y);
      return economicTie(end(y, r), end(y, s), distance, plan.tieExponent) ?? Number.NaN;
    }),
    tieShare: pairValues(plan, (y, r, s) => pull(y, r, s) / allPulls(y, r)),
    marketAccess: {
      length: plan.years.length * regions,
      at(place: number): number | undefined {
        if (!(place >= 0 && place < plan.years.length * regions)) return undefined;
        const [y, r] = [Math.floor(place / regions), place % regions];
        return accessOf(year(y).mass, row(distanceOfPair, y, r), row(barrierOfPair, y, r), distanceDecay);
      },
    },
  };
}
