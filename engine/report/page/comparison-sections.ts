import type { ComparisonReport } from '../comparison/comparison-report.js';
import { comparisonTables } from '../comparison/comparison-tables.js';
import { comparisonFigures } from '../figures/comparison/comparison-figures.js';
import type { Figure } from '../figures/drawing/figure.js';
import type { TextTable } from '../text/text-table.js';
import { figureHtml } from './figure-html.js';
import { details, htmlTable, richText, sentence } from './html.js';
import { chapterSection, type PageSection } from './page.js';

/** Headings over the figures, by the figure they begin with. */
const CHAPTERS: Readonly<Record<string, string>> = {
  beliefs: 'What the answer rests on',
  kinds: 'What the answer rests on',
  output: 'How it goes, year by year',
  similarity: 'Likeness and ties',
  stages: 'Industries',
  attribution: 'Why, and how much',
  ingredients: 'Why, and how much',
  sweep: 'Why, and how much',
  cooperation: 'Would they keep to it?',
};

/** Figures under one heading, with the markup before and after them. */
export interface Chapter {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly figures: readonly Figure[];
  readonly after: string;
}

/**
 * The pictures of a comparison: who gains, then chapter by chapter.
 *
 * @param futures how many are drawn where there are more; default as many as there is room for
 * @param wanted ids of the figures, where only some are wanted; default all
 */
export function figureChapters(
  report: ComparisonReport,
  futures?: number,
  wanted?: (id: string) => boolean,
): Chapter[] {
  const figures = comparisonFigures(report, futures, wanted);
  const overview = figures.find((figure) => figure.id === 'who-gains');
  const map = figures.find((figure) => figure.id === 'map');
  const tables = comparisonTables(report);
  const chapters: Chapter[] = [];
  if (overview !== undefined) {
    const before = (tables.regions.notes ?? []).map((note) => `<p>${richText(sentence(note))}</p>`).join('');
    const stated = tables.stated === null ? '' : htmlTable(tables.stated);
    const accounts = tables.accounts === null ? '' : htmlTable(tables.accounts);
    const chains = tables.chains === null ? '' : htmlTable(tables.chains);
    const after = `${htmlTable(tables.futures)}${chains}${accounts}${stated}`;
    chapters.push({
      id: 'gains',
      name: 'Who gains',
      before,
      figures: map === undefined ? [overview] : [map, overview],
      after,
    });
  }
  const others = new Map<string, Figure[]>();
  let name = CHAPTERS.output!;
  for (const figure of figures) {
    if (figure === overview || figure === map) continue;
    name = CHAPTERS[figure.id] ?? name;
    others.set(name, [...(others.get(name) ?? []), figure]);
  }
  for (const [heading, members] of others) {
    const after = heading === CHAPTERS.similarity ? structureHtml(tables.structure) : '';
    chapters.push({ id: `part-${members[0]!.id}`, name: heading, before: '', figures: members, after });
  }
  return chapters;
}

/** The table of structures, with its notes before it so that they are read where it stays closed. */
function structureHtml({ notes = [], ...table }: TextTable): string {
  const said = notes.map((note) => `<p>${richText(note)}</p>`).join('');
  return `${said}${details(`Table: ${table.title}`, htmlTable(table))}`;
}

/**
 * The same as sections of a page.
 *
 * @param aside true where the page is about something else: headings then say that these are single runs and the list at its top leaves them out
 */
export function figureSections(report: ComparisonReport, aside = false): PageSection[] {
  // Beside other things there is room for the first future and the last.
  return figureChapters(report, aside ? 2 : undefined).map(({ id, name, before, figures, after }) => {
    const html = `${before}${figures.map((figure) => figureHtml(figure, 3)).join('')}${after}`;
    return aside
      ? {
          ...chapterSection(id, `${name.replace('?', '')}, at central values${name.endsWith('?') ? '?' : ''}`, html),
          name: null,
        }
      : chapterSection(id, name, html);
  });
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
