import { createHash } from 'node:crypto';
import type { RunOptions } from '../../engine/montecarlo/answers/run-study.js';
import { type Job, jobKey, jobWidth } from '../../engine/montecarlo/draws/job.js';
import type { Context } from '../command.js';
import { startProgress } from '../progress.js';
import { readVersion } from '../version.js';
import { type DrawLog, openDrawLog, unfinishedBytes } from './draw-log.js';
import { startJob } from './run-job.js';

/** Settings for running a job on this machine; none changes the job's result. */
export interface KeptRun {
  /** Rows in all. */
  readonly total: number;
  /** The name of rows in messages, in the plural. */
  readonly unit: 'draws' | 'points';
  readonly workers: number | undefined;
  /** Goes on with what an interrupted call has kept. */
  readonly resume: boolean;
}

/** The computed result, and the log of its rows, which the caller must close; null without `--out`. */
export interface KeptResult<Result> {
  readonly result: Result;
  readonly log: DrawLog | null;
}

/**
 * Runs a job on all workers, shows how far it is, and with `--out` keeps every batch in a log until the result is written, so that `--resume` goes on
 * where it was ended, by whatever.
 *
 * @param run computes the result with what it is handed: how batches are run, those of an earlier call, and where each goes when it is done
 */
export async function runKept<Result>(
  job: Job,
  how: KeptRun,
  context: Context,
  run: (options: RunOptions) => Promise<Result>,
): Promise<KeptResult<Result>> {
  const { total, unit } = how;
  const log = context.out === null ? null : openLog(job, how, context.out, context);
  const earlier = log?.earlierDraws ?? 0;
  if (earlier > 0) context.inform(`${earlier} of ${total} ${unit} were done before`);
  let done = earlier;
  const forget = context.onInterrupt(() => {
    const kept =
      log === null ? '; with --out they would be kept, and --resume would go on' : '; --resume goes on with them';
    return `Interrupted after ${done} of ${total} ${unit}${kept}.`;
  });
  const runner = startJob(job, total - earlier, how.workers);
  const progress = startProgress(total, unit, context.progressPlace, earlier);
  try {
    const result = await run({
      ...runner,
      ...(log === null ? {} : { earlier: log.earlier() }),
      onBatch(batch, now) {
        log?.append(batch);
        done = now;
        progress.update(now);
      },
    });
    return { result, log };
  } catch (error) {
    log?.close();
    throw error;
  } finally {
    progress.stop();
    forget();
    await runner.close();
  }
}

/** Opens the hidden part of the folder, where batches are kept until the study is done. */
function openLog(job: Job, { total, resume }: KeptRun, out: string, context: Context): DrawLog {
  const lock = context.lockFolder(out);
  if (!resume && unfinishedBytes(out) > 0) {
    context.inform(`${out} held an unfinished study, which is started anew; --resume would have gone on with it`);
  }
  const width = jobWidth(job);
  const gigabytes = (total * width * 8) / 1e9;
  if (gigabytes > 1) context.inform(`Keeps up to ${gigabytes.toFixed(1)} GB in ${out} until the study is done`);
  const study = createHash('sha256').update(jobKey(job)).digest('hex');
  return openDrawLog(lock, { version: readVersion(), study, rows: total, width }, resume);
}
