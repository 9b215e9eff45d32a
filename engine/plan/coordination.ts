import type { IngredientWeight } from '../parameters/parameters.js';
import type { CoordinationLevels } from '../scenario/scenario.js';
import type { Resolver } from './resolve.js';

/**
 * The degree to which regions act together: c of each region, 1 together … 0 apart, and the weight of each ingredient through which
 * coordination works. An ingredient of weight w uses 1 − (1 − c)·w in place of c, so that weight 0 switches it off.
 */
export interface Coordination {
  /** c of each region, R. */
  readonly level: Float64Array;
  readonly weight: Readonly<Record<IngredientWeight, number>>;
}

/** Parameters that price coordination and its absence. */
export interface CoordinationMagnitudes {
  readonly duplicationWaste: number;
  readonly barrierDrift: number;
  readonly poaching: number;
  readonly contest: number;
  readonly coordinationCost: number;
  readonly coordinationDelay: number;
}

/** c as one ingredient uses it, for regions that act jointly: the smallest c decides. */
export function ingredientLevel(
  coordination: Coordination,
  ingredient: IngredientWeight,
  regions: readonly number[],
): number {
  return 1 - (1 - jointLevel(coordination, regions)) * coordination.weight[ingredient];
}

/** The smallest c of some regions; 1 for an empty list. */
export function jointLevel(coordination: Coordination, regions: readonly number[]): number {
  let least = 1;
  for (const region of regions) least = Math.min(least, coordination.level[region]!);
  return least;
}

/**
 * Resolves c of each region, R: the region’s own value where the file gives one, else the value for all. A value that a sweep chooses
 * for all holds for every region.
 */
export function resolveLevels(
  levels: CoordinationLevels,
  regions: readonly string[],
  resolver: Resolver,
  path: string,
): Float64Array {
  const chosen = resolver.chosen(path);
  if (chosen !== undefined) {
    return Float64Array.from(regions, (region) => resolver.chosen(`${path}.${region}`) ?? chosen);
  }
  const all = resolver.number(path, levels.all);
  return Float64Array.from(regions, (region) =>
    Object.hasOwn(levels.regions, region)
      ? resolver.number(`${path}.${region}`, levels.regions[region]!)
      : (resolver.chosen(`${path}.${region}`) ?? all),
  );
}
