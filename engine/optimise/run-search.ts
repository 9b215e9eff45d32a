import type { Batch } from '../montecarlo/draws/batch.js';
import { missingRanges } from '../montecarlo/draws/run-ranges.js';
import { type Archive, compareCandidates, dominates, type Evaluated, emptyArchive, offer } from './search/archive.js';
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

/** Ways of running the rows of a search; none changes the result. */
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

/**
 * Runs a search, on the rows of an earlier call where there are some.
 *
 * @returns the candidates of its archive, and the best by each objective, which may have shared a box of the archive with another
 */
export async function runSearch(
  job: SearchJob,
  epsilon: readonly number[],
  runner: SearchRunner,
): Promise<readonly Evaluated[]> {
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
  let best: readonly (Evaluated | null)[] = epsilon.map(() => null);
  if (job.method === 'exhaustive') {
    await inLanes(batchesOf(missingRanges(searchRows(job), ranges), runner.batch), runner.parallel, run);
    const archive = emptyArchive(epsilon);
    for (let row = 0; row < searchRows(job); row++) {
      const [candidate] = readRow(job, rows.get(row)!, row);
      offer(archive, candidate!);
      best = bestOf(best, candidate!);
    }
    return withBest(archive, best);
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
    const judged = numbers.map((row) => readRow(job, rows.get(row)!, row));
    state = exchange(
      before,
      numbers.map((row, k) => replayRound(job.definition, before, placeOf(row), judged[k]!)),
    );
    for (const candidate of judged.flat()) best = bestOf(best, candidate);
    for (const row of numbers) rows.delete(row);
  }
  return withBest(state.archive, best);
}

/** The best by each objective of those so far and another that keeps to all constraints. */
function bestOf(best: readonly (Evaluated | null)[], candidate: Evaluated): readonly (Evaluated | null)[] {
  if (candidate.violation > 0 || !candidate.objectives.every(Number.isFinite)) return best;
  return best.map((other, k) => {
    if (other === null) return candidate;
    const less = candidate.objectives[k]! - other.objectives[k]!;
    if (less !== 0) return less < 0 ? candidate : other;
    if (dominates(candidate, other)) return candidate;
    return !dominates(other, candidate) && compareCandidates(candidate, other) < 0 ? candidate : other;
  });
}

function withBest({ members }: Archive, best: readonly (Evaluated | null)[]): Evaluated[] {
  const all = [...members, ...best.filter((each) => each !== null)].sort(compareCandidates);
  return all.filter((each, k) => k === 0 || compareCandidates(all[k - 1]!, each) !== 0);
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
