import type { SensitivityResult } from '../../montecarlo/sensitivity/analyse-sensitivity.js';
import type { Study } from '../../montecarlo/study/study.js';
import type { ComparisonReport } from '../comparison/comparison-report.js';
import type { Figure } from '../figures/drawing/figure.js';
import { sensitivityFigures } from '../figures/sensitivity/sensitivity-figures.js';
import { explained, sensitivityAnswer, sensitivitySubject } from '../sensitivity/sensitivity-answer.js';
import { count } from '../study/study-answer.js';
import { expressionWords, outcomeLabel } from '../text/outcome-label.js';
import { assumptionsSection, planSection } from './basis-sections.js';
import { drawsTerm, figureChapters, firstPictures } from './comparison-sections.js';
import { figureHtml } from './figure-html.js';
import { gainTiles } from './gain-tiles.js';
import { richText } from './html.js';
import { chapterSection, type PageSurroundings, provenanceSection, renderPage } from './page.js';
import { sampledTable } from './sampled-table.js';
import { namesSentence, pageTitle, placeSentence } from './title.js';

/** A sensitivity analysis with what it was made of. */
export interface SensitivityReport {
  readonly result: SensitivityResult;
  readonly study: Study;
  /** The futures at central values, with the draws that give their ranges. */
  readonly central: ComparisonReport;
}

const METHODS = {
  sobol: ['Sobol indices', 'base samples'],
  morris: ['Morris’ elementary effects', 'trajectories'],
  rank: ['rank regression', 'draws'],
} as const;

/**
 * The report of a sensitivity analysis: one HTML file that opens offline, with the answer, the inputs by their part in it, and what it rests on.
 *
 * @returns the same text for the same analysis, however it was run
 */
export function renderSensitivityReport(
  { result, study, central }: SensitivityReport,
  surroundings: PageSurroundings,
): string {
  const futures = [...(result.first === null ? [] : [result.first]), result.later];
  const titled = futures.map(({ scenario }) => scenario);
  const figures = sensitivityFigures(result);
  const [method, samples] = METHODS[result.method];
  const expression =
    expressionWords(result.outcome.expression) === outcomeLabel(result.outcome)
      ? ''
      : ` It is ${expressionWords(result.outcome.expression)}.`;
  const notes = [
    ...(result.correlationsIgnored
      ? [
          'Inputs are taken as independent here, though the scenarios bind some together. The method rank keeps their correlations.',
        ]
      : []),
    ...(result.failures.length > 0
      ? [`${count(result.failures.length)} points failed and are left out. The first: ${result.failures[0]!.message}.`]
      : []),
    'An input matters here as far as it is uncertain. One that is known well has no part, however strong it is.',
  ];
  return renderPage(
    {
      title: `What it hinges on: ${pageTitle(titled, result.later.economy)}`,
      question: `${sensitivitySubject(result).replace(/^The/, 'Which of the uncertain numbers decide the')}?${expression} ${placeSentence(result.later.economy)}`,
      names: namesSentence(titled),
      answer: [sensitivityAnswer(result), ...explained(result)],
      tiles: gainTiles(central),
      pictures: [...figures.slice(0, 1).map(atGlance), ...firstPictures(figureChapters(central)).slice(0, 1)],
      sections: [
        {
          ...chapterSection(
            'hinges',
            'What it hinges on',
            figures.map((figure) => figureHtml(figure, 3)).join('') +
              notes.map((note) => `<p class="note">${richText(note)}</p>`).join(''),
          ),
          front: true,
        },
        assumptionsSection(central.comparison, sampledTable(study)),
        planSection(central.comparison),
        provenanceSection(surroundings.provenance, [
          ...drawsTerm(central.study),
          [
            'Method',
            `${method}, ${count(result.samples)} ${samples}, ${count(result.evaluations)} points, seed ${result.seed}`,
          ],
        ]),
      ],
    },
    surroundings,
  );
}

/** A figure as it begins a page: its first picture. */
function atGlance(figure: Figure): Figure {
  return { ...figure, id: `${figure.id}-first`, panels: figure.panels.slice(0, 1), columns: 1, tables: [] };
}
