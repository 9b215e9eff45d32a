import type { FutureSource } from '../../../engine/compare/future.js';
import type { StudyResult } from '../../../engine/montecarlo/answers/answers.js';
import { runStudy } from '../../../engine/montecarlo/answers/run-study.js';
import { drawBatches } from '../../../engine/montecarlo/draws/batch.js';
import { createDrawer } from '../../../engine/montecarlo/draws/drawer.js';
import { createStudy } from '../../../engine/montecarlo/study/study.js';
import type { WhatIf } from './what-if.js';

/** The number of draws and their seed. */
export interface BandRequest {
  readonly whatIf: WhatIf;
  readonly draws: number;
  readonly seed: number;
}

/** Draws handed over at once: short enough that a newer request is heard. */
const BATCH = 10;

/**
 * Runs a study of the page's futures: the same draws as `tandem montecarlo` with this seed and number.
 *
 * @param pause awaited between batches; what it throws ends the study
 */
export async function runBand(
  futures: readonly FutureSource[],
  { whatIf, draws, seed }: BandRequest,
  pause: (done: number) => Promise<void>,
): Promise<StudyResult> {
  const study = createStudy(futures, { draws, seed, equalCost: whatIf.equalCost });
  return runStudy(study, {
    batch: BATCH,
    runBatch: drawBatches(createDrawer(study)),
    onBatch: (_, done) => pause(done),
  });
}
