import { createHash } from 'node:crypto';
import { type Job, jobKey, jobWidth } from '../../engine/montecarlo/draws/job.js';
import type { Context } from '../command.js';
import { readVersion } from '../version.js';
import { type DrawLog, type LogFacts, openDrawLog, unfinishedBytes } from './draw-log.js';
import type { Part } from './part-options.js';

/** Settings for running a job on this machine; none changes the job's result. */
export interface KeptRun {
  /** Name of the command. */
  readonly command: string;
  /** The part to be computed; the result is that of the whole or there is none. */
  readonly part: Part;
  /** Rows in all. */
  readonly total: number;
  /** The name of rows in messages, in the plural. */
  readonly unit: 'draws' | 'points';
  readonly workers: number | undefined;
  /** Goes on with what an interrupted call has kept. */
  readonly resume: boolean;
}

/** Identity of the rows of a job, for its log. */
export function jobFacts(job: Job, rows: number): LogFacts {
  const study = createHash('sha256').update(jobKey(job)).digest('hex');
  return { version: readVersion(), study, rows, width: jobWidth(job) };
}

/** Opens the hidden part of the folder, where batches are kept until the study is done. */
export function openLog(job: Job, { total, resume }: KeptRun, out: string, context: Context): DrawLog {
  const lock = context.lockFolder(out);
  if (!resume && unfinishedBytes(out) > 0) {
    context.inform(`${out} held an unfinished study, which is started anew; --resume would have gone on with it`);
  }
  const facts = jobFacts(job, total);
  const gigabytes = (total * facts.width * 8) / 1e9;
  if (gigabytes > 1) context.inform(`Keeps up to ${gigabytes.toFixed(1)} GB in ${out} until the study is done`);
  return openDrawLog(lock, facts, resume);
}
