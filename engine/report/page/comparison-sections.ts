import type { StudyResult } from '../../montecarlo/answers/answers.js';
import type { ComparisonReport } from '../comparison/comparison-report.js';
import { comparisonTables } from '../comparison/comparison-tables.js';
import { comparisonFigures } from '../figures/comparison/comparison-figures.js';
import type { Figure } from '../figures/drawing/figure.js';
import type { TextTable } from '../text/text-table.js';
import { figureHtml } from './figure-html.js';
import { details, htmlTable, richText, sentence } from './html.js';
import { chapterSection } from './page.js';
import type { PageSection } from './page-content.js';

/** Headings over the figures, by the figure they begin with. */
const CHAPTERS: Readonly<Record<string, string>> = {
  beliefs: 'What the answer rests on',
  kinds: 'What the answer rests on',
  output: 'How it goes, year by year',
  'other-regions': 'The other regions',
  similarity: 'Likeness and ties',
  stages: 'Industries',
  attribution: 'Why, and how much',
  ingredients: 'Why, and how much',
  sweep: 'Why, and how much',
  cooperation: 'Would they keep to it?',
};

/** Figures that a page begins with. */
const FIRST: readonly string[] = ['map', 'who-gains', 'cost'];

/** Chapters for the second sheet of paper. */
const FRONT: readonly string[] = [CHAPTERS.output!, CHAPTERS.beliefs!, CHAPTERS.cooperation!];

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
  const overview = figures.filter(({ id }) => FIRST.includes(id));
  const tables = comparisonTables(report);
  const chapters: Chapter[] = [];
  if (overview.length > 0) {
    const before = (tables.regions.notes ?? []).map((note) => `<p>${richText(sentence(note))}</p>`).join('');
    const stated = tables.stated === null ? '' : htmlTable(tables.stated);
    const accounts = tables.accounts === null ? '' : htmlTable(tables.accounts);
    const chains = tables.chains === null ? '' : htmlTable(tables.chains);
    const after = `${htmlTable(tables.futures)}${chains}${accounts}${stated}`;
    chapters.push({ id: 'gains', name: 'Who gains', before, figures: overview, after });
  }
  const others = new Map<string, Figure[]>();
  let name = CHAPTERS.output!;
  for (const figure of figures) {
    if (overview.includes(figure)) continue;
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

/** The pictures that a page begins with. */
export function firstPictures(chapters: readonly Chapter[]): readonly Figure[] {
  return chapters.find(({ id }) => id === 'gains')?.figures ?? [];
}

/** Chapters as sections of a page that begins with the pictures of the first: those for the second sheet of paper come first. */
export function chapterSections(chapters: readonly Chapter[]): PageSection[] {
  const sections = chapters.map((chapter) => ({
    ...sectionOf(chapter, chapter.name),
    front: FRONT.includes(chapter.name),
  }));
  const front = FRONT.flatMap((heading) => sections.filter(({ name }) => name === heading));
  return [...front, ...sections.filter((section) => !section.front)];
}

/** The same beside draws, which have shown already what comes first: single runs, which the list at the top of the page leaves out. */
export function centralSections(chapters: readonly Chapter[]): PageSection[] {
  return chapters
    .filter(({ name }) => !FRONT.includes(name))
    .map((chapter) => {
      const mark = chapter.name.endsWith('?') ? '?' : '';
      const name = chapter.id === 'gains' ? NUMBERS : chapter.name.replace('?', '');
      return { ...sectionOf(chapter, `${name}, at central values${mark}`), name: null };
    });
}

/** The heading of what is left of the first chapter once its pictures stand at the top of the page. */
const NUMBERS = 'Who gains, in numbers';

function sectionOf({ id, name, before, figures, after }: Chapter, heading: string): PageSection {
  const first = id === 'gains';
  const html = `${before}${(first ? [] : figures).map((figure) => figureHtml(figure, 3)).join('')}${after}`;
  return chapterSection(id, first && heading === name ? NUMBERS : heading, html);
}

/** Words on the draws that the ranges come from. */
export function drawsTerm(drawn: StudyResult | null): [string, string][] {
  if (drawn === null) return [];
  const { study } = drawn;
  return [['Draws for the ranges', `${study.draws}, sampler ${study.sampler}, seed ${study.seed}`]];
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
      : `<p class="finding">For all regions together, ${steady.length} of the ${count} parameters tried ${steady.length === 1 ? 'does' : 'do'} not turn the sign of the answer.</p>`;
  return chapterSection(
    'tables',
    'Where it turns',
    `${said}${rest.map((table) => details(`Table: ${table.title}`, htmlTable(table))).join('')}`,
  );
}
