import { availableParallelism } from 'node:os';
import type { RunOptions } from '../../engine/montecarlo/answers/run-study.js';
import type { Batch } from '../../engine/montecarlo/draws/batch.js';
import type { SearchTask } from '../../engine/optimise/search-job.js';
import { type AnyJob, anyBatches } from './any-job.js';
import { builtWorker, createPool, type Pool, QUEUE } from './pool.js';

/** Time that a batch should take, in milliseconds: long enough that handing it over is nothing, short enough that Ctrl-C is heard and all end together. */
const BATCH_TIME = 80;
/** Work that takes less than this in all is done before workers have started. */
const WORTH_WORKERS = 400;
const LARGEST_BATCH = 200;

/** The place where a job is run, and the size of its batches. */
export interface JobRunner extends Required<Pick<RunOptions, 'parallel'>> {
  /** Rows in the next batch. */
  readonly batch: () => number;
  readonly runBatch: (task: SearchTask) => Promise<Batch>;
  close(): Promise<void>;
}

/**
 * Decides how to run a job: times a few rows, then starts workers if they are worth it. Nothing of this changes a number.
 *
 * @param total rows left to do
 * @param workers asked for; 1 runs everything in this thread
 * @param probe first of the rows to time, which are done once more later; null where rows are known to be worth workers and none can be tried
 */
export function startJob(
  job: AnyJob,
  total: number,
  workers: number = availableParallelism(),
  probe: number | null = 0,
): JobRunner {
  const batches = anyBatches(job);
  let each = probe === null ? BATCH_TIME : timeRows(batches, probe, Math.min(total, 4));
  const batch = (): number => Math.max(1, Math.min(LARGEST_BATCH, Math.round(BATCH_TIME / each)));
  // A turn of the event loop between batches lets signals and workers be heard.
  const runHere: JobRunner['runBatch'] = async (range) => {
    await new Promise((resolve) => setImmediate(resolve));
    const began = performance.now();
    const done = batches(range);
    // Rows are faster once the code is warm, and batches grow with that.
    each = (performance.now() - began) / range.count;
    return done;
  };
  const file = workers > 1 && each * total > WORTH_WORKERS ? builtWorker() : null;
  const others = Math.min(workers, Math.ceil(total / batch())) - 1;
  if (file === null || others < 1) return { batch, runBatch: runHere, parallel: 1, close: async () => {} };
  // This thread, which is warm already, is one of the workers: starting one more costs as much as hundreds of draws.
  const pool: Pool = createPool(job, others, file);
  let busy = false;
  const runBatch: JobRunner['runBatch'] = async (range) => {
    if (busy) return pool.runBatch(range);
    busy = true;
    try {
      return await runHere(range);
    } finally {
      busy = false;
    }
  };
  return { batch, runBatch, parallel: 1 + QUEUE * others, close: () => pool.close() };
}

/** Milliseconds that a row takes, of a few that are thrown away; the first only warms up. */
function timeRows(batches: (task: SearchTask) => Batch, from: number, count: number): number {
  if (count < 1) return BATCH_TIME;
  batches({ from, count: 1 });
  const began = performance.now();
  batches({ from, count });
  return Math.max(0.001, (performance.now() - began) / count);
}
