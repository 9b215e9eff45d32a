import type { StudyResult } from '../montecarlo/answers.js';
import type { LossDiscovery } from '../montecarlo/discover-losses.js';
import type { Study } from '../montecarlo/study.js';
import type { StudyDrivers } from '../montecarlo/study-drivers.js';
import { comparisonReport } from './comparison-report.js';
import type { ComparisonReport } from './comparison-tables.js';
import { wholeRequest } from './whole-request.js';

/** A study with what its draws tell beyond its answers: what the gain hinges on, and where the last future loses. */
export interface StudyFindings {
  readonly result: StudyResult;
  readonly drivers: StudyDrivers;
  readonly discovery: LossDiscovery;
}

/** The futures of a study compared at central values, with everything a page shows. */
export function centralReport({ futures, equalCost }: Study): ComparisonReport {
  const request = wholeRequest(futures);
  return comparisonReport(futures, { ...request, equalCost: equalCost !== null && futures.length > 1 });
}
