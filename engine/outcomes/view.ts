import { type Arrays, freshArrays } from '../projection/arrays.js';
import { type CellMeasures, measureCells } from '../projection/measure-cells.js';
import { measurePairs, type PairMeasures } from '../projection/measure-pairs.js';
import { measureRegions, type RegionMeasures } from '../projection/measure-regions.js';
import type { Plan, Projection } from '../projection/plan.js';
import { projectEvents } from '../projection/project-events.js';
import { rowSums } from '../statistics/cells.js';

/** Output on a path, Y × R × I, and of each region, Y × R, added up when first asked for. */
export interface OutputPath {
  readonly cells: Float64Array;
  byRegion(): Float64Array;
}

/** A projection as outcomes see it. Indicators are computed when first asked for: a draw pays only for those its outcomes use. */
export interface OutcomeView {
  readonly projection: Projection;
  readonly plan: Plan;
  readonly output: OutputPath;
  /** Without policies and noise. */
  readonly reference: OutputPath;
  /** Without policies: in a draw under the same noise and the events of the first future, in a single run the reference path with its own events. */
  readonly noPolicy: OutputPath;
  readonly discountRate: number;
  readonly valueAddedShare: number;
  cells(): CellMeasures;
  regions(): RegionMeasures;
  pairs(): PairMeasures;
}

/**
 * A projection ready for outcomes.
 *
 * @param noPolicy the same draw without policies; default the same events without policies and noise; `itself` for that draw
 * @param arrays where sums are written; default new arrays
 */
export function createView(
  projection: Projection,
  facts: { readonly discountRate: number; readonly valueAddedShare: number },
  noPolicy?: OutputPath | 'itself',
  arrays: Arrays = freshArrays,
): OutcomeView {
  const industries = projection.plan.industries.length;
  const output = outputPath(projection.output, industries, arrays);
  const reference = outputPath(projection.reference, industries, arrays);
  let cells: CellMeasures | null = null;
  let regions: RegionMeasures | null = null;
  let pairs: PairMeasures | null = null;
  const view: OutcomeView = {
    ...facts,
    projection,
    plan: projection.plan,
    output,
    reference,
    noPolicy: noPolicy === 'itself' ? output : (noPolicy ?? withoutPolicies(projection, reference)),
    cells: () => (cells ??= measureCells(projection)),
    regions: () => (regions ??= measureRegions(projection, view.cells().stage)),
    pairs: () => (pairs ??= measurePairs(projection, view.output.byRegion())),
  };
  return view;
}

/** The path without policies and noise: the reference path where nothing happens. */
function withoutPolicies({ plan }: Projection, reference: OutputPath): OutputPath {
  const output = projectEvents(plan);
  return output === null ? reference : outputPath(output, plan.industries.length, freshArrays);
}

/** Output on a path, Y × R × I. */
function outputPath(cells: Float64Array, industries: number, arrays: Arrays): OutputPath {
  let byRegion: Float64Array | null = null;
  return { cells, byRegion: () => (byRegion ??= rowSums(cells, industries, arrays(cells.length / industries))) };
}
