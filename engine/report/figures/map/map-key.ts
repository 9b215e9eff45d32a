import { formatFixed } from '../../text/number-format.js';
import type { Paint } from '../drawing/colours.js';
import { element, label } from '../drawing/svg.js';
import { textWidth } from '../drawing/text-measure.js';
import type { Drawing } from './map-drawing.js';
import { MAP_WIDTH, type MapLayout } from './map-layout.js';
import { roundLength } from './projection.js';

/** Pixels below the map that the key takes. */
export const KEY_HEIGHT = 50;

/** The scale of colours, in words and numbers, and the scale of length. */
export function drawKey({ spec, layout, scale, paint }: Drawing): string {
  const [left, top, cell] = [8, layout.fitted.height + 18, 31];
  const cells = [-3, -2, -1, 0, 1, 2, 3].map((step, k) =>
    element('rect', {
      x: left + k * cell,
      y: top,
      width: cell,
      height: 9,
      fill: paint.step(step),
      stroke: paint.muted,
      'stroke-width': 0.5,
    }),
  );
  const breaks = [...scale.breaks]
    .reverse()
    .map((value) => -value)
    .concat(scale.breaks);
  const numbers = breaks.map((value, k) =>
    label(left + (k + 1) * cell, top + 21, scale.words(value), { size: 10.5, fill: paint.muted, anchor: 'middle' }),
  );
  const unit = label(left + 7 * cell, top + 21, '%', { size: 10.5, fill: paint.muted, anchor: 'end' });
  const fits = textWidth(`${spec.less}   ${spec.more}`, 11) <= 7 * cell;
  const [less, more] = fits ? [spec.less, spec.more] : ['less', 'more'];
  const ends = [
    label(left, top - 5, less, { size: 11, fill: paint.ink }),
    label(left + 7 * cell, top - 5, more, { size: 11, fill: paint.ink, anchor: 'end' }),
  ];
  return [...cells, ...numbers, unit, ...ends, drawLength(layout, paint)].join('');
}

function drawLength({ fitted: { kilometres, height } }: MapLayout, paint: Paint): string {
  if (kilometres === null) return '';
  const length = roundLength(kilometres, 110);
  const [right, y] = [MAP_WIDTH - 10, height + 27];
  const left = right - length / kilometres;
  const d = `M${left.toFixed(2)} ${y - 4}V${y}H${right}V${y - 4}`;
  return (
    element('path', { d, fill: 'none', stroke: paint.ink, 'stroke-width': 1.2 }) +
    label((left + right) / 2, y - 7, `${formatFixed(length, length < 1 ? 1 : 0)} km`, {
      size: 11,
      fill: paint.ink,
      anchor: 'middle',
    })
  );
}
