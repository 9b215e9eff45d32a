import type { Batch } from '../montecarlo/draws/batch.js';
import { missingRanges } from '../montecarlo/draws/run-ranges.js';
import { type Archive, emptyArchive, offer } from './search/archive.js';
import { exchange, ISLANDS, ROUNDS, startSearch } from './search/evolve.js';
import {
  placeOf,
  readRow,
  replayRound,
  type SearchJob,
  type SearchTask,
  searchRows,
  searchWidth,
} from './search-job.js';

/** How rows of a search are run; nothing of it changes the result. */
export interface SearchRunner {
  readonly run: (task: SearchTask) => Batch | Promise<Batch>;
  /** Tasks under way at once. */
  readonly parallel: number;
  /** Rows of a grid that are one task, for the next one. */
  readonly batch: () => number;
  /** Called with rows as they are done, and how many are. */
  readonly onBatch: (batch: Batch, done: number) => void;
  /** Rows of an earlier call. */
  readonly earlier: Iterable<Batch>;
}

/** Runs a search, on the rows of an earlier call where there are some. */
export async function runSearch(job: SearchJob, epsilon: readonly number[], runner: SearchRunner): Promise<Archive> {
  const width = searchWidth(job);
  const rows = new Map<number, Float64Array>();
  let done = 0;
  const take = (batch: Batch): void => {
    for (let k = 0; k < batch.count; k++) rows.set(batch.from + k, batch.rows.subarray(k * width, (k + 1) * width));
    done += batch.count;
  };
  const ranges: { from: number; count: number }[] = [];
  for (const batch of runner.earlier) {
    take(batch);
    ranges.push({ from: batch.from, count: batch.count });
  }
  const run = async (task: SearchTask): Promise<void> => {
    const batch = await runner.run(task);
    take(batch);
    runner.onBatch(batch, done);
  };
  if (job.method === 'exhaustive') {
    await inLanes(batchesOf(missingRanges(searchRows(job), ranges), runner.batch), runner.parallel, run);
    const archive = emptyArchive(epsilon);
    for (let row = 0; row < searchRows(job); row++) offer(archive, readRow(job, rows.get(row)!, row)[0]!);
    return archive;
  }
  let state = startSearch(job.definition);
  for (let round = 0; round < ROUNDS; round++) {
    const numbers = Array.from({ length: ISLANDS }, (_, index) => round * ISLANDS + index);
    const missing = numbers.filter((row) => !rows.has(row));
    await inLanes(
      missing.map((from): SearchTask => ({ from, count: 1, state })),
      runner.parallel,
      run,
    );
    const before = state;
    state = exchange(
      before,
      numbers.map((row) => replayRound(job.definition, before, placeOf(row), readRow(job, rows.get(row)!, row))),
    );
    for (const row of numbers) rows.delete(row);
  }
  return state.archive;
}

function* batchesOf(ranges: readonly SearchTask[], size: () => number): Generator<SearchTask> {
  for (const { from, count } of ranges) {
    for (let start = 0; start < count; ) {
      const next = Math.min(size(), count - start);
      yield { from: from + start, count: next };
      start += next;
    }
  }
}

/** Runs tasks, so many at once. */
async function inLanes<Task>(
  tasks: Iterable<Task>,
  parallel: number,
  run: (task: Task) => Promise<void>,
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await run(next.value);
  };
  await Promise.all(Array.from({ length: parallel }, lane));
}
