import type { StudyResult } from '../../montecarlo/answers/answers.js';
import { type CentralRun, centralRun } from '../../montecarlo/answers/central-run.js';
import { type StudyDrivers, studyDrivers } from '../../montecarlo/answers/study-drivers.js';
import { discoverLosses, type LossDiscovery } from '../../montecarlo/discovery/discover-losses.js';
import { type ComparisonReport, comparisonReport } from '../comparison/comparison-report.js';
import { wholeRequest } from '../comparison/whole-request.js';

/** A study with what its draws tell beyond its answers: what the gain hinges on, and where the last future loses. */
export interface StudyFindings {
  readonly result: StudyResult;
  readonly drivers: StudyDrivers;
  readonly discovery: LossDiscovery;
}

/** Findings with the comparison of the futures at central values. */
export interface StudyReport extends StudyFindings {
  readonly central: ComparisonReport;
  /** Its gain beside those of the draws. */
  readonly centralRun: CentralRun;
}

/**
 * A study with everything its page shows: takes a second or two, mostly for the comparison.
 *
 * @param drivers if they are known already
 * @param discovery if it is known already
 */
export function studyReport(
  result: StudyResult,
  drivers: StudyDrivers = studyDrivers(result),
  discovery: LossDiscovery = discoverLosses(result),
): StudyReport {
  const { futures, equalCost } = result.study;
  const request = { ...wholeRequest(futures), equalCost: equalCost !== null && futures.length > 1 };
  const central = comparisonReport(futures, request);
  return { result, drivers, discovery, central, centralRun: centralRun(result, central.comparison) };
}
