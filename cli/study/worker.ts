import { workerData } from 'node:worker_threads';
import type { Batch } from '../../engine/montecarlo/draws/batch.js';
import type { SearchTask } from '../../engine/optimise/search-job.js';
import { type AnyJob, anyBatches } from './any-job.js';

/** The job comes once, when the worker starts; tinypool puts something of its own before it. */
const [, job] = workerData as [unknown, AnyJob];
const batches = anyBatches(job);

/** Runs one batch of the job. A turn of the event loop lets the answer of the batch before go out first. */
export async function runBatch(range: SearchTask): Promise<Batch> {
  await new Promise((resolve) => setImmediate(resolve));
  return batches(range);
}
