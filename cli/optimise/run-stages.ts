import { layOutRows } from '../../engine/montecarlo/draws/row-layout.js';
import { runSearch } from '../../engine/optimise/run-search.js';
import { type SearchJob, searchRows, searchWidth } from '../../engine/optimise/search-job.js';
import type { OptimiseStages } from '../../engine/optimise/stages.js';
import type { Context } from '../command.js';
import { startJob } from '../study/run-job.js';
import { type WorkUnderWay, withProgress } from '../study/with-progress.js';
import type { Stage, StageLog } from './stage-log.js';

/** Ways and places of running the stages of an optimisation; none changes the result. */
export interface StageSettings {
  readonly kept: StageLog;
  readonly workers: number | undefined;
  readonly context: Context;
}

/** Runs the stages of an optimisation on all workers, one after the other, with progress; what is done is kept in the log. */
export function workerStages(settings: StageSettings): OptimiseStages {
  return {
    search: (job, epsilon) => runRows(job, epsilon, settings, true),
    relaxed: (job, epsilon) => runRows(job, epsilon, settings, false),
    async draws(study, stage) {
      const { runStudy } = await import('../../engine/montecarlo/answers/run-study.js');
      const { kept, workers } = settings;
      const earlier = kept.earlier(stage, layOutRows(study).width);
      const done = earlier.reduce((sum, { count }) => sum + count, 0);
      const runner = startJob({ kind: 'draws', study }, study.draws - done, workers);
      return runStage(stage, { total: study.draws, done, runner }, settings, (update) =>
        runStudy(study, {
          ...runner,
          earlier,
          onBatch(batch, now) {
            kept.append(stage, batch);
            update(now);
          },
        }),
      );
    },
  };
}

/** @param keep false for a search that is not the one asked for, whose rows nobody goes on with */
async function runRows(job: SearchJob, epsilon: readonly number[], settings: StageSettings, keep: boolean) {
  const { kept, workers } = settings;
  const total = searchRows(job);
  const earlier = keep ? kept.earlier('search', searchWidth(job)) : [];
  const done = earlier.reduce((sum, { count }) => sum + count, 0);
  // A round of an island takes what the rounds before have found, so none can be tried.
  const runner = startJob(job, total - done, workers, job.method === 'exhaustive' ? 0 : null);
  return runStage(job.method === 'exhaustive' ? 'plans' : 'rounds', { total, done, runner }, settings, (update) =>
    runSearch(job, epsilon, {
      run: runner.runBatch,
      parallel: runner.parallel,
      batch: runner.batch,
      earlier,
      onBatch(batch, now) {
        if (keep) kept.append('search', batch);
        update(now);
      },
    }),
  );
}

const UNITS: Readonly<Record<Exclude<Stage, 'search'> | 'plans' | 'rounds', string>> = {
  plans: 'plans',
  rounds: 'rounds',
  draws: 'draws',
  fresh: 'fresh draws',
};

/** Runs a stage with its progress shown, after a word on the rows that were done before. */
function runStage<Result>(
  what: keyof typeof UNITS,
  stage: Pick<WorkUnderWay, 'total' | 'done' | 'runner'>,
  { kept, context }: StageSettings,
  run: (update: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  const unit = UNITS[what];
  if (stage.done > 0) context.inform(`${stage.done} of ${stage.total} ${unit} were done before`);
  return withProgress({ ...stage, unit, kept: kept.log !== null }, context, run);
}
