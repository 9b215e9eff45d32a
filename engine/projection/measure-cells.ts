import {
  AGGLOMERATION_STATUSES,
  agglomerationRatio,
  agglomerationStatus as statusOf,
} from '../indicators/agglomeration-index.js';
import { averageGrowth } from '../indicators/average-growth.js';
import {
  LOCATION_QUOTIENT_STATUSES,
  quotientOfShares,
  locationQuotientStatus as quotientStatusOf,
} from '../indicators/location-quotient.js';
import { STAGES, stage as stageOf } from '../indicators/stage.js';
import { type ObservedCells, observedCells } from '../kernel/observed-cells.js';
import { columnSums, eachCell, rowOf, rowSums } from '../statistics/cells.js';
import { sum } from '../statistics/sum.js';
import type { Projection } from './plan.js';

/** Indicators of each industry in each region, all years × regions × industries. NaN where a value is undefined; its status says why. */
export interface CellMeasures {
  readonly locationQuotient: Float64Array;
  /** Codes into `LOCATION_QUOTIENT_STATUSES`. */
  readonly locationQuotientStatus: Uint8Array;
  /** Growth over the plan's window relative to the higher-level region's. */
  readonly agglomerationIndex: Float64Array;
  /** Codes into `AGGLOMERATION_STATUSES`. */
  readonly agglomerationStatus: Uint8Array;
  /** Codes into `STAGES`, 0 where a cell has none. */
  readonly stage: Uint8Array;
}

const NO_HISTORY = AGGLOMERATION_STATUSES.indexOf('no-history');

/** Measures every cell of a projection, with the cells' own arrays as only allocations that grow with them. */
export function measureCells(projection: Projection): CellMeasures {
  const { plan } = projection;
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const cells = plan.years.length * regions * industries;
  const measures: CellMeasures = {
    locationQuotient: new Float64Array(cells),
    locationQuotientStatus: new Uint8Array(cells),
    agglomerationIndex: new Float64Array(cells).fill(Number.NaN),
    agglomerationStatus: new Uint8Array(cells).fill(NO_HISTORY),
    stage: new Uint8Array(cells),
  };
  for (let y = 0; y < plan.years.length; y++) {
    const now = cellsOfYear(projection, y);
    const reference = referenceOutput(now, industries);
    const offset = y * regions * industries;
    writeQuotients(measures, offset, now.output, reference);
    const past = cellsBefore(projection, y);
    if (past === null) continue;
    const before = { output: past.output, reference: referenceOutput(past, industries) };
    writeStages(measures, offset, before, { output: now.output, reference }, plan.window);
  }
  return measures;
}

function writeQuotients(measures: CellMeasures, offset: number, output: Float64Array, reference: Float64Array): void {
  const total = sum(reference);
  const regionTotals = rowSums(output, reference.length);
  eachCell(output, reference.length, (q, r, i, cell) => {
    const status = quotientStatusOf(q, regionTotals[r]!, reference[i]!);
    const defined = status === 'defined';
    measures.locationQuotientStatus[offset + cell] = LOCATION_QUOTIENT_STATUSES.indexOf(status);
    measures.locationQuotient[offset + cell] = defined
      ? quotientOfShares(q / regionTotals[r]!, reference[i]! / total)
      : Number.NaN;
  });
}

/** Output of one year, R × I, and of the higher-level region, I. */
interface YearOutput {
  readonly output: Float64Array;
  readonly reference: Float64Array;
}

function writeStages(measures: CellMeasures, offset: number, past: YearOutput, now: YearOutput, window: number): void {
  const referenceGrowth = Array.from(now.reference, (q, i) => averageGrowth(past.reference[i]!, q, window));
  eachCell(now.output, now.reference.length, (q, _, i, cell) => {
    const growth = averageGrowth(past.output[cell]!, q, window);
    const common = referenceGrowth[i]!;
    const at = offset + cell;
    measures.agglomerationIndex[at] = agglomerationRatio(growth, common);
    measures.agglomerationStatus[at] = AGGLOMERATION_STATUSES.indexOf(statusOf(growth, common));
    measures.stage[at] = STAGES.indexOf(stageOf(measures.locationQuotient[at]!, growth, common));
  });
}

/** Output of the year `plan.window` before year `y`: projected, else observed or interpolated; null before the first observed year. */
function cellsBefore(projection: Projection, y: number): ObservedCells | null {
  const { years, window, history } = projection.plan;
  return y >= window ? cellsOfYear(projection, y - window) : observedCells(history, years[y]! - window);
}

function cellsOfYear({ plan, output, higherLevel }: Projection, y: number): ObservedCells {
  const industries = plan.industries.length;
  return {
    output: rowOf(output, plan.regions.length * industries, y),
    higherLevel: higherLevel === null ? null : rowOf(higherLevel, industries, y),
  };
}

/** The higher-level region's output by industry: its own series, else the sum of the regions. */
function referenceOutput({ output, higherLevel }: ObservedCells, industries: number): Float64Array {
  return higherLevel ?? columnSums(output, industries);
}
