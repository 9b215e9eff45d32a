import { PAGE_PAINT } from '../figures/drawing/colours.js';
import type { Figure, LegendEntry, Panel } from '../figures/drawing/figure.js';
import { legendMark } from '../figures/drawing/figure-file.js';
import { element } from '../figures/drawing/svg.js';
import type { TextTable } from '../text/text-table.js';
import { aside, htmlTable, richText, sentence } from './html.js';

/** A figure as part of a page: what one sees first, then the pictures, how to read them, and the tables behind them. */
export function figureHtml(figure: Figure, heading: 2 | 3): string {
  const finding = `<p class="finding">${richText(sentence(figure.finding))}</p>`;
  return figureSection(figure, heading, finding, (table) => `Table: ${table.title}`);
}

/** The same without its finding, which stands in the answer above it. */
export function pictureHtml(figure: Figure): string {
  return figureSection(figure, 3, '', (table, k) => (k === 0 ? 'The same as a table' : `Table: ${table.title}`));
}

function figureSection(
  figure: Figure,
  heading: 2 | 3,
  before: string,
  summary: (table: TextTable, k: number) => string,
): string {
  const { id, folded } = figure;
  const more = folded === undefined ? '' : aside(folded.title, picturesHtml({ ...folded, id: `${id}-folded` }));
  return (
    `<section class="figure" id="${id}" aria-labelledby="${id}-title"><h${heading} id="${id}-title">${richText(figure.title)}</h${heading}>${before}` +
    `<figure data-figure="${id}">${picturesHtml(figure)}<figcaption>${richText(figure.caption)}</figcaption></figure>${more}` +
    figure.tables.map((table, k) => aside(summary(table, k), htmlTable(table, false))).join('') +
    '</section>'
  );
}

/** The pictures of a figure with their legend and the slider through the years, and nothing said about them. */
export function picturesHtml({
  id,
  legend: entries,
  years,
  columns,
  panels,
}: Pick<Figure, 'id' | 'legend' | 'years' | 'columns' | 'panels'>): string {
  const pictures = panels.map((panel, k) =>
    panelHtml(panel, `${id}-${k}`, panel.still === true ? undefined : years?.at(-1)),
  );
  return (
    `${legend(entries)}${years === undefined ? '' : slider(id, years)}` +
    `<div class="panels of-${Math.min(columns, panels.length)}">${pictures.join('')}</div>`
  );
}

function panelHtml(panel: Panel, id: string, year: number | undefined): string {
  const named = panel.title !== '';
  const svg = element(
    'svg',
    {
      viewBox: `0 0 ${panel.width} ${panel.height}`,
      width: panel.width * 1.15,
      role: 'img',
      // A picture without a title of its own bears that of its figure.
      'aria-labelledby': named ? `${id}-title` : `${id.replace(/-\d+$/, '')}-title`,
      'aria-describedby': `${id}-description`,
    },
    panel.draw(PAGE_PAINT),
  );
  const shown = year === undefined ? '' : ` <span class="year">${year}</span>`;
  const title = named ? `<p class="panel-title" id="${id}-title">${richText(panel.title)}${shown}</p>` : '';
  return (
    `<div class="panel">${title}${svg}` +
    `<p class="hidden" id="${id}-description">${richText(panel.description)}</p></div>`
  );
}

function legend(entries: readonly LegendEntry[]): string {
  if (entries.length === 0) return '';
  const items = entries.map(
    (entry) =>
      `<li>${element('svg', { viewBox: '0 0 22 12', width: 22, height: 12, 'aria-hidden': 'true' }, legendMark(entry, PAGE_PAINT))} ${richText(entry.name)}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}

/** Hidden until the script that makes it work runs. */
function slider(id: string, years: readonly number[]): string {
  return (
    `<div class="slider" hidden data-years="${years.join(' ')}"><label for="${id}-year">Year</label>` +
    `<input id="${id}-year" type="range" min="0" max="${years.length - 1}" step="1" value="${years.length - 1}">` +
    `<output for="${id}-year">${years.at(-1)}</output><button type="button">Play</button></div>`
  );
}
