import { AGGLOMERATION_STATUSES } from '../../indicators/agglomeration-index.js';
import { COUNTED_STAGES, STAGES } from '../../indicators/stage.js';
import { type Measures, valueOrNull } from '../../projection/measure.js';
import type { Projection } from '../../projection/plan.js';
import { type CsvValue, csvLines } from '../data/csv.js';
import { jsonText } from '../data/json.js';

/** One projected future with its indicators, as result files take it. */
export interface ScenarioResult {
  readonly id: string;
  readonly projection: Projection;
  readonly measures: Measures;
}

/** Header of `outputRows`. */
export const OUTPUTS_HEADER = [
  'scenario',
  'year',
  'region',
  'industry',
  'output',
  'trend_output',
  'location_quotient',
  'agglomeration_index',
  'agglomeration_status',
  'stage',
];

const PAIRS_HEADER = [
  'scenario',
  'year',
  'region_a',
  'region_b',
  'distance',
  'barrier',
  'similarity',
  'krugman',
  'overlap_quality',
  'tie',
  'tie_share',
];

const REGIONS_HEADER = [
  'scenario',
  'year',
  'region',
  'output',
  'trend_output',
  'largest_industry',
  'largest_share',
  'hhi',
  ...COUNTED_STAGES,
];

/** The files of a result: tables for every future, and a summary. */
export function resultFiles(
  results: readonly ScenarioResult[],
  summary: unknown,
): ReadonlyMap<string, Iterable<string>> {
  return new Map<string, Iterable<string>>([
    ['outputs.csv', csvLines(OUTPUTS_HEADER, outputRows(results))],
    ['pairs.csv', csvLines(PAIRS_HEADER, pairRows(results))],
    ['regions.csv', csvLines(REGIONS_HEADER, regionRows(results))],
    ['summary.json', jsonText(summary)],
  ]);
}

/** Every cell of every year: output on the path and on its reference path, with its indicators. */
export function* outputRows(results: readonly ScenarioResult[]): Generator<readonly CsvValue[]> {
  for (const { id, projection, measures } of results) {
    const { years, regions, industries } = projection.plan;
    let cell = 0;
    for (const year of years) {
      for (const region of regions) {
        for (const industry of industries) {
          yield [
            id,
            year,
            region,
            industry,
            projection.output[cell]!,
            projection.reference[cell]!,
            valueOrNull(measures.locationQuotient[cell]!),
            valueOrNull(measures.agglomerationIndex[cell]!),
            AGGLOMERATION_STATUSES[measures.agglomerationStatus[cell]!]!,
            STAGES[measures.stage[cell]!]!,
          ];
          cell++;
        }
      }
    }
  }
}

/** Every ordered pair of different regions in every year. */
function* pairRows(results: readonly ScenarioResult[]): Generator<readonly CsvValue[]> {
  for (const { id, projection, measures } of results) {
    const { years, regions, levers } = projection.plan;
    const at = (values: Float64Array | null, k: number): number | null =>
      values === null ? null : valueOrNull(values[k]!);
    let pair = 0;
    for (const year of years) {
      for (const a of regions) {
        for (const b of regions) {
          const k = pair++;
          if (a === b) continue;
          yield [
            id,
            year,
            a,
            b,
            at(levers.distance, k),
            at(levers.barrier, k),
            at(measures.similarity, k),
            at(measures.krugman, k),
            at(measures.overlapQuality, k),
            at(measures.tie, k),
            at(measures.tieShare, k),
          ];
        }
      }
    }
  }
}

/** Every region in every year. */
function* regionRows(results: readonly ScenarioResult[]): Generator<readonly CsvValue[]> {
  for (const { id, projection, measures } of results) {
    const { years, regions, industries } = projection.plan;
    let at = 0;
    for (const year of years) {
      for (const region of regions) {
        const stages = COUNTED_STAGES.map((_, k) => measures.stageCount[at * COUNTED_STAGES.length + k]!);
        yield [
          id,
          year,
          region,
          measures.regionOutput[at]!,
          measures.regionTrendOutput[at]!,
          industries[measures.largestIndustry[at]!] ?? null,
          valueOrNull(measures.largestShare[at]!),
          valueOrNull(measures.hhi[at]!),
          ...stages,
        ];
        at++;
      }
    }
  }
}
