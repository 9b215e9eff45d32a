import {
  AGGLOMERATION_STATUSES,
  agglomerationRatio,
  agglomerationStatus as statusOf,
} from '../indicators/agglomeration-index.js';
import { averageGrowth } from '../indicators/average-growth.js';
import {
  LOCATION_QUOTIENT_STATUSES,
  locationQuotientStatus as quotientStatusOf,
} from '../indicators/location-quotient.js';
import { STAGES, stage as stageOf } from '../indicators/stage.js';
import { sum } from '../statistics/sum.js';
import { type ObservedCells, observedCells } from './history.js';
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
    if (past !== null) {
      writeStages(measures, offset, past.output, now.output, referenceOutput(past, industries), reference, plan.window);
    }
  }
  return measures;
}

function writeQuotients(measures: CellMeasures, offset: number, output: Float64Array, reference: Float64Array): void {
  const industries = reference.length;
  const total = sum(reference);
  for (let first = 0; first < output.length; first += industries) {
    const regionTotal = sum(output.subarray(first, first + industries));
    for (let i = 0; i < industries; i++) {
      const q = output[first + i]!;
      const status = quotientStatusOf(q, regionTotal, reference[i]!);
      const at = offset + first + i;
      measures.locationQuotientStatus[at] = LOCATION_QUOTIENT_STATUSES.indexOf(status);
      measures.locationQuotient[at] = status === 'defined' ? q / regionTotal / (reference[i]! / total) : Number.NaN;
    }
  }
}

function writeStages(
  measures: CellMeasures,
  offset: number,
  past: Float64Array,
  now: Float64Array,
  pastReference: Float64Array,
  reference: Float64Array,
  window: number,
): void {
  const industries = reference.length;
  const referenceGrowth = Array.from(reference, (q, i) => averageGrowth(pastReference[i]!, q, window));
  for (let cell = 0; cell < now.length; cell++) {
    const growth = averageGrowth(past[cell]!, now[cell]!, window);
    const common = referenceGrowth[cell % industries]!;
    const at = offset + cell;
    measures.agglomerationIndex[at] = agglomerationRatio(growth, common);
    measures.agglomerationStatus[at] = AGGLOMERATION_STATUSES.indexOf(statusOf(growth, common));
    measures.stage[at] = STAGES.indexOf(stageOf(measures.locationQuotient[at]!, growth, common));
  }
}

/** Output of the year `plan.window` before year `y`: projected, else observed or interpolated; null before the first observed year. */
function cellsBefore(projection: Projection, y: number): ObservedCells | null {
  const { years, window, history } = projection.plan;
  return y >= window ? cellsOfYear(projection, y - window) : observedCells(history, years[y]! - window);
}

function cellsOfYear({ plan, output, higherLevel }: Projection, y: number): ObservedCells {
  const industries = plan.industries.length;
  const cells = plan.regions.length * industries;
  return {
    output: output.subarray(y * cells, (y + 1) * cells),
    higherLevel: higherLevel?.subarray(y * industries, (y + 1) * industries) ?? null,
  };
}

/** The higher-level region's output by industry: its own series, else the sum of the regions. */
function referenceOutput({ output, higherLevel }: ObservedCells, industries: number): Float64Array {
  if (higherLevel !== null) return higherLevel;
  const total = new Float64Array(industries);
  for (let cell = 0; cell < output.length; cell++) {
    total[cell % industries] = total[cell % industries]! + output[cell]!;
  }
  return total;
}
