import type { Box, Line } from '../drawing/boxes.js';
import { rule } from '../drawing/cartesian.js';
import { element, type Frames, label } from '../drawing/svg.js';
import { changeWords, type Drawing, isMoving } from './map-drawing.js';
import { MAP_WIDTH, type MapRegion } from './map-layout.js';
import { LABEL_SIZE, type Labelled, LINE_HEIGHT, nameLines, type PlacedLabel, placeLabels } from './place-labels.js';

/** Regions whose names are tried. */
export const MOST_NAMES = 30;
const NAME_WIDTH = 88;

/** A region with its label. */
export interface RegionLabel {
  readonly region: MapRegion;
  readonly names: readonly string[];
  readonly placed: PlacedLabel;
}

/** Labels of the regions where they stand, and all boxes that are taken then. */
export function labelsOf(drawing: Drawing, lines: readonly Line[]): { labels: RegionLabel[]; taken: Box[] } {
  const { spec, layout, last } = drawing;
  const size = ({ region }: MapRegion): number => Math.abs(spec.changes[region]![last]!);
  const rank = ({ region }: MapRegion): number => {
    const at = spec.first.indexOf(region);
    return at < 0 ? spec.first.length : at;
  };
  const wanted = [...layout.regions]
    .sort((a, b) => rank(a) - rank(b) || size(b) - size(a) || a.region - b.region)
    .slice(0, MOST_NAMES)
    .map((region) => {
      const names = nameLines(spec.economy.regions[region.region]!, NAME_WIDTH);
      const longest = changeWords(drawing, region.region).reduce((a, b) => (b.length > a.length ? b : a));
      const labelled: Labelled = {
        lines: [...names, longest],
        at: region.middle,
        radius: region.path === null ? region.room : 2,
        spots: region.spots,
        cost: (box, led) => standing(region, box, led),
      };
      return { region, names, labelled };
    });
  const discs = layout.regions.map(({ path, seat, room }): Box => {
    const reach = path === null ? room : 3;
    return { left: seat.x - reach, right: seat.x + reach, top: seat.y - reach, bottom: seat.y + reach };
  });
  const room = { left: 2, right: MAP_WIDTH - 2, top: 2, bottom: layout.fitted.height - 2 };
  const placed = placeLabels(
    wanted.map(({ labelled }) => labelled),
    { discs, lines, room },
  );
  const labels = wanted.flatMap(({ region, names }, k): RegionLabel[] => {
    const at = placed[k];
    return at == null ? [] : [{ region, names, placed: at }];
  });
  return { labels, taken: [...labels.map((each) => each.placed.box), ...discs] };
}

/** Cost of a label that does not lie on its region, or lies on another, more so where no line leads to it; on a circle it fits or does not stand. */
function standing({ path, under }: MapRegion, box: Box, led: boolean): number {
  const { own, foreign } = under(box);
  if (path === null) return own > 0 && own < 1 ? 60 : 0;
  const astray = !led && foreign > own ? 120 : 0;
  return 22 * (1 - own) + 110 * foreign + astray;
}

/** Names and changes, with the lines that lead to those that stand apart. */
export function drawLabels(drawing: Drawing, labels: readonly RegionLabel[]): string[] {
  const { paint, last } = drawing;
  const moving = isMoving(drawing);
  const leaders = labels.flatMap(({ placed: { leader } }) => {
    if (leader === null) return [];
    const { from, to } = leader;
    return [
      rule([from.x, from.y], [to.x, to.y], paint.ink),
      element('circle', {
        cx: from.x,
        cy: from.y,
        r: 1.8,
        fill: paint.ink,
        stroke: paint.surface,
        'stroke-width': 0.8,
      }),
    ];
  });
  const texts = labels.flatMap(({ region, names, placed: { middle } }) => {
    const values = changeWords(drawing, region.region);
    const top = middle.y - ((names.length + 1) * LINE_HEIGHT) / 2 + 10;
    const text = (line: number, content: string, bold: boolean, frames: Frames | null): string =>
      label(middle.x, top + line * LINE_HEIGHT, content, {
        size: LABEL_SIZE,
        fill: paint.ink,
        anchor: 'middle',
        bold,
        halo: paint.surface,
        class: 'on-map',
        frames,
      });
    return [
      ...names.map((name, k) => text(k, name, true, null)),
      text(names.length, values[last]!, false, moving ? { text: values } : null),
    ];
  });
  return [...leaders, ...texts];
}
