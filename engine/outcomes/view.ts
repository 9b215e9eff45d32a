import { type CellMeasures, measureCells } from '../projection/measure-cells.js';
import { measurePairs, type PairMeasures } from '../projection/measure-pairs.js';
import { measureRegions, type RegionMeasures } from '../projection/measure-regions.js';
import type { Plan, Projection } from '../projection/plan.js';

/** A projection as outcomes see it. Indicators are computed when first asked for: a draw pays only for those its outcomes use. */
export interface OutcomeView {
  readonly projection: Projection;
  readonly plan: Plan;
  readonly discountRate: number;
  readonly valueAddedShare: number;
  cells(): CellMeasures;
  regions(): RegionMeasures;
  pairs(): PairMeasures;
}

export function createView(
  projection: Projection,
  facts: { readonly discountRate: number; readonly valueAddedShare: number },
): OutcomeView {
  let cells: CellMeasures | null = null;
  let regions: RegionMeasures | null = null;
  let pairs: PairMeasures | null = null;
  const view: OutcomeView = {
    ...facts,
    projection,
    plan: projection.plan,
    cells: () => (cells ??= measureCells(projection)),
    regions: () => (regions ??= measureRegions(projection, view.cells().stage)),
    pairs: () => (pairs ??= measurePairs(projection, view.regions().regionOutput)),
  };
  return view;
}
