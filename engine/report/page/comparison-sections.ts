import { type ComparisonReport, comparisonTables } from '../comparison-tables.js';
import { comparisonFigures } from '../figures/comparison-figures.js';
import { figureHtml } from './figure-html.js';
import { details, htmlTable, richText, sentence } from './html.js';
import { chapterSection, type PageSection } from './page.js';

/** Headings over the figures, by the figure they begin with. */
const CHAPTERS: Readonly<Record<string, string>> = {
  output: 'How it goes, year by year',
  similarity: 'Likeness and ties',
  stages: 'Industries',
  attribution: 'Why, and how much',
  ingredients: 'Why, and how much',
  sweep: 'Why, and how much',
  cooperation: 'Would they keep to it?',
};

/**
 * The pictures of a comparison: who gains, then chapter by chapter.
 *
 * @param aside whether the page is about something else, so that headings say that these are single runs and the list at its top leaves them out
 */
export function figureSections(report: ComparisonReport, aside = false): PageSection[] {
  // Beside other things there is room for the first future and the last.
  const figures = comparisonFigures(report, aside ? 2 : undefined);
  const overview = figures.find((figure) => figure.id === 'who-gains');
  const others = figures.filter((figure) => figure !== overview);
  const tables = comparisonTables(report);
  const chapter = (id: string, name: string, html: string): PageSection =>
    aside
      ? {
          ...chapterSection(id, `${name.replace('?', '')}, at central values${name.endsWith('?') ? '?' : ''}`, html),
          name: null,
        }
      : chapterSection(id, name, html);
  const sections: PageSection[] = [];
  if (overview !== undefined) {
    const payments = (tables.regions.notes ?? []).map((note) => `<p>${richText(sentence(note))}</p>`).join('');
    const stated = tables.stated === null ? '' : htmlTable(tables.stated);
    sections.push(
      chapter('gains', 'Who gains', `${payments}${figureHtml(overview, 3)}${htmlTable(tables.futures)}${stated}`),
    );
  }
  const chapters = new Map<string, typeof figures>();
  let name = CHAPTERS.output!;
  for (const figure of others) {
    name = CHAPTERS[figure.id] ?? name;
    chapters.set(name, [...(chapters.get(name) ?? []), figure]);
  }
  for (const [heading, members] of chapters) {
    const html = members.map((figure) => figureHtml(figure, 3)).join('');
    sections.push(chapter(`part-${members[0]!.id}`, heading, html));
  }
  return sections;
}

/** Tables that have no picture. */
export function furtherTables(report: ComparisonReport): PageSection {
  const tables = comparisonTables(report);
  const rest = [tables.breakEvens, report.sweep !== null && report.sweep.axes.length > 1 ? tables.sweep : null].filter(
    (table) => table !== null,
  );
  if (rest.length === 0) return { id: 'tables', name: null, html: '' };
  const steady = (report.breakEvens ?? []).filter((each) => each.total.length === 0).map((each) => each.parameter);
  const count = report.breakEvens?.length ?? 0;
  const said =
    count === 0
      ? ''
      : `<p class="finding">For all regions together the sign of the answer does not turn within the range of ${steady.length} of the ${count} parameters tried.</p>`;
  return chapterSection(
    'tables',
    'Where it turns',
    `${said}${rest.map((table) => details(`Table: ${table.title}`, htmlTable(table))).join('')}`,
  );
}
