import type { StudyResult } from '../../montecarlo/answers/answers.js';
import { type CentralRun, centralRun } from '../../montecarlo/answers/central-run.js';
import { type StudyDrivers, studyDrivers } from '../../montecarlo/answers/study-drivers.js';
import { discoverLosses, type LossDiscovery } from '../../montecarlo/discovery/discover-losses.js';
import type { AnswerBasis } from '../comparison/answer-basis.js';
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
  /** With which kinds carry it, and with the beliefs that were asked, if any. */
  readonly central: ComparisonReport;
  /** Its gain beside those of the draws. */
  readonly centralRun: CentralRun;
}

/** The parts of a study's page that are known already. */
export interface KnownFindings extends Partial<Pick<AnswerBasis, 'kinds' | 'beliefs'>> {
  readonly drivers?: StudyDrivers;
  readonly discovery?: LossDiscovery;
}

/** A study with everything its page shows: takes a second or two, mostly for the comparison. */
export function studyReport(result: StudyResult, known: KnownFindings = {}): StudyReport {
  const { futures, equalCost } = result.study;
  const request = { ...wholeRequest(futures), equalCost: equalCost !== null && futures.length > 1 };
  const kinds = known.kinds === undefined ? request.kinds : false;
  const compared = comparisonReport(futures, { ...request, kinds });
  const central = { ...compared, kinds: known.kinds ?? compared.kinds, beliefs: known.beliefs ?? null, study: result };
  return {
    result,
    drivers: known.drivers ?? studyDrivers(result),
    discovery: known.discovery ?? discoverLosses(result),
    central,
    centralRun: centralRun(result, central.comparison),
  };
}
