import { type Batch, type BatchRange, drawBatches, type RunBatch } from '../draws/batch.js';
import { createDrawer } from '../draws/drawer.js';
import { layOutRows } from '../draws/row-layout.js';
import type { Study } from '../study/study.js';
import { answerStudy, type StudyResult } from './answers.js';
import { collectBatch, createCollection } from './collect.js';

/** How a study is run; nothing of it changes its result. */
export interface RunOptions {
  /** Draws in a batch, or in the next one; default 100. */
  readonly batch?: number | (() => number);
  /** Runs a batch, say in a worker; default in this thread. */
  readonly runBatch?: RunBatch;
  /** Batches under way at once; default 1. */
  readonly parallel?: number;
  /** Batches computed before, to be taken as they are. */
  readonly earlier?: Iterable<Batch>;
  /** Called with every batch as it is done, before it is counted: to keep it, say. */
  readonly onBatch?: (batch: Batch, done: number) => void | Promise<void>;
}

/**
 * Runs a study: draws, projects all futures of each draw under the same numbers and the same noise, and summarises them. The
 * result depends on the study alone, not on batches, workers or what of it was computed before.
 *
 * @throws whatever `runBatch` throws; a draw that fails is part of the result
 */
export async function runStudy(study: Study, options: RunOptions = {}): Promise<StudyResult> {
  const layout = layOutRows(study);
  const collection = createCollection(study, layout);
  const runBatch = options.runBatch ?? drawBatches(createDrawer(study));
  const done: BatchRange[] = [];
  for (const batch of options.earlier ?? []) {
    collectBatch(collection, study, layout, batch);
    done.push({ from: batch.from, count: batch.count });
  }
  await runRanges(missingRanges(study.draws, done), options, runBatch, (batch) => {
    collectBatch(collection, study, layout, batch);
    return collection.done;
  });
  return answerStudy(study, layout, collection);
}

/** Runs batches over ranges, several at once, in no certain order. */
export async function runRanges(
  ranges: readonly BatchRange[],
  options: Pick<RunOptions, 'batch' | 'parallel' | 'onBatch'>,
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
