import type { IngredientWeight } from '../parameters/parameters.js';
import type { CoordinationLevels } from '../scenario/scenario.js';
import type { Scalar } from '../values/scalar.js';
import type { Resolver } from './resolve.js';

/**
 * The degree to which regions act together: c of each region, 1 together … 0 apart, and the weight of each ingredient through which
 * coordination works. An ingredient of weight w uses 1 − (1 − c)·w in place of c, so that weight 0 switches it off.
 */
export interface Coordination {
  readonly levels: RegionLevels;
  readonly weight: Readonly<Record<IngredientWeight, Scalar>>;
}

/** c of each region. Regions whose c is the same in every draw share a place. */
export interface RegionLevels {
  /** Place of each region, R. */
  readonly placeOf: Int32Array;
  /** c by place: known at once where no draw changes it, else written by `read`. */
  readonly values: Float64Array;
  /** By place: 1 where a draw may change it. */
  readonly varies: Uint8Array;
  /** Reads c of the draw under way. */
  read(): void;
}

/** Parameters that price coordination and its absence. */
export type CoordinationMagnitudes = Readonly<
  Record<
    'duplicationWaste' | 'barrierDrift' | 'poaching' | 'contest' | 'coordinationCost' | 'coordinationDelay',
    Scalar
  >
>;

/** Places of c that some regions acting jointly depend on, ascending. */
export function placesOf({ placeOf }: RegionLevels, regions: readonly number[]): readonly number[] {
  return [...new Set(regions.map((region) => placeOf[region]!))].sort((a, b) => a - b);
}

/** The smallest c of some places; 1 for an empty list. */
export function leastLevel({ values }: RegionLevels, places: readonly number[]): number {
  let least = 1;
  for (let k = 0; k < places.length; k++) least = Math.min(least, values[places[k]!]!);
  return least;
}

/** The smaller c of two regions. */
export function pairLevel({ placeOf, values }: RegionLevels, r: number, s: number): number {
  return Math.min(1, values[placeOf[r]!]!, values[placeOf[s]!]!);
}

/**
 * Resolves c of each region: the region’s own value where the file gives one, else the value for all. A value that a sweep chooses
 * for all holds for every region.
 */
export function resolveLevels(
  levels: CoordinationLevels,
  regions: readonly string[],
  resolver: Resolver,
  path: string,
): RegionLevels {
  const chosen = resolver.chosen(path);
  const reads: { readonly read: Scalar; readonly varies: boolean }[] = [
    { read: chosen ?? resolver.number(path, levels.all), varies: chosen !== null },
  ];
  const placeOf = Int32Array.from(regions, (region) => {
    const own = `${path}.${region}`;
    const ofRegion = resolver.chosen(own);
    const written = chosen === null && Object.hasOwn(levels.regions, region);
    if (written)
      return reads.push({ read: resolver.number(own, levels.regions[region]!), varies: ofRegion !== null }) - 1;
    return ofRegion === null ? 0 : reads.push({ read: ofRegion, varies: true }) - 1;
  });
  const values = Float64Array.from(reads, ({ read }) => read());
  return {
    placeOf,
    values,
    varies: Uint8Array.from(reads, ({ varies }) => Number(varies)),
    read() {
      for (let place = 0; place < reads.length; place++) values[place] = reads[place]!.read();
    },
  };
}
