import { PAGE_PAINT } from '../figures/drawing/colours.js';
import type { Figure, LegendEntry, Panel } from '../figures/drawing/figure.js';
import { legendMark } from '../figures/drawing/figure-file.js';
import { element } from '../figures/drawing/svg.js';
import { details, htmlTable, richText, sentence } from './html.js';

/** A figure as part of a page: what one sees first, then the pictures, how to read them, and the tables behind them. */
export function figureHtml(figure: Figure, heading: 2 | 3): string {
  const { id } = figure;
  return (
    `<section class="figure" id="${id}" aria-labelledby="${id}-title"><h${heading} id="${id}-title">${richText(figure.title)}</h${heading}>` +
    `<p class="finding">${richText(sentence(figure.finding))}</p>` +
    `<figure data-figure="${id}">${picturesHtml(figure)}<figcaption>${richText(figure.caption)}</figcaption></figure>` +
    figure.tables.map((table) => details(`Table: ${table.title}`, htmlTable(table))).join('') +
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
}: Omit<Figure, 'finding' | 'caption' | 'tables'>): string {
  const pictures = panels.map((panel, k) =>
    panelHtml(panel, `${id}-${k}`, panel.still === true ? undefined : years?.at(-1)),
  );
  return (
    `${legend(entries)}${years === undefined ? '' : slider(id, years)}` +
    `<div class="panels of-${Math.min(columns, panels.length)}">${pictures.join('')}</div>`
  );
}

function panelHtml(panel: Panel, id: string, year: number | undefined): string {
  const svg = element(
    'svg',
    {
      viewBox: `0 0 ${panel.width} ${panel.height}`,
      width: panel.width * 1.15,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-description`,
    },
    panel.draw(PAGE_PAINT),
  );
  const shown = year === undefined ? '' : ` <span class="year">${year}</span>`;
  return (
    `<div class="panel"><p class="panel-title" id="${id}-title">${richText(panel.title)}${shown}</p>${svg}` +
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
