import type { Study } from '../study/study.js';
import { type Batch, type BatchRange, createBatches, drawBatches } from './batch.js';
import { type DesignRequest, designRows, designWidth } from './design-rows.js';
import { createDrawer } from './drawer.js';

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
