import type { Figure } from '../figures/drawing/figure.js';
import { studyFigures } from '../figures/study/study-figures.js';
import { discoverySentences, discoveryTable } from '../study/discovery-report.js';
import { futuresTable, goalsTable } from '../study/futures-table.js';
import { gainsTable } from '../study/gains-table.js';
import { centralAnswer, count, driversAnswer, studyAnswer } from '../study/study-answer.js';
import type { StudyReport } from '../study/study-findings.js';
import { studyNotes, sufficiency } from '../study/study-notes.js';
import { listed } from '../text/sentence.js';
import { assumptionsSection, planSection } from './basis-sections.js';
import {
  centralSections,
  chapterSections,
  figureChapters,
  firstPictures,
  furtherTables,
} from './comparison-sections.js';
import { figureHtml } from './figure-html.js';
import { gainTiles } from './gain-tiles.js';
import { aside, htmlTable, richText, sentence } from './html.js';
import { chapterSection, type PageSurroundings, provenanceSection, renderPage } from './page.js';
import type { PageSection } from './page-content.js';
import { sampledTable } from './sampled-table.js';
import { namesSentence, pageTitle, placeSentence } from './title.js';

/** Headings over the figures of the draws, by the figure they begin with. */
const CHAPTERS: Readonly<Record<string, string>> = {
  distribution: 'How sure, and how bad at worst',
  drivers: 'What it hinges on',
  chances: 'Who gains, and how surely',
  differences: 'What changes in the same draw',
  'bands-output': 'Levels, year by year',
  'bands-outcomes': 'Levels, year by year',
  losses: 'Where it loses',
  convergence: 'Do the draws suffice?',
};

/** Chapters for the second sheet of paper. */
const FRONT: readonly string[] = [CHAPTERS.distribution!, CHAPTERS.drivers!];

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
  // Beside the draws there is room for the first future and the last.
  const chapters = figureChapters(central, 2);
  const figures = studyFigures(report);
  const mapOfDraws = figures.find(({ id }) => id === 'map-draws');
  const titled = study.futures.map((future) => future.scenario);
  return renderPage(
    {
      title: pageTitle(titled, economy),
      question: `${asked} ${placeSentence(economy)}`,
      names: namesSentence(titled),
      answer: studyAnswer(result, 'every', central),
      tiles: gainTiles(central),
      pictures: firstPictures(chapters).map((figure) => (figure.id === 'map' ? (mapOfDraws ?? figure) : figure)),
      sections: [
        ...chapterSections(chapters.filter(({ id }) => id === 'part-output')),
        ...drawSections(
          report,
          figures.filter((figure) => figure !== mapOfDraws),
          hinges,
        ),
        centralSection(report),
        ...centralSections(chapters),
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

/** The figures of the draws by chapter, with the tables that belong to them: what is for the second sheet of paper first. */
function drawSections(report: StudyReport, figures: readonly Figure[], hinges: string | null): PageSection[] {
  const { result } = report;
  const chapters = new Map<string, string[]>();
  const add = (heading: string, ...html: readonly string[]): void => {
    chapters.set(heading, [...(chapters.get(heading) ?? []), ...html]);
  };
  if (hinges === null) add(CHAPTERS.drivers!, '<p>The draws cannot tell what it hinges on.</p>');
  for (const figure of figures) {
    const drawn = figureHtml(figure, 3);
    const html = figure.id === 'bands-output' ? aside(figure.title, drawn) : drawn;
    if (figure.id !== 'drivers' || hinges !== null) add(CHAPTERS[figure.id]!, html);
  }
  const goals = goalsTable(result);
  const tables = [gainsTable(result), futuresTable(result), ...(goals === null ? [] : [goals])];
  add(CHAPTERS.chances!, ...tables.map((table) => htmlTable(table)));
  add(CHAPTERS.losses!, lossesHtml(report));
  const notes = studyNotes(result).filter((note) => note !== sufficiency(result));
  add(CHAPTERS.convergence!, ...notes.map((note) => `<p class="note">${richText(note)}</p>`));
  return [...new Set(Object.values(CHAPTERS))]
    .filter((heading) => chapters.has(heading))
    .map((heading) => {
      const id = Object.keys(CHAPTERS).find((key) => CHAPTERS[key] === heading)!;
      const section = chapterSection(id === 'losses' ? id : `part-${id}`, heading, chapters.get(heading)!.join(''));
      return { ...section, front: FRONT.includes(heading) };
    });
}

/** Sentences on the draws in which the last future loses. */
function lossesHtml({ discovery }: StudyReport): string {
  const table = discoveryTable(discovery);
  const sentences = discoverySentences(discovery).map((each) => `<p class="finding">${richText(sentence(each))}</p>`);
  return (
    sentences.join('') +
    '<p class="note">Found by peeling away, again and again, the slice of the draws with the fewest losses (patient rule induction). A box is named where losses crowd in it.</p>' +
    `${table === null ? '' : aside(`Table: ${table.title}`, htmlTable(table, false))}`
  );
}

function centralSection({ result, centralRun }: StudyReport): PageSection {
  return chapterSection(
    'central',
    'One run at central values',
    `<p>So far everything came from ${count(result.study.draws)} draws. The pictures below are single runs. In them every uncertain number stands at its central value, and policies have their expected effect. That is less true of any one year, but every step can be followed. ${centralAnswer(centralRun, result.study.futures[0]!.economy.currency).map(richText).join('')} The two need not agree. Central values are often not the middle of what is drawn. Chance does not cancel out where the equation bends.</p>`,
  );
}
