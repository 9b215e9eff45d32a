import type { FutureSource } from '../../compare/future.js';
import type { StudyResult } from '../../montecarlo/answers/answers.js';
import { plansUnder } from '../../optimise/exploited.js';
import { type OptimisedPlan, planOf } from '../../optimise/optimisation.js';
import { type ComparisonReport, plainReport } from '../comparison/comparison-report.js';
import type { Figure } from '../figures/drawing/figure.js';
import { optimiseFigures } from '../figures/optimise/optimise-figures.js';
import { optimiseAnswer } from '../optimise/optimise-answer.js';
import { bestPlan, type OptimiseReport } from '../optimise/optimise-report.js';
import { beliefsOf, choicesTable, exploitedTable, methodSentence, plansTable } from '../optimise/optimise-tables.js';
import { planSentence } from '../optimise/plan-words.js';
import { money } from '../text/money.js';
import { formatPercent } from '../text/number-format.js';
import { assumptionsSection, planSection } from './basis-sections.js';
import { chapterSections, figureChapters, firstPictures } from './comparison-sections.js';
import { figureHtml } from './figure-html.js';
import { gainTiles } from './gain-tiles.js';
import { htmlTable, richText, sentence } from './html.js';
import { chapterSection, type PageSurroundings, provenanceSection, renderPage } from './page.js';
import type { PageSection } from './page-content.js';
import { sampledTable } from './sampled-table.js';
import { placeSentence } from './title.js';

/**
 * The report of an optimisation: one HTML file that opens offline. In reading order what to do, what it costs and brings, who gains, what the other
 * plans are, what the best one exploits and how far to trust it, and what it all rests on.
 *
 * @returns the same text for the same optimisation, however it was run
 */
export function renderOptimiseReport(report: OptimiseReport, surroundings: PageSurroundings): string {
  const { optimisation } = report;
  const { problem, given } = optimisation.prepared;
  const { economy, scenario } = problem.source;
  const best = bestPlan(optimisation);
  const sources = best === null ? [given.source, problem.source] : plansUnder(problem.source, given.factor, best);
  const central = reportOf(optimisation, sources, best);
  const chapters = figureChapters(central);
  const figures = best === null ? [] : optimiseFigures(report);
  const mapOfDraws = figures.find(({ id }) => id === 'map');
  const sampled = optimisation.fresh === null ? null : sampledTable(optimisation.fresh.study);
  return renderPage(
    {
      title: `What to do with ${money(problem.constraints.budget, economy.currency)}: ${scenario.title}`,
      question: `Which mix of these policies brings most for ${money(problem.constraints.budget, economy.currency)}, and what does that rest on? ${placeSentence(economy)}`,
      names: `Given: the plan of ${scenario.label}${given.factor === 1 ? '' : `, at ${formatPercent(given.factor, 0)} of its strength so that it fits the budget`}. By hand: policies by gain ÷ cost until the money is spent.`,
      answer: optimiseAnswer(report),
      tiles: best === null ? [] : gainTiles(central),
      pictures:
        best === null
          ? []
          : firstPictures(chapters).map((figure) => (figure.id === 'map' ? (mapOfDraws ?? figure) : figure)),
      sections: [
        ...(best === null
          ? []
          : [whatToDo(report), frontier(figures.filter((figure) => figure !== mapOfDraws)), exploits(report)]),
        ...(best === null ? [] : chapterSections(chapters)),
        assumptionsSection(central.comparison, sampled),
        planSection(central.comparison),
        provenanceSection(surroundings.provenance, [['Search', methodSentence(report)]]),
      ],
    },
    surroundings,
  );
}

/** The given plan and the best one side by side, with their fresh draws. */
function reportOf(
  { fresh }: OptimiseReport['optimisation'],
  sources: readonly FutureSource[],
  best: OptimisedPlan | null,
): ComparisonReport {
  const labelled = sources.map((source, k) => ({
    ...source,
    scenario: { ...source.scenario, label: k === 0 ? 'given plan' : 'best plan' },
  }));
  return { ...plainReport(labelled, false), study: fresh === null || best === null ? null : drawsOf(fresh, best) };
}

/** The gains of the first plan of a study and of another one; null where it is not among them. */
function drawsOf(fresh: StudyResult, { source }: OptimisedPlan): StudyResult | null {
  const found = fresh.gains.find(({ future }) => future.id === source.id);
  return found === undefined ? null : { ...fresh, gains: [fresh.gains[0]!, found], outcomes: [] };
}

function whatToDo(report: OptimiseReport): PageSection {
  const { optimisation } = report;
  const picks = optimisation.picks.map(({ name, meaning, id }) => {
    const { assignments } = planOf(optimisation, id);
    return `<dt>${richText(name)}</dt><dd>${richText(sentence(meaning))}. ${richText(planSentence(assignments!, optimisation.prepared.problem.source.scenario.policies))}</dd>`;
  });
  return {
    ...chapterSection(
      'plans',
      'What to do',
      `${htmlTable(plansTable(report))}<dl>${picks.join('')}</dl>${htmlTable(choicesTable(report))}<p class="note">Gain on fresh draws is the one to trust. The plans were picked by the other draws, which therefore flatter them.</p>`,
    ),
    front: true,
  };
}

function frontier(figures: readonly Figure[]): PageSection {
  return chapterSection('frontier', 'Trade-offs', figures.map((figure) => figureHtml(figure, 3)).join(''));
}

function exploits(report: OptimiseReport): PageSection {
  const tables = [exploitedTable(report), beliefsOf(report)].filter((table) => table !== null);
  return chapterSection(
    'exploits',
    'How far to trust it',
    `<p>A search finds whatever a model gives away too cheaply. Here the lead is measured again with each kind of policy left out of both plans. Where it falls most, the answer rests most.</p>${tables.map((table) => htmlTable(table)).join('')}<p class="note">Without a kind the plans no longer cost the same. Nothing is spent in its place.</p>`,
  );
}
