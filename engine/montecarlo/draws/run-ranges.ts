import type { Batch, BatchRange, RunBatch } from './batch.js';

/** Options of running ranges of rows, none of which changes what they yield. */
export interface RangeOptions {
  /** Rows in a batch, or in the next one; default 100. */
  readonly batch?: number | (() => number);
  /** Batches under way at once; default 1. */
  readonly parallel?: number;
  /** Called with every batch as it is done and counted, with the rows done so far: to keep it, say. */
  readonly onBatch?: (batch: Batch, done: number) => void | Promise<void>;
  /** Batches computed before, in any order, to be taken as they are. */
  readonly earlier?: Iterable<Batch>;
  /** First row of a part of the rows; default 0. */
  readonly first?: number;
}

/**
 * Collects as many rows as there are in all, from the first on, each once: those computed before as they are, then the missing ones in batches, several
 * at once, in no certain order.
 *
 * @throws RangeError where batches overlap or hold rows that there are not, before anything is run; and whatever `runBatch` throws
 */
export async function runRanges(
  total: number,
  options: RangeOptions,
  runBatch: RunBatch,
  collect: (batch: Batch) => void,
): Promise<void> {
  const collected: BatchRange[] = [];
  for (const batch of options.earlier ?? []) {
    collect(batch);
    collected.push({ from: batch.from, count: batch.count });
  }
  const queue = batchesOf(missingRanges(total, collected, options.first), options.batch ?? 100);
  let done = collected.reduce((sum, { count }) => sum + count, 0);
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const batch = await runBatch(next.value);
      if (batch.from !== next.value.from || batch.count !== next.value.count)
        throw new RangeError(`rows ${rowsText(batch)} came back for ${rowsText(next.value)}`);
      collect(batch);
      done += batch.count;
      await options.onBatch?.(batch, done);
    }
  };
  await Promise.all(Array.from({ length: options.parallel ?? 1 }, lane));
}

function* batchesOf(ranges: readonly BatchRange[], size: number | (() => number)): Generator<BatchRange> {
  for (const { from, count } of ranges) {
    for (let start = 0; start < count; ) {
      const next = Math.min(typeof size === 'number' ? size : size(), count - start);
      yield { from: from + start, count: next };
      start += next;
    }
  }
}

/**
 * Ranges left of first … first + total − 1 when some are done.
 *
 * @throws RangeError where ranges overlap or reach beyond those that there are: rows would be counted twice
 *
 * @example
 * missingRanges(10, [{ from: 6, count: 2 }, { from: 0, count: 3 }]); // → [{ from: 3, count: 3 }, { from: 8, count: 2 }]
 */
export function missingRanges(total: number, done: readonly BatchRange[], first = 0): BatchRange[] {
  const missing: BatchRange[] = [];
  const end = first + total;
  let next = first;
  for (const { from, count } of [...done].sort((a, b) => a.from - b.from)) {
    if (from < first) throw new RangeError(`rows ${rowsText({ from, count })} begin before row ${first}`);
    if (from < next) throw new RangeError(`rows ${rowsText({ from, count })} are there twice`);
    if (from > next) missing.push({ from: next, count: from - next });
    next = from + count;
  }
  if (next > end) throw new RangeError(`there are rows up to ${next - 1}, but only ${end} in all`);
  if (next < end) missing.push({ from: next, count: end - next });
  return missing;
}

/** A range of rows in words. */
function rowsText({ from, count }: BatchRange): string {
  return count === 1 ? String(from) : `${from} to ${from + count - 1}`;
}
