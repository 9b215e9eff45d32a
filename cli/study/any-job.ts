import type { Batch } from '../../engine/montecarlo/draws/batch.js';
import { type Job, jobBatches } from '../../engine/montecarlo/draws/job.js';
import { type SearchJob, type SearchTask, searchBatches } from '../../engine/optimise/search-job.js';

/** Work that workers do: draws of a study, points of a design, or candidates of a search. */
export type AnyJob = Job | SearchJob;

/** Prepares to run batches of any job in this thread. */
export function anyBatches(job: AnyJob): (task: SearchTask) => Batch {
  return job.kind === 'search' ? searchBatches(job) : jobBatches(job);
}
