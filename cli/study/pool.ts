import { existsSync } from 'node:fs';
import { Tinypool } from 'tinypool';
import type { Batch } from '../../engine/montecarlo/draws/batch.js';
import type { SearchTask } from '../../engine/optimise/search-job.js';
import { packagePath } from '../package-path.js';
import type { AnyJob } from './any-job.js';

/** Times a batch is tried whose worker crashes. */
const TRIES = 3;

/** Batches that each worker has at hand: the one it runs, and the next, since whoever hands them out may be busy with one of its own. */
export const QUEUE = 2;

/** Workers that run batches of one job. */
export interface Pool {
  runBatch(range: SearchTask): Promise<Batch>;
  close(): Promise<void>;
}

/** The built worker, which stands in `dist` also where the sources are run; null where it was not built. */
export function builtWorker(): string | null {
  const file = packagePath('dist/cli/study/worker.js');
  return existsSync(file) ? file : null;
}

/**
 * Starts workers for a job. A batch whose worker crashes, out of memory say, is redone in another.
 *
 * @param file the built worker
 */
export function createPool(job: AnyJob, workers: number, file: string): Pool {
  const pool = new Tinypool({
    filename: file,
    name: 'runBatch',
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: QUEUE,
    workerData: job,
    trackUnmanagedFds: false,
  });
  // A worker that crashes between two batches is replaced; the next batch tells if that does not help.
  pool.on('error', () => {});
  return {
    async runBatch(range) {
      for (let tried = 1; ; tried++) {
        try {
          return (await pool.run(range)) as Batch;
        } catch (error) {
          if (tried < TRIES) continue;
          const { from, count } = range;
          const what = error instanceof Error ? error.message : String(error);
          throw new Error(`draws ${from} to ${from + count - 1} ended their worker ${TRIES} times: ${what}`, {
            cause: error,
          });
        }
      }
    },
    close: () => pool.destroy(),
  };
}
