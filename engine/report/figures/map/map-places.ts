import { type Box, type Line, overlap, within } from '../drawing/boxes.js';
import { element, label } from '../drawing/svg.js';
import { textWidth } from '../drawing/text-measure.js';
import type { Drawing } from './map-drawing.js';
import { MAP_WIDTH } from './map-layout.js';

const PLACE_SIZE = 9.5;

/** Places of the network with their names where there is room, on no line if that can be. */
export function drawPlaces({ layout, paint }: Drawing, labels: readonly Box[], lines: readonly Line[]): string[] {
  const dots = layout.places.map(({ at: { x, y } }): Box => ({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }));
  const taken = [...labels, ...dots];
  const marks = layout.places.map(({ at: { x, y } }) =>
    element('circle', { cx: x, cy: y, r: 2.6, fill: paint.surface, stroke: paint.muted, 'stroke-width': 1.2 }),
  );
  const names = layout.places.flatMap(({ name, at: { x, y } }) => {
    const width = textWidth(name, PLACE_SIZE);
    const free = [
      { left: x + 5, base: y + 3 },
      { left: x - 5 - width, base: y + 3 },
      { left: x - width / 2, base: y - 6 },
      { left: x - width / 2, base: y + 12 },
    ]
      .map((spot) => ({
        ...spot,
        box: { left: spot.left - 1, right: spot.left + width + 1, top: spot.base - 8, bottom: spot.base + 2 },
      }))
      .filter(({ box }) => box.left > 0 && box.right < MAP_WIDTH && taken.every((other) => overlap(box, other) === 0))
      .map((spot) => ({ ...spot, crossed: lines.reduce((sum, line) => sum + within(line, spot.box), 0) }));
    if (free.length === 0) return [];
    const best = free.reduce((least, spot) => (spot.crossed < least.crossed ? spot : least));
    taken.push(best.box);
    return [label(best.left, best.base, name, { size: PLACE_SIZE, fill: paint.muted, halo: paint.surface })];
  });
  return [...marks, ...names];
}
