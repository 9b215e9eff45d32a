import { type CellMeasures, measureCells } from './measure-cells.js';
import { type ChainMeasures, measureChains } from './measure-chains.js';
import { measurePairs, type PairMeasures } from './measure-pairs.js';
import { measureRegions, type RegionMeasures } from './measure-regions.js';
import type { Projection } from './plan.js';

/** Every indicator of a projection, in flat row-major arrays, years outermost. NaN stands for a value that is undefined: see {@link valueOrNull}. */
export interface Measures extends CellMeasures, PairMeasures, RegionMeasures, ChainMeasures {}

/**
 * Computes every indicator of a projection for every year of its plan.
 *
 * - The agglomeration index and stage of a year look back over `plan.window` years: into the projection, else into the observed
 *   past, interpolated between observed years; before the first observed year they have the status `no-history` and no stage.
 * - The higher-level region is the explicit series where the plan has one, else the sum of the regions.
 * - Distance and barrier of a year are those of that year (`pairsOfYear`). Regional output P moves from base-year GDP with `parameters.outputPassThrough`;
 *   non-agricultural population stays. The reported tie has the exponent `plan.tieExponent`, tie shares and market access have
 *   `parameters.distanceDecay` and count the region itself at its internal distance.
 */
export function measure(projection: Projection): Measures {
  const cells = measureCells(projection);
  const regions = measureRegions(projection, cells.stage);
  const chains = measureChains(projection);
  return {
    ...cells,
    ...regions,
    ...measurePairs(projection, regions.regionOutput),
    complementarity: chains.complementarity,
    // Not copied, which would compute it.
    get completeness() {
      return chains.completeness;
    },
  };
}

/**
 * A value as it leaves the arrays: null where it is undefined.
 *
 * @example
 * valueOrNull(1.5); // → 1.5
 * valueOrNull(Number.NaN); // → null
 */
export function valueOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
