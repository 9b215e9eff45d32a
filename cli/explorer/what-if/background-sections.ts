import type { FutureSource } from '../../../engine/compare/future.js';
import type { StudyResult } from '../../../engine/montecarlo/answers/answers.js';
import { studyDrivers } from '../../../engine/montecarlo/answers/study-drivers.js';
import { discoverLosses } from '../../../engine/montecarlo/discovery/discover-losses.js';
import { completeReport, plainReport } from '../../../engine/report/comparison/comparison-report.js';
import { wholeRequest } from '../../../engine/report/comparison/whole-request.js';
import { comparisonFigures } from '../../../engine/report/figures/comparison/comparison-figures.js';
import { studyFigures } from '../../../engine/report/figures/study/study-figures.js';
import { figureHtml } from '../../../engine/report/page/figure-html.js';
import { richText, sentence } from '../../../engine/report/page/html.js';
import { driversAnswer, studyAnswer } from '../../../engine/report/study/study-answer.js';

/** Figures of a study that are shown: each region's gain with its chance, and the paths with their bands. Its report has all. */
const SHOWN = ['chances', 'bands-output'];

/** The findings of the draws, as markup: the answer in sentences, what it hinges on, and the bands. */
export function bandHtml(result: StudyResult): string {
  const findings = { result, drivers: studyDrivers(result), discovery: discoverLosses(result) };
  const hinges = driversAnswer(findings.drivers);
  const { futures } = result.study;
  // Of several futures what the last one changes is taken apart.
  const about =
    futures.length > 2 ? `What ${futures.at(-1)!.scenario.label} changes beside ${futures[0]!.scenario.label}: ` : '';
  const sentences = [
    ...studyAnswer(result, 'every'),
    ...(hinges === null ? [] : [`${about}${hinges.replace(/^It/, 'it')}`]),
  ];
  const figures = studyFigures(findings).filter(({ id }) => SHOWN.includes(id));
  return (
    sentences.map((each) => `<p>${richText(sentence(each))}</p>`).join('') +
    figures.map((figure) => figureHtml(figure, 3)).join('')
  );
}

/**
 * The reasons of a difference: through which policy and which ingredient of coordination, how much of it, and whether the regions would keep to it. The
 * report of the same futures has this too; it takes too long to be redrawn as one moves a slider. Empty where there is nothing to say.
 */
export function reasonsHtml(sources: readonly FutureSource[], equalCost: boolean): string {
  const plain = plainReport(sources, equalCost);
  const known = new Set(comparisonFigures(plain).map(({ id }) => id));
  const report = completeReport(plain, sources, { ...wholeRequest(sources), equalCost });
  return comparisonFigures(report)
    .filter(({ id }) => !known.has(id))
    .map((figure) => figureHtml(figure, 3))
    .join('');
}
