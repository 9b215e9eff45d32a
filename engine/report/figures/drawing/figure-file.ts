import type { Paint } from './colours.js';
import { PAPER_PAINT } from './colours.js';
import type { Figure, LegendEntry } from './figure.js';
import { element, escapeText, label, trueMinus } from './svg.js';
import { textWidth, wrapText } from './text-measure.js';

/** The font of all figures, and what stands in where it is missing. */
export const FONT_FAMILY = "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif";

/** The font's faces for embedding, as base64 of WOFF2. */
export interface EmbeddedFont {
  readonly weight: 400 | 600;
  readonly woff2: string;
}

/** Style rules that embed the font. */
export function fontFaces(fonts: readonly EmbeddedFont[]): string {
  return fonts
    .map(
      ({ weight, woff2 }) =>
        `@font-face{font-family:'Source Sans 3';font-weight:${weight};src:url(data:font/woff2;base64,${woff2}) format('woff2')}`,
    )
    .join('');
}

const MARGIN = 16;
const GAP = 24;
/** At a paper's text width of 170 mm the smallest letters, 11 pixels, are then 6 points high or more; panels that do not fit go below each other. */
const MOST_WIDTH = 860;

/** A figure as an SVG file of its own on white: title, legend, pictures, and the finding as its description. */
export function figureFile(figure: Figure, fonts: readonly EmbeddedFont[]): string {
  const paint = PAPER_PAINT;
  const cell = Math.max(...figure.panels.map((panel) => panel.width));
  const room = Math.max(1, Math.floor((MOST_WIDTH - 2 * MARGIN + GAP) / (cell + GAP)));
  const columns = Math.min(figure.columns, figure.panels.length, room);
  const width = Math.max(440, MARGIN * 2 + columns * cell + (columns - 1) * GAP);
  const parts: string[] = [];
  let y = MARGIN + 14;
  for (const line of wrapText(figure.title, width - 2 * MARGIN, 17, true)) {
    parts.push(label(MARGIN, y, line, { size: 17, fill: paint.ink, bold: true }));
    y += 21;
  }
  const last = figure.years?.at(-1);
  const noted = last === undefined ? '' : ` (${last})`;
  for (const row of legendRows(figure.legend, width - 2 * MARGIN)) {
    let x = MARGIN;
    for (const entry of row) {
      parts.push(element('g', { transform: `translate(${x} ${y - 9})` }, legendMark(entry, paint)));
      parts.push(label(x + 28, y, entry.name, { size: 12.5, fill: paint.ink }));
      x += legendWidth(entry);
    }
    y += 20;
  }
  y += 4;
  for (let start = 0; start < figure.panels.length; start += columns) {
    const row = figure.panels.slice(start, start + columns);
    for (const [k, panel] of row.entries()) {
      const x = MARGIN + k * (cell + GAP);
      parts.push(
        label(x, y + 10, panel.still === true ? panel.title : `${panel.title}${noted}`, {
          size: 13,
          fill: paint.ink,
          bold: true,
        }),
      );
      parts.push(element('g', { transform: `translate(${x} ${y + 18})` }, panel.draw(paint)));
    }
    y += 18 + Math.max(...row.map((panel) => panel.height)) + 18;
  }
  const height = Math.ceil(y + MARGIN - 14);
  const style = fonts.length === 0 ? '' : `<style>${fontFaces(fonts)}</style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'title description',
      'font-family': FONT_FAMILY,
    },
    `<title id="title">${escapeText(figure.title)}</title><desc id="description">${escapeText(trueMinus(figure.finding))}</desc>${style}` +
      element('rect', { width, height, fill: paint.surface }) +
      parts.join(''),
  )}\n`;
}

/** The mark of a legend, 22 × 12 pixels. */
export function legendMark(entry: LegendEntry, paint: Paint): string {
  const fill = entry.colour(paint);
  switch (entry.mark) {
    case 'line':
      return element('path', { d: 'M1 6H21', stroke: fill, 'stroke-width': 3, 'stroke-linecap': 'round' });
    case 'dashed':
      return element('path', { d: 'M1 6H21', stroke: fill, 'stroke-width': 2.2, 'stroke-dasharray': '5 3' });
    case 'dot':
      return element('circle', { cx: 11, cy: 6, r: 5, fill });
    case 'diamond':
      return element('path', { d: 'M11 0l6 6l-6 6l-6 -6z', fill });
    case 'square':
      return element('rect', { x: 5, y: 0, width: 12, height: 12, fill, 'fill-opacity': entry.opacity ?? null });
  }
}

function legendWidth(entry: LegendEntry): number {
  return 28 + textWidth(entry.name, 12.5) + 22;
}

function legendRows(entries: readonly LegendEntry[], room: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  let used = 0;
  for (const entry of entries) {
    const width = legendWidth(entry);
    if (rows.length === 0 || used + width > room) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(entry);
    used += width;
  }
  return rows;
}
