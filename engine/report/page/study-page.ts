import { studyFigures } from '../figures/study/study-figures.js';
import { studyViewOf } from '../figures/study/study-view.js';
import { discoverySentences, discoveryTable } from '../study/discovery-report.js';
import { futuresTable, goalsTable } from '../study/futures-table.js';
import { gainsTable } from '../study/gains-table.js';
import { centralAnswer, chance, count, driversAnswer, signed, studyAnswer } from '../study/study-answer.js';
import type { StudyReport } from '../study/study-findings.js';
import { studyNotes, sufficiency } from '../study/study-notes.js';
import { inputWords } from '../text/key-words.js';
import { listed } from '../text/sentence.js';
import { assumptionsSection, planSection } from './basis-sections.js';
import { figureSections, furtherTables } from './comparison-sections.js';
import { figureHtml } from './figure-html.js';
import { details, htmlTable, richText, sentence } from './html.js';
import { chapterSection, type PageSection, type PageSurroundings, provenanceSection, renderPage } from './page.js';
import { sampledTable } from './sampled-table.js';
import { namesSentence, pageTitle, placeSentence } from './title.js';

/** Headings over the figures of the draws, by the figure they begin with. */
const CHAPTERS: Readonly<Record<string, string>> = {
  'map-draws': 'Who gains, and how surely',
  chances: 'Who gains, and how surely',
  'bands-output': 'How it goes, year by year',
  'bands-outcomes': 'How it goes, year by year',
  differences: 'What changes in the same draw',
  distribution: 'How sure, and how bad at worst',
  drivers: 'What it hinges on',
  convergence: 'Do the draws suffice?',
};

/**
 * The report of a study: one HTML file that opens offline. In reading order the question, the answer and how sure it is, who gains, paths with
 * bands, what changes in the same draw, how bad it may be, what it hinges on and where the last future loses, whether the draws suffice; then the
 * pictures of one run at central values, and what it all rests on.
 *
 * @returns the same text for the same study, however it was run
 */
export function renderStudyReport(report: StudyReport, surroundings: PageSurroundings): string {
  const { result, drivers, central } = report;
  const { study } = result;
  const { economy, scenario } = study.futures[0]!;
  const { from, to } = scenario.years;
  const ids = study.futures.map(({ scenario }) => scenario.label);
  const asked =
    ids.length === 1
      ? `What do the policies of ${ids[0]} bring between ${from} and ${to}, to whom, and how sure is that?`
      : `${ids.length > 2 ? 'Do' : 'Does'} ${listed(ids.slice(1))} bring more than ${ids[0]} between ${from} and ${to}, to whom, and how sure is that?`;
  const hinges = driversAnswer(drivers);
  const titled = study.futures.map((future) => future.scenario);
  return renderPage(
    {
      title: pageTitle(titled, economy),
      question: `${asked} ${placeSentence(economy)}`,
      names: namesSentence(titled),
      answer: studyAnswer(result, 'every', central),
      tiles: tiles(report),
      sections: [
        ...drawSections(report, hinges),
        centralSection(report),
        ...figureSections(central, true),
        furtherTables(central),
        assumptionsSection(central.comparison, sampledTable(study)),
        planSection(central.comparison),
        provenanceSection(surroundings.provenance, [
          [
            'Draws',
            `${count(study.draws)}, sampler ${study.sampler}, seed ${study.seed}; ${result.failures.length === 0 ? 'none failed' : `${count(result.failures.length)} failed`}`,
          ],
        ]),
      ],
    },
    surroundings,
  );
}

function tiles(report: StudyReport) {
  const { gain, names, last, against, money, from, to, result } = studyViewOf(report);
  const { total, regions } = gain;
  if (total.count === 0 || total.probabilitySame.share === 1) return [];
  const sure = regions.filter(({ probabilityBetter }) => (probabilityBetter!.share ?? 0) >= 0.9).length;
  return [
    {
      number: sentence(chance(total.probabilityBetter!)),
      meaning: `of ${count(total.count)} draws: ${names[last]} brings more output than ${against}`,
    },
    {
      number: signed(total.p50),
      meaning: `output over ${from}–${to} in the median, discounted, ${money}; ${signed(total.p05)} to ${signed(total.p95)} in 90% of the draws`,
    },
    { number: signed(total.lowestTenth), meaning: 'the same on average in the worst tenth of the draws' },
    { number: `${sure} of ${result.regions.length}`, meaning: 'regions gain in at least 90% of the draws' },
  ];
}

/** The figures of the draws by chapter, with the tables that belong to them. */
function drawSections(report: StudyReport, hinges: string | null): PageSection[] {
  const { result } = report;
  const chapters = new Map<string, string[]>();
  let name = CHAPTERS.chances!;
  for (const figure of studyFigures(report)) {
    name = CHAPTERS[figure.id] ?? name;
    chapters.set(name, [...(chapters.get(name) ?? []), figureHtml(figure, 3)]);
  }
  const worst = CHAPTERS.distribution!;
  const goals = goalsTable(result);
  chapters.set(worst, [
    ...(chapters.get(worst) ?? []),
    htmlTable(gainsTable(result)),
    htmlTable(futuresTable(result)),
    ...(goals === null ? [] : [htmlTable(goals)]),
  ]);
  const why = CHAPTERS.drivers!;
  chapters.set(why, [
    ...(hinges === null ? ['<p>The draws cannot tell what it hinges on.</p>'] : (chapters.get(why) ?? [])),
    lossesHtml(report),
  ]);
  const enough = CHAPTERS.convergence!;
  chapters.set(enough, [
    ...(chapters.get(enough) ?? []),
    ...studyNotes(result)
      .filter((note) => note !== sufficiency(result))
      .map((note) => `<p class="note">${richText(note)}</p>`),
  ]);
  const order = [...new Set(Object.values(CHAPTERS))].filter((each) => chapters.has(each));
  return order.map((heading) => {
    const id = `part-${Object.keys(CHAPTERS).find((key) => CHAPTERS[key] === heading)}`;
    return chapterSection(id, heading, chapters.get(heading)!.join(''));
  });
}

/** Sentences on the draws in which the last future loses. */
function lossesHtml({ discovery }: StudyReport): string {
  const table = discoveryTable(discovery);
  const sentences = discoverySentences(discovery, inputWords).map(
    (each) => `<p class="finding">${richText(sentence(each))}</p>`,
  );
  return (
    `<section id="losses" aria-labelledby="losses-title"><h3 id="losses-title">Where ${richText(discovery.labels.later)} loses</h3>${sentences.join('')}` +
    '<p class="note">Found by peeling away, again and again, the slice of the draws with the fewest losses (patient rule induction); a box is worth a word where losses crowd in it.</p>' +
    `${table === null ? '' : details(`Table: ${table.title}`, htmlTable(table))}</section>`
  );
}

function centralSection({ result, centralRun }: StudyReport): PageSection {
  return chapterSection(
    'central',
    'One run at central values',
    `<p>So far everything came from ${count(result.study.draws)} draws. The pictures below are single runs, in which every uncertain number stands at its central value and policies have their expected effect: less true of any one year, but every step can be followed. ${centralAnswer(centralRun, result.study.futures[0]!.economy.currency).map(richText).join('')} The two need not agree: central values are often not the middle of what is drawn (a weight of 1 is the end of its range), and noise does not cancel out where the equation bends.</p>`,
  );
}
