import { drawBatches, type RunBatch } from '../draws/batch.js';
import { createDrawer } from '../draws/drawer.js';
import { layOutRows } from '../draws/row-layout.js';
import { type RangeOptions, runRanges } from '../draws/run-ranges.js';
import type { Study } from '../study/study.js';
import { answerStudy, type StudyResult } from './answers.js';
import { collectBatch, createCollection } from './collect.js';

/** Options of running a study, none of which changes its result. */
export interface RunOptions extends RangeOptions {
  /** Runs a batch, say in a worker; default in this thread. */
  readonly runBatch?: RunBatch;
}

/**
 * Runs a study: draws, projects all futures of each draw under the same numbers and the same noise, and summarises them. The
 * result depends on the study alone, not on batches, workers or what of it was computed before.
 *
 * @throws whatever `runBatch` throws, and RangeError where batches computed before overlap; a draw that fails is part of the result
 */
export async function runStudy(study: Study, options: RunOptions = {}): Promise<StudyResult> {
  const layout = layOutRows(study);
  const collection = createCollection(study, layout);
  const runBatch = options.runBatch ?? drawBatches(createDrawer(study));
  await runRanges(study.draws, options, runBatch, (batch) => collectBatch(collection, study, layout, batch));
  return answerStudy(study, layout, collection);
}
