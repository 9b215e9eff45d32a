import type { Study } from '../study/study.js';
import { type Batch, type BatchRange, createBatches, drawBatches, studyKey } from './batch.js';
import { type DesignRequest, designRows, designWidth } from './design-rows.js';
import { createDrawer } from './drawer.js';
import { layOutRows } from './row-layout.js';

/** Work that is cut into batches: draws of a study, or points of a sensitivity design over one. Plain data. */
export type Job =
  | { readonly kind: 'draws'; readonly study: Study }
  | { readonly kind: 'design'; readonly study: Study; readonly design: DesignRequest };

/** Prepares to run batches of a job in this thread. */
export function jobBatches(job: Job): (range: BatchRange) => Batch {
  switch (job.kind) {
    case 'draws':
      return drawBatches(createDrawer(job.study));
    case 'design':
      return createBatches(designWidth(job.study), designRows(job.study, job.design));
  }
}

/** Numbers in a row of a job. */
export function jobWidth(job: Job): number {
  return job.kind === 'draws' ? layOutRows(job.study).width : designWidth(job.study);
}

/** Identity of the rows that a job yields, whoever computes them: jobs of one key yield the same numbers. */
export function jobKey(job: Job): string {
  return job.kind === 'draws' ? studyKey(job.study) : JSON.stringify([studyKey(job.study), job.design]);
}
