import { sum } from '../indicators/sum.js';
import { type CellMeasures, measureCells } from '../projection/measure-cells.js';
import { measurePairs, type PairMeasures } from '../projection/measure-pairs.js';
import { measureRegions, type RegionMeasures } from '../projection/measure-regions.js';
import type { Plan, Projection } from '../projection/plan.js';

/** A projection as outcomes see it. Indicators are computed when first asked for: a draw pays only for those its outcomes use. */
export interface OutcomeView {
  readonly projection: Projection;
  readonly plan: Plan;
  /** Output without policies, Y × R × I: in a draw under the same noise, in a single run the reference path. */
  readonly noPolicy: Float64Array;
  readonly discountRate: number;
  readonly valueAddedShare: number;
  /** Output of each region, Y × R. */
  regionOutput(): Float64Array;
  cells(): CellMeasures;
  regions(): RegionMeasures;
  pairs(): PairMeasures;
}

/**
 * A projection ready for outcomes.
 *
 * @param noPolicy output of the same draw without policies; default the reference path
 */
export function createView(
  projection: Projection,
  facts: { readonly discountRate: number; readonly valueAddedShare: number },
  noPolicy: Float64Array = projection.reference,
): OutcomeView {
  let regionOutput: Float64Array | null = null;
  let cells: CellMeasures | null = null;
  let regions: RegionMeasures | null = null;
  let pairs: PairMeasures | null = null;
  const view: OutcomeView = {
    ...facts,
    projection,
    plan: projection.plan,
    noPolicy,
    regionOutput: () => (regionOutput ??= sumRegions(projection)),
    cells: () => (cells ??= measureCells(projection)),
    regions: () => (regions ??= measureRegions(projection, view.cells().stage)),
    pairs: () => (pairs ??= measurePairs(projection, view.regionOutput())),
  };
  return view;
}

function sumRegions({ plan, output }: Projection): Float64Array {
  const industries = plan.industries.length;
  return Float64Array.from({ length: output.length / industries }, (_, row) =>
    sum(output.subarray(row * industries, (row + 1) * industries)),
  );
}
