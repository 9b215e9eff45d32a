import type { Batch, BatchRange, RunBatch } from './batch.js';

/** How ranges of rows are run; nothing of it changes what they yield. */
export interface RangeOptions {
  /** Rows in a batch, or in the next one; default 100. */
  readonly batch?: number | (() => number);
  /** Batches under way at once; default 1. */
  readonly parallel?: number;
  /** Called with every batch as it is done and counted, with the rows done so far: to keep it, say. */
  readonly onBatch?: (batch: Batch, done: number) => void | Promise<void>;
}

/** Runs batches over ranges, several at once, in no certain order. */
export async function runRanges(
  ranges: readonly BatchRange[],
  options: RangeOptions,
  runBatch: RunBatch,
  collect: (batch: Batch) => number,
): Promise<void> {
  const queue = batchesOf(ranges, options.batch ?? 100);
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const batch = await runBatch(next.value);
      const done = collect(batch);
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
 * What is left of 0 … total − 1 when some ranges are done.
 *
 * @example
 * missingRanges(10, [{ from: 6, count: 2 }, { from: 0, count: 3 }]); // → [{ from: 3, count: 3 }, { from: 8, count: 2 }]
 */
export function missingRanges(total: number, done: readonly BatchRange[]): BatchRange[] {
  const missing: BatchRange[] = [];
  let next = 0;
  for (const { from, count } of [...done].sort((a, b) => a.from - b.from)) {
    if (from > next) missing.push({ from: next, count: from - next });
    next = Math.max(next, from + count);
  }
  if (next < total) missing.push({ from: next, count: total - next });
  return missing;
}
