import type { RunOptions } from '../../engine/montecarlo/answers/run-study.js';
import type { Job } from '../../engine/montecarlo/draws/job.js';
import type { CommandResult, Context } from '../command.js';
import type { DrawLog } from './draw-log.js';
import { jobFacts, type KeptRun, openLog } from './open-log.js';
import { runLogged } from './run-logged.js';

/** The computed result, and the log of its rows, which the caller must close; null without `--out`. */
export interface WholeResult<Result> {
  readonly result: Result;
  readonly log: DrawLog | null;
  readonly instead?: undefined;
}

/** An end without a result: a part was computed, or an estimate was asked for. */
export interface EndedBefore {
  /** The result of the command in place of that of the whole job. */
  readonly instead: CommandResult;
}

/**
 * Runs a job on all workers and with `--out` keeps every batch in a log until the result is written, so that `--resume` goes on where it was ended, by
 * whatever. Of a part only the rows are computed and kept; `tandem merge` hands in those of all parts.
 *
 * @param run computes the result with the means handed to it: how batches are run, the earlier ones, and where each goes when it is done
 */
export async function runKept<Result>(
  job: Job,
  how: KeptRun,
  context: Context,
  run: (options: RunOptions) => Promise<Result>,
): Promise<WholeResult<Result> | EndedBefore> {
  const { part, total, unit, workers } = how;
  if (part.kind === 'estimate') return { instead: await (await import('./estimate.js')).estimateJob(job, how) };
  if (part.kind === 'shard')
    return { instead: await (await import('./run-shard.js')).runShard(job, how, part, context) };
  const log = await openRows(job, how, context);
  const done = log?.earlierDraws ?? 0;
  if (done > 0 && context.merging === undefined) context.inform(`${done} of ${total} ${unit} were done before`);
  try {
    const work = { job, total, done, earlier: log?.earlier() ?? [], unit, workers, log };
    return { result: await runLogged(work, context, run), log };
  } catch (error) {
    log?.close();
    throw error;
  }
}

/** Opens the log of a whole job: its own, or one that holds the rows of all parts. */
async function openRows(job: Job, how: KeptRun, context: Context): Promise<DrawLog | null> {
  if (context.out === null) return null;
  if (context.merging === undefined) return openLog(job, how, context.out, context);
  const { mergeRows } = await import('./merge-rows.js');
  return mergeRows(
    jobFacts(job, how.total),
    how.unit,
    context.merging,
    () => context.lockFolder(context.out!),
    context,
  );
}
