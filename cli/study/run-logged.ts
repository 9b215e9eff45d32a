import type { RunOptions } from '../../engine/montecarlo/answers/run-study.js';
import type { Batch } from '../../engine/montecarlo/draws/batch.js';
import type { Job } from '../../engine/montecarlo/draws/job.js';
import type { Context } from '../command.js';
import type { DrawLog } from './draw-log.js';
import { startJob } from './run-job.js';
import { withProgress } from './with-progress.js';

/** Work to be done on a job: all of its rows, or a part. */
export interface Work {
  readonly job: Job;
  /** Rows to be there in the end. */
  readonly total: number;
  /** Rows of those that are there already. */
  readonly done: number;
  readonly earlier: Iterable<Batch>;
  /** The name of rows in messages, in the plural. */
  readonly unit: string;
  readonly workers: number | undefined;
  /** The log that every new batch goes to; null where none is kept. */
  readonly log: DrawLog | null;
}

/**
 * Computes the missing rows of a job on all workers, shows how far it is, and keeps every batch as soon as it is done.
 *
 * @param run computes the result with the means handed to it: how batches are run, the earlier ones, and where each goes when it is done
 */
export async function runLogged<Result>(
  work: Work,
  context: Context,
  run: (options: RunOptions & Required<Pick<RunOptions, 'runBatch'>>) => Promise<Result>,
): Promise<Result> {
  const { job, total, done, unit, workers, log, earlier } = work;
  const runner = startJob(job, total - done, workers);
  return withProgress({ total, done, unit, kept: log !== null, runner }, context, (update) =>
    run({
      ...runner,
      earlier,
      onBatch(batch, now) {
        log?.append(batch);
        update(now);
      },
    }),
  );
}
