import type { Context } from '../command.js';
import { startProgress } from '../progress.js';
import type { JobRunner } from './run-job.js';

/** Rows of a job that is under way, and who computes them. */
export interface WorkUnderWay {
  readonly total: number;
  /** Rows that were there before. */
  readonly done: number;
  /** The name of rows in messages, in the plural. */
  readonly unit: string;
  /** True where what is done is kept, so that an interrupted run can go on. */
  readonly kept: boolean;
  readonly runner: JobRunner;
}

/**
 * Runs a job with its progress shown, says on an interruption how far it came and whether that stays, and closes the runner in the end.
 *
 * @param run computes the result; it calls `update` with the number of rows that are done
 */
export async function withProgress<Result>(
  { total, done: before, unit, kept, runner }: WorkUnderWay,
  context: Context,
  run: (update: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  let done = before;
  const forget = context.onInterrupt(() => {
    const stays = kept ? '; --resume goes on with them' : '; with --out they would be kept, and --resume would go on';
    return `Interrupted after ${done} of ${total} ${unit}${stays}.`;
  });
  const progress = startProgress(total, unit, context.progressPlace, before);
  try {
    return await run((now) => {
      done = now;
      progress.update(now);
    });
  } finally {
    progress.stop();
    forget();
    await runner.close();
  }
}
