import type { Line } from '../drawing/boxes.js';
import { pathOf } from '../drawing/cartesian.js';
import { element, type Frames, framesText } from '../drawing/svg.js';
import { changeWords, type Drawing, isMoving } from './map-drawing.js';

/** Widths of links in pixels. */
const WIDTH = { link: 1.1, changed: 3.8 };

/** Larger circles lie below smaller ones. */
export function drawRegions(drawing: Drawing): string[] {
  const { spec, layout, scale, paint, last } = drawing;
  const moving = isMoving(drawing);
  return [...layout.regions]
    .sort((a, b) => (b.radii[last] ?? 0) - (a.radii[last] ?? 0))
    .map(({ region, path, seat, radii }) => {
      const fill = spec.changes[region]!.map((change) => paint.step(scale.step(change)));
      const note = changeWords(drawing, region);
      const frames: Frames = { fill, note, ...(path === null ? { r: radii } : {}) };
      return element(path === null ? 'circle' : 'path', {
        ...(path === null ? { cx: seat.x, cy: seat.y, r: radii[last]! } : { d: path }),
        fill: fill[last]!,
        'fill-rule': path === null ? null : 'evenodd',
        stroke: path === null ? paint.ink : paint.muted,
        'stroke-width': path === null ? 1.2 : 0.7,
        'stroke-linejoin': 'round',
        'data-frames': moving ? framesText(frames) : null,
        'data-tip': paint.interactive ? `${spec.economy.regions[region]}, ${spec.what}` : null,
        'data-note': paint.interactive
          ? note[last]! + (spec.remarks === undefined ? '' : `, ${spec.remarks[region]}`)
          : null,
      });
    });
}

/** Links whose ends are on the map, those that a policy changes above the others. */
export function linesOf({ spec, layout, paint, last }: Drawing): { line: Line; markup: string }[] {
  return [...spec.links]
    .sort((a, b) => Number(a.changed[last]) - Number(b.changed[last]))
    .flatMap(({ from, to, rail, changed }) => {
      const [start, end] = [layout.nodes[from], layout.nodes[to]];
      if (start == null || end == null) return [];
      const widths = changed.map((is) => (is ? WIDTH.changed : WIDTH.link));
      const colours = changed.map((is) => (is ? paint.ink : paint.muted));
      const markup = element('path', {
        d: pathOf(start, end),
        stroke: colours[last]!,
        'stroke-width': widths[last]!,
        'stroke-linecap': 'round',
        'stroke-dasharray': rail ? null : '4 3',
        'data-frames':
          paint.interactive && changed.includes(true) ? framesText({ 'stroke-width': widths, stroke: colours }) : null,
      });
      return [{ line: { from: start, to: end, half: widths[last]! / 2 }, markup }];
    });
}

/** Dots of the seats of areas, where links end. */
export function drawSeats({ spec, layout, paint }: Drawing): string[] {
  const linked = new Set(spec.links.flatMap(({ from, to }) => [from, to]));
  return layout.regions.flatMap(({ region, path, seat: { x, y } }) =>
    path === null || !linked.has(region)
      ? []
      : [element('circle', { cx: x, cy: y, r: 2.4, fill: paint.ink, stroke: paint.surface, 'stroke-width': 0.8 })],
  );
}
