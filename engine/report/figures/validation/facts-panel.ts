import type { Paint } from '../drawing/colours.js';
import type { Panel } from '../drawing/figure.js';
import { element, label, pixels } from '../drawing/svg.js';
import { fitText, textWidth } from '../drawing/text-measure.js';

/** A published figure beside its band. */
export interface FactRow {
  readonly name: string;
  /** The published figure in units of the band: 0 the projected middle, -1 and 1 the ends of the band. */
  readonly place: number;
  readonly inside: boolean;
  /** The numbers in words. */
  readonly text: string;
}

const SIZE = { width: 430, row: 66, top: 4 };
/** Half the width of a band in pixels, and how far from the middle figures are drawn, in these. */
const BAND = { half: 46, most: 4 };
const TRACK = 34;

/**
 * Draws each fact as a band, all of the same width, and the published figure as a diamond inside or outside of it; what lies too far off is an arrow
 * at the edge.
 */
export function factsPanel(title: string, rows: readonly FactRow[]): Panel {
  return {
    title,
    width: SIZE.width,
    height: SIZE.top + rows.length * SIZE.row,
    description: rows.map(({ name, text, inside }) => `${name}: ${text}: ${inside ? 'inside' : 'outside'}`).join('; '),
    draw: (paint) => rows.map((row, k) => drawRow(row, SIZE.top + k * SIZE.row, paint)).join(''),
  };
}

function drawRow({ name, place, inside, text }: FactRow, top: number, paint: Paint): string {
  const y = top + TRACK;
  const centre = SIZE.width / 2;
  const colour = inside ? paint.gain : paint.loss;
  const verdict = inside ? 'inside' : 'outside';
  const room = SIZE.width - textWidth(verdict, 12, true) - 12;
  const grid = `M4 ${y}L${SIZE.width - 4} ${y}`;
  const middle = `M${centre} ${y - 8}L${centre} ${y + 8}`;
  return [
    label(0, top + 14, fitText(name, room, 12, true), { fill: paint.ink, bold: true }),
    label(SIZE.width, top + 14, verdict, { fill: colour, bold: true, anchor: 'end' }),
    element('path', { d: grid, stroke: paint.grid, 'stroke-width': 1.5 }),
    element('rect', {
      x: centre - BAND.half,
      y: y - 8,
      width: 2 * BAND.half,
      height: 16,
      rx: 3,
      fill: paint.future(1),
      'fill-opacity': 0.28,
    }),
    element('path', { d: middle, stroke: paint.future(1), 'stroke-width': 2.5 }),
    element('path', {
      d: markAt(place, centre, y),
      fill: colour,
      stroke: paint.surface,
      'data-tip': paint.interactive ? `${name}\n${text}` : null,
    }),
    label(0, y + 22, fitText(text, SIZE.width, 11), { size: 11, fill: paint.muted }),
  ].join('');
}

/** A diamond at its place, or an arrow at the edge. */
function markAt(place: number, centre: number, y: number): string {
  const far = Math.abs(place) > BAND.most;
  if (!far) return `M${pixels(centre + BAND.half * place)} ${y - 8}l8 8l-8 8l-8 -8z`;
  const side = Math.sign(place);
  return `M${pixels(centre + side * (centre - 4))} ${y}l${-side * 15} -8v16z`;
}
