import { workerData } from 'node:worker_threads';
import type { Batch, BatchRange } from '../../engine/montecarlo/batch.js';
import { type Job, jobBatches } from '../../engine/montecarlo/job.js';

/** The job comes once, when the worker starts; tinypool puts something of its own before it. */
const [, job] = workerData as [unknown, Job];
const batches = jobBatches(job);

/** Runs one batch of the job. */
export function runBatch(range: BatchRange): Batch {
  return batches(range);
}
