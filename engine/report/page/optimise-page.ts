import { compare } from '../../compare/compare.js';
import { plansUnder } from '../../optimise/exploited.js';
import { planOf } from '../../optimise/optimisation.js';
import { optimiseFigures } from '../figures/optimise/optimise-figures.js';
import { optimiseAnswer } from '../optimise/optimise-answer.js';
import { bestPlan, moneyWords, type OptimiseReport, shortNumber } from '../optimise/optimise-report.js';
import { beliefsOf, choicesTable, exploitedTable, methodSentence, plansTable } from '../optimise/optimise-tables.js';
import { planSentence } from '../optimise/plan-words.js';
import { count, signed } from '../study/study-answer.js';
import { formatNumber, formatPercent, formatSignedPercent } from '../text/number-format.js';
import { assumptionsSection, planSection } from './basis-sections.js';
import { figureHtml } from './figure-html.js';
import { htmlTable, richText, sentence } from './html.js';
import {
  chapterSection,
  type PageContent,
  type PageSection,
  type PageSurroundings,
  provenanceSection,
  renderPage,
} from './page.js';
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
  const central = compare(sources, { equalCost: false });
  const sampled = optimisation.fresh === null ? null : sampledTable(optimisation.fresh.study);
  return renderPage(
    {
      title: `What to do with ${shortNumber(problem.constraints.budget)}: ${scenario.title}`,
      question: `Which mix of these policies brings most for ${shortNumber(problem.constraints.budget)} (${moneyWords(optimisation)}), and what does that rest on? ${placeSentence(economy)}`,
      names: `given is the plan of ${scenario.label}${given.factor === 1 ? '' : `, its intensities multiplied by ${formatNumber(given.factor, 3)} so that it fits the budget`}; by hand takes policies by gain ÷ cost until the money is spent.`,
      answer: optimiseAnswer(report),
      tiles: tiles(report),
      sections: [
        ...(best === null ? [] : [whatToDo(report), frontier(report), exploits(report)]),
        assumptionsSection(central, sampled),
        planSection(central),
        provenanceSection(surroundings.provenance, [['Search', methodSentence(report)]]),
      ],
    },
    surroundings,
  );
}

function tiles({ optimisation, freshDraws }: OptimiseReport): PageContent['tiles'] {
  const best = bestPlan(optimisation);
  if (best === null) return [];
  const { fresh, cost } = best;
  const money = moneyWords(optimisation);
  const regions = optimisation.prepared.problem.source.economy.regions.length;
  return [
    {
      number: signed(fresh!.mean),
      meaning: `output over no policy on average of ${count(freshDraws)} fresh draws, discounted, ${money}`,
    },
    { number: shortNumber(cost), meaning: `cost, discounted, ${money}` },
    { number: `${regions - fresh!.losers.length} of ${regions}`, meaning: 'regions do not lose on average' },
    { number: formatSignedPercent(fresh!.worst, 2), meaning: 'least gain of any region, as a part of its output' },
    {
      number: formatPercent(fresh!.better?.share ?? null, 0),
      meaning: 'of fresh draws: it brings more than the given plan',
    },
  ];
}

function whatToDo(report: OptimiseReport): PageSection {
  const { optimisation } = report;
  const picks = optimisation.picks.map(({ name, meaning, id }) => {
    const { assignments } = planOf(optimisation, id);
    return `<dt>${richText(name)}</dt><dd>${richText(sentence(meaning))}. ${richText(planSentence(assignments!, optimisation.prepared.problem.source.scenario.policies))}</dd>`;
  });
  return chapterSection(
    'plans',
    'What to do',
    `${htmlTable(plansTable(report))}<dl>${picks.join('')}</dl>${htmlTable(choicesTable(report))}<p class="note">Gain on fresh draws is the one to trust: the plans were picked by the other draws, which therefore flatter them.</p>`,
  );
}

function frontier(report: OptimiseReport): PageSection {
  return chapterSection(
    'frontier',
    'Trade-offs',
    optimiseFigures(report)
      .map((figure) => figureHtml(figure, 3))
      .join(''),
  );
}

function exploits(report: OptimiseReport): PageSection {
  const tables = [exploitedTable(report), beliefsOf(report)].filter((table) => table !== null);
  return chapterSection(
    'exploits',
    'How far to trust it',
    `<p>A search finds whatever a model gives away too cheaply. Here the lead is measured again with each kind of policy left out of both plans: where it falls most, the answer rests most.</p>${tables.map(htmlTable).join('')}<p class="note">Without a kind the plans no longer cost the same; nothing is spent in its place.</p>`,
  );
}
