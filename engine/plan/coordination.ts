import type { IngredientWeight } from '../parameters/parameters.js';

/**
 * How far regions act together: c of each region, 1 together … 0 apart, and the weight of each ingredient through which it works.
 * An ingredient of weight w sees 1 − (1 − c)·w in the place of c, so that at weight 0 everybody acts together in it.
 */
export interface Coordination {
  /** c of each region, R. */
  readonly level: Float64Array;
  readonly weight: Readonly<Record<IngredientWeight, number>>;
}

/** c that an ingredient sees for regions acting jointly: the least willing sets it. */
export function ingredientLevel(
  coordination: Coordination,
  ingredient: IngredientWeight,
  regions: readonly number[],
): number {
  return 1 - (1 - jointLevel(coordination, regions)) * coordination.weight[ingredient];
}

/** The smallest c of some regions; 1 where there are none. */
export function jointLevel(coordination: Coordination, regions: readonly number[]): number {
  let least = 1;
  for (const region of regions) least = Math.min(least, coordination.level[region]!);
  return least;
}
