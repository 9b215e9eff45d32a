import { coreConcentration } from '../indicators/core-concentration.js';
import { COUNTED_STAGES } from '../indicators/stage.js';
import { theil } from '../indicators/theil.js';
import { columnSums, rowOf, rowSums, rowsOf } from '../statistics/cells.js';
import type { Projection } from './plan.js';

/** Indicators of each region, years × regions unless said otherwise, and of the case as a whole, by year. */
export interface RegionMeasures {
  /** Output of all industries. */
  readonly regionOutput: Float64Array;
  /** The same on the reference path. */
  readonly regionTrendOutput: Float64Array;
  /** Output of all the case's regions, by year. */
  readonly caseOutput: Float64Array;
  /** The same on the reference path. */
  readonly caseTrendOutput: Float64Array;
  /** Output over the case's regions, years × industries. */
  readonly industryOutput: Float64Array;
  /** Index of the largest industry, the first of equals; −1 in a region without output. */
  readonly largestIndustry: Int32Array;
  /** Its share of the region's output; NaN in a region without output. */
  readonly largestShare: Float64Array;
  /** Herfindahl–Hirschman index; NaN in a region without output. */
  readonly hhi: Float64Array;
  /** Industries in each stage, years × regions × 4, in the order of `COUNTED_STAGES`. */
  readonly stageCount: Uint32Array;
  /** Theil index of output between the regions, by year. */
  readonly theil: Float64Array;
}

/**
 * Measures every region of a projection.
 *
 * @param stage codes into `STAGES`, years × regions × industries
 */
export function measureRegions(projection: Projection, stage: Uint8Array): RegionMeasures {
  const { plan, output, reference } = projection;
  const years = plan.years.length;
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const rows = years * regions;
  const measures: RegionMeasures = {
    regionOutput: rowSums(output, industries),
    regionTrendOutput: rowSums(reference, industries),
    caseOutput: new Float64Array(years),
    caseTrendOutput: new Float64Array(years),
    industryOutput: new Float64Array(years * industries),
    largestIndustry: new Int32Array(rows).fill(-1),
    largestShare: new Float64Array(rows).fill(Number.NaN),
    hhi: new Float64Array(rows).fill(Number.NaN),
    stageCount: new Uint32Array(rows * COUNTED_STAGES.length),
    theil: new Float64Array(years),
  };
  measures.caseOutput.set(rowSums(measures.regionOutput, regions));
  measures.caseTrendOutput.set(rowSums(measures.regionTrendOutput, regions));
  for (let y = 0; y < years; y++) {
    measures.theil[y] = theil(rowOf(measures.regionOutput, regions, y)) ?? Number.NaN;
    const year = rowOf(output, regions * industries, y);
    measures.industryOutput.set(columnSums(year, industries), y * industries);
  }
  rowsOf(output, industries).forEach((outputs, row) => {
    const concentration = coreConcentration(outputs);
    if (concentration === null) return;
    measures.largestIndustry[row] = concentration.largestIndustry;
    measures.largestShare[row] = concentration.largestShare;
    measures.hhi[row] = concentration.hhi;
  });
  stage.forEach((code, cell) => {
    if (code === 0) return;
    const at = Math.floor(cell / industries) * COUNTED_STAGES.length + code - 1;
    measures.stageCount[at] = measures.stageCount[at]! + 1;
  });
  return measures;
}
