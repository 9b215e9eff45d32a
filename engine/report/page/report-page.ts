import { comparisonAnswer } from '../comparison/comparison-answer.js';
import type { ComparisonReport } from '../comparison/comparison-report.js';
import { listed } from '../text/sentence.js';
import { assumptionsSection, planSection } from './basis-sections.js';
import { chapterSections, drawsTerm, figureChapters, firstPictures, furtherTables } from './comparison-sections.js';
import { gainTiles } from './gain-tiles.js';
import { type PageSurroundings, provenanceSection, renderPage } from './page.js';
import type { PageContent } from './page-content.js';
import { namesSentence, pageTitle, placeSentence } from './title.js';

/**
 * The report of a comparison, or of one future against no policy: one HTML file that opens offline. In reading order the question, the answer made
 * from the numbers with its pictures, how it goes and what it rests on, then everything else with its tables.
 *
 * @param surroundings fonts, hashes and provenance, which whoever touches the disk knows
 * @returns the same text for the same report
 */
export function renderReport(report: ComparisonReport, surroundings: PageSurroundings): string {
  const { comparison } = report;
  const chapters = figureChapters(report);
  return renderPage(
    {
      ...pageHead(report),
      pictures: firstPictures(chapters),
      sections: [
        ...chapterSections(chapters),
        furtherTables(report),
        assumptionsSection(comparison),
        planSection(comparison),
        provenanceSection(surroundings.provenance, drawsTerm(report.study)),
      ],
    },
    surroundings,
  );
}

/** The question, the answer and its figures: how every page on a comparison begins. */
export function pageHead(report: ComparisonReport): Omit<PageContent, 'sections' | 'pictures'> {
  const { comparison } = report;
  const { futures } = comparison;
  const { economy, scenario } = futures[0]!;
  const later = futures.at(-1)!;
  const { from, to } = scenario.years;
  const asked =
    futures.length === 1
      ? `What do the policies of ${later.scenario.label} bring between ${from} and ${to}, and to whom?`
      : `What changes from ${futures[0]!.scenario.label} to ${listed(futures.slice(1).map((future) => future.scenario.label))} between ${from} and ${to}, and for whom?`;
  const titled = futures.map((future) => future.scenario);
  return {
    title: pageTitle(titled, economy),
    question: `${asked} ${placeSentence(economy)}`,
    names: namesSentence(titled),
    answer: comparisonAnswer(comparison, report),
    tiles: gainTiles(report),
  };
}
