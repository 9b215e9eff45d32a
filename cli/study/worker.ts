import { workerData } from 'node:worker_threads';
import type { Batch, BatchRange } from '../../engine/montecarlo/draws/batch.js';
import { type Job, jobBatches } from '../../engine/montecarlo/draws/job.js';

/** The job comes once, when the worker starts; tinypool puts something of its own before it. */
const [, job] = workerData as [unknown, Job];
const batches = jobBatches(job);

/** Runs one batch of the job. A turn of the event loop lets the answer of the batch before go out first. */
export async function runBatch(range: BatchRange): Promise<Batch> {
  await new Promise((resolve) => setImmediate(resolve));
  return batches(range);
}
