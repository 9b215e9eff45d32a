import { runStudy } from '../montecarlo/answers/run-study.js';
import { runSearch } from './run-search.js';
import { searchBatches } from './search-job.js';
import type { OptimiseStages } from './stages.js';

/** All stages in this thread. */
export const RUN_HERE: OptimiseStages = {
  search: runHere,
  relaxed: runHere,
  draws: (study) => runStudy(study),
};

function runHere(...[job, epsilon]: Parameters<OptimiseStages['search']>): ReturnType<OptimiseStages['search']> {
  const run = searchBatches(job);
  return runSearch(job, epsilon, { run, parallel: 1, batch: () => 200, onBatch: () => {}, earlier: [] });
}
