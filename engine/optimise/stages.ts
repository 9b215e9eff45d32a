import type { StudyResult } from '../montecarlo/answers/answers.js';
import type { Study } from '../montecarlo/study/study.js';
import type { Evaluated } from './search/archive.js';
import type { SearchJob } from './search-job.js';

/** Ways of running an optimisation; none changes the result. */
export interface OptimiseStages {
  search(job: SearchJob, epsilon: readonly number[]): Promise<readonly Evaluated[]>;
  /** Searches again without a constraint; not kept for later calls. */
  relaxed(job: SearchJob, epsilon: readonly number[]): Promise<readonly Evaluated[]>;
  draws(study: Study, stage: 'draws' | 'fresh'): Promise<StudyResult>;
}
