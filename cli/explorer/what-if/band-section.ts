import type { StudyResult } from '../../../engine/montecarlo/answers.js';
import { discoverLosses } from '../../../engine/montecarlo/discover-losses.js';
import { studyDrivers } from '../../../engine/montecarlo/study-drivers.js';
import { studyFigures } from '../../../engine/report/figures/study-figures.js';
import { figureHtml } from '../../../engine/report/page/figure-html.js';
import { richText, sentence } from '../../../engine/report/page/html.js';
import { driversAnswer, studyAnswer } from '../../../engine/report/study-answer.js';

/** Of a study's figures: who gains how surely, and the paths with their bands. The report of a study has all. */
const SHOWN = ['chances', 'bands-output'];

/** What the draws say, as markup: the answer in sentences, what it hinges on, and the bands. */
export function bandHtml(result: StudyResult): string {
  const findings = { result, drivers: studyDrivers(result), discovery: discoverLosses(result) };
  const hinges = driversAnswer(findings.drivers);
  const sentences = [...studyAnswer(result), ...(hinges === null ? [] : [hinges])];
  const figures = studyFigures(findings).filter(({ id }) => SHOWN.includes(id));
  return (
    sentences.map((each) => `<p>${richText(sentence(each))}</p>`).join('') +
    figures.map((figure) => figureHtml(figure, 3)).join('')
  );
}
