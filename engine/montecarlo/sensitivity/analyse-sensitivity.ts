import type { FutureSource } from '../../compare/future.js';
import type { Outcome } from '../../scenario/scenario.js';
import { type RankRegression, rankRegression } from '../../statistics/rank-regression.js';
import type { RunOptions } from '../answers/run-study.js';
import type { FailedDraw, RunBatch } from '../draws/batch.js';
import { createDesign, type DesignRequest, designWidth, writeDifference } from '../draws/design-rows.js';
import { type Job, jobBatches } from '../draws/job.js';
import { layOutRows } from '../draws/row-layout.js';
import { runRanges } from '../draws/run-ranges.js';
import { sampleDraws } from '../draws/sample-draws.js';
import type { InputGroup } from '../sampling/input-groups.js';
import type { MorrisDesign } from '../sampling/morris-design.js';
import type { SobolDesign } from '../sampling/sobol-design.js';
import type { Study } from '../study/study.js';
import { type MorrisEffects, morrisEffects } from './morris-effects.js';
import { type SobolIndices, sobolIndices } from './sobol-indices.js';

export type SensitivityMethod = 'sobol' | 'morris' | 'rank';

/** Request for a sensitivity analysis. */
export interface SensitivityRequest {
  readonly method: SensitivityMethod;
  /** Base samples, trajectories, or draws. */
  readonly samples: number;
  /** Inputs that are varied together; default each for itself. Rank regression takes none. */
  readonly groups?: readonly InputGroup[];
  readonly outcome: { readonly name: string; readonly outcome: Outcome };
}

/** Sensitivity of an outcome to its inputs; of two futures or more, that of their difference. */
export interface SensitivityResult {
  readonly method: SensitivityMethod;
  readonly samples: number;
  readonly seed: number;
  /** Times the futures were projected. */
  readonly evaluations: number;
  readonly outcome: { readonly name: string; readonly expression: string };
  readonly later: FutureSource;
  /** Null where one future is looked at. */
  readonly first: FutureSource | null;
  /** Names of groups, of which most are one input. */
  readonly inputs: readonly string[];
  /** Years of the answers: one, the last, of an outcome that runs over all of them. */
  readonly years: readonly number[];
  /** By year. */
  readonly answers: readonly SensitivityAnswer[];
  /** Correlations that the method leaves out of account. */
  readonly correlationsIgnored: boolean;
  readonly failures: readonly FailedDraw[];
}

export type SensitivityAnswer =
  | { readonly method: 'sobol'; readonly indices: SobolIndices }
  | { readonly method: 'morris'; readonly effects: MorrisEffects }
  | { readonly method: 'rank'; readonly regression: RankRegression };

/** The study that answers for one outcome alone, and the work to do. */
export function sensitivityJob(
  study: Study,
  request: SensitivityRequest,
): { readonly job: Job; readonly total: number } {
  const { name, outcome } = request.outcome;
  const own: Study = {
    ...study,
    outcomes: { [name]: outcome },
    goals: {},
    draws: request.method === 'rank' ? request.samples : study.draws,
  };
  if (request.method === 'rank') return { job: { kind: 'draws', study: own }, total: request.samples };
  const design: DesignRequest = { method: request.method, samples: request.samples, groups: request.groups ?? [] };
  return { job: { kind: 'design', study: own, design }, total: createDesign(own, design).rows };
}

/**
 * Says which uncertain numbers an outcome hinges on: by parts of its variance (sobol), by the effects of single moves (morris), or
 * by rank regression over plain draws (rank). Noise counts as one input of sobol and morris.
 */
export async function analyseSensitivity(
  study: Study,
  request: SensitivityRequest,
  options: RunOptions = {},
): Promise<SensitivityResult> {
  const { job, total } = sensitivityJob(study, request);
  const runBatch: RunBatch = options.runBatch ?? jobBatches(job);
  const own = job.study;
  const layout = layOutRows(own);
  const width = designWidth(own);
  // By year first, so that each year's column is one piece.
  const columns = Array.from({ length: width }, () => new Float64Array(total));
  const failures: FailedDraw[] = [];
  const later = own.futures.length - 1;
  const row = new Float64Array(width);
  await runRanges(total, options, runBatch, (batch) => {
    const size = batch.rows.length / batch.count;
    for (let k = 0; k < batch.count; k++) {
      const written = batch.rows.subarray(k * size, (k + 1) * size);
      if (job.kind === 'design') row.set(written);
      else writeDifference(written, row, layout.outcome(later, 0), later > 0 ? layout.outcome(0, 0) : null);
      for (let y = 0; y < width; y++) columns[y]![batch.from + k] = row[y]!;
    }
    failures.push(...batch.failures);
  });
  const analysis = analyse(job);
  return {
    method: request.method,
    samples: request.samples,
    seed: study.seed,
    evaluations: total,
    outcome: { name: request.outcome.name, expression: request.outcome.outcome.expression },
    later: own.futures[later]!,
    first: later > 0 ? own.futures[0]! : null,
    inputs: analysis.inputs,
    years: width === 1 ? layout.years.slice(-1) : layout.years,
    answers: columns.map(analysis.answer),
    correlationsIgnored: request.method !== 'rank' && study.correlations.length > 0,
    failures: failures.sort((a, b) => a.draw - b.draw),
  };
}

function analyse(job: Job): {
  readonly inputs: readonly string[];
  readonly answer: (values: Float64Array) => SensitivityAnswer;
} {
  if (job.kind === 'design') {
    const design = createDesign(job.study, job.design);
    const inputs = design.groups.map(({ name }) => name);
    if (job.design.method === 'sobol') {
      return {
        inputs,
        answer: (values) => ({ method: 'sobol', indices: sobolIndices(design as SobolDesign, values) }),
      };
    }
    return {
      inputs,
      answer: (values) => ({ method: 'morris', effects: morrisEffects(design as MorrisDesign, values) }),
    };
  }
  const { columns, values, count } = sampleDraws(job.study);
  const inputs = columns.map((_, c) => Float64Array.from({ length: count }, (_, k) => values[k * columns.length + c]!));
  return {
    inputs: columns.map(({ name }) => name),
    answer: (outcome) => ({ method: 'rank', regression: rankRegression(inputs, outcome) }),
  };
}
