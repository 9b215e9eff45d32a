import type { Economy } from '../../../economy/economy.js';
import { formatFixed, formatSignedPercent } from '../../text/number-format.js';
import { type Box, type Line, overlap, within } from '../drawing/boxes.js';
import { pathOf, rule } from '../drawing/cartesian.js';
import type { Paint } from '../drawing/colours.js';
import type { Panel } from '../drawing/figure.js';
import { element, type Frames, framesText, label, trueMinus } from '../drawing/svg.js';
import { textWidth, wrapText } from '../drawing/text-measure.js';
import { type GainScale, gainScale } from './gain-scale.js';
import { layOutMap, MAP_WIDTH, type MapLayout, type MapRegion } from './map-layout.js';
import { LABEL_SIZE, type Labelled, LINE_HEIGHT, nameLines, type PlacedLabel, placeLabels } from './place-labels.js';
import { roundLength } from './projection.js';

/** A link of the network between two nodes. */
export interface MapLink {
  readonly from: number;
  readonly to: number;
  readonly rail: boolean;
  /** True in each year in which a policy has made it shorter, or built it. */
  readonly changed: readonly boolean[];
}

/** A map of what changes where. Years are those of the slider; the last is drawn. */
export interface MapPanel {
  readonly title: string;
  readonly economy: Economy;
  /** Change of each region by year, as a part. */
  readonly changes: readonly (readonly number[])[];
  /** Output of each region by year, the size of circles. */
  readonly output: readonly (readonly number[])[];
  readonly links: readonly MapLink[];
  /** The change in words, as in `output, together against apart`. */
  readonly what: string;
  /** Ends of the scale of colours in words, as in `more than apart`. */
  readonly less: string;
  readonly more: string;
  /** Regions that must have their name, the most important first. */
  readonly first: readonly number[];
  /** Further words on each region, read out beside its change. */
  readonly remarks?: readonly string[];
  /** True for regions of which it is open whether they gain. */
  readonly open?: readonly boolean[];
}

/** Regions whose names are tried, and those that are drawn year by year: beyond them the page would grow without being read. */
const MOST = { names: 30, frames: 120 };
const NAME_WIDTH = 88;
const KEY_HEIGHT = 50;
const PLACE_SIZE = 9.5;
const CREDIT = { size: 9, height: 11.5 };
const WIDTH = { link: 1.1, changed: 3.8 };

/** A map with the names of what it does not show. */
export interface MapPicture extends Panel {
  /** Regions and places that stand nowhere. */
  readonly missing: readonly string[];
  /** Regions of which parts lie beyond the picture. */
  readonly cut: readonly string[];
}

/** A map of a case with what changes in each region by colour, with its links, places, a scale of length and one of colours; null where nothing tells where the regions are. */
export function mapPanel(spec: MapPanel): MapPicture | null {
  const layout = layOutMap(spec.economy, spec.output);
  if (layout === null) return null;
  const scale = gainScale(spec.changes.flat());
  const credit = wrapText(spec.economy.boundaries?.attribution ?? '', MAP_WIDTH - 16, CREDIT.size);
  return {
    title: spec.title,
    width: MAP_WIDTH,
    height: layout.fitted.height + KEY_HEIGHT + credit.length * CREDIT.height,
    description: describe(spec),
    missing: layout.missing,
    cut: layout.cut,
    draw: (paint) => drawMap({ spec, layout, scale, paint, last: spec.changes[0]!.length - 1 }, credit),
  };
}

/** A map with its places and colours, as it is drawn. */
interface Drawing {
  readonly spec: MapPanel;
  readonly layout: MapLayout;
  readonly scale: GainScale;
  readonly paint: Paint;
  /** Index of the last year. */
  readonly last: number;
}

function drawMap(drawing: Drawing, credit: readonly string[]): string {
  const { spec, layout, paint } = drawing;
  const areas = spec.economy.boundaries !== undefined;
  const lines = linesOf(drawing);
  const stretches = lines.map(({ line }) => line);
  const { labels, taken } = labelsOf(drawing, stretches);
  return [
    ...layout.ground.map((d) => element('path', { d, fill: paint.ground, stroke: paint.grid, 'stroke-width': 0.6 })),
    ...(areas ? drawRegions(drawing) : []),
    ...lines.map(({ markup }) => markup),
    ...(areas ? [] : drawRegions(drawing)),
    ...drawSeats(drawing),
    ...drawPlaces(drawing, taken, stretches),
    ...drawLabels(drawing, labels),
    drawKey(drawing),
    ...credit.map((line, k) =>
      label(8, layout.fitted.height + KEY_HEIGHT + (k + 0.7) * CREDIT.height, line, {
        size: CREDIT.size,
        fill: paint.muted,
      }),
    ),
  ].join('');
}

/** The change of a region by year in words. */
function words({ spec, scale }: Drawing, region: number): string[] {
  const decimals = scale.breaks[1] < 0.005 ? 2 : 1;
  const open = spec.open?.[region] === true ? ', open' : '';
  return spec.changes[region]!.map((change) => `${trueMinus(formatSignedPercent(change, decimals))}${open}`);
}

/** Larger circles lie below smaller ones. */
function drawRegions(drawing: Drawing): string[] {
  const { spec, layout, scale, paint, last } = drawing;
  const moving = paint.interactive && spec.economy.regions.length <= MOST.frames;
  return [...layout.regions]
    .sort((a, b) => (b.radii[last] ?? 0) - (a.radii[last] ?? 0))
    .map(({ region, path, seat, radii }) => {
      const fill = spec.changes[region]!.map((change) => paint.step(scale.step(change)));
      const note = words(drawing, region);
      const frames: Frames = { fill, note, ...(path === null ? { r: radii } : {}) };
      return element(path === null ? 'circle' : 'path', {
        ...(path === null ? { cx: seat.x, cy: seat.y, r: radii[last]! } : { d: path }),
        fill: fill[last]!,
        'fill-rule': path === null ? null : 'evenodd',
        stroke: path === null ? paint.ink : paint.muted,
        'stroke-width': path === null ? 1.2 : 0.7,
        'stroke-linejoin': 'round',
        'data-frames': moving && last > 0 ? framesText(frames) : null,
        'data-tip': paint.interactive ? `${spec.economy.regions[region]}, ${spec.what}` : null,
        'data-note': paint.interactive
          ? note[last]! + (spec.remarks === undefined ? '' : `, ${spec.remarks[region]}`)
          : null,
      });
    });
}

/** Links whose ends are on the map, those that a policy changes above the others. */
function linesOf({ spec, layout, paint, last }: Drawing): { line: Line; markup: string }[] {
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
function drawSeats({ spec, layout, paint }: Drawing): string[] {
  const linked = new Set(spec.links.flatMap(({ from, to }) => [from, to]));
  return layout.regions.flatMap(({ region, path, seat: { x, y } }) =>
    path === null || !linked.has(region)
      ? []
      : [element('circle', { cx: x, cy: y, r: 2.4, fill: paint.ink, stroke: paint.surface, 'stroke-width': 0.8 })],
  );
}

/** Places of the network with their names where there is room, on no line if that can be. */
function drawPlaces({ layout, paint }: Drawing, labels: readonly Box[], lines: readonly Line[]): string[] {
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

/** A region with its label. */
interface RegionLabel {
  readonly region: MapRegion;
  readonly names: readonly string[];
  readonly placed: PlacedLabel;
}

function labelsOf(drawing: Drawing, lines: readonly Line[]): { labels: RegionLabel[]; taken: Box[] } {
  const { spec, layout, last } = drawing;
  const size = ({ region }: MapRegion): number => Math.abs(spec.changes[region]![last]!);
  const rank = ({ region }: MapRegion): number => {
    const at = spec.first.indexOf(region);
    return at < 0 ? spec.first.length : at;
  };
  const wanted = [...layout.regions]
    .sort((a, b) => rank(a) - rank(b) || size(b) - size(a) || a.region - b.region)
    .slice(0, MOST.names)
    .map((region) => {
      const names = nameLines(spec.economy.regions[region.region]!, NAME_WIDTH);
      const longest = words(drawing, region.region).reduce((a, b) => (b.length > a.length ? b : a));
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

function drawLabels(drawing: Drawing, labels: readonly RegionLabel[]): string[] {
  const { spec, paint, last } = drawing;
  const moving = paint.interactive && spec.economy.regions.length <= MOST.frames;
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
    const values = words(drawing, region.region);
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
      text(names.length, values[last]!, false, moving && last > 0 ? { text: values } : null),
    ];
  });
  return [...leaders, ...texts];
}

/** The scale of colours, in words and numbers, and the scale of length. */
function drawKey({ spec, layout, scale, paint }: Drawing): string {
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

function describe(spec: MapPanel): string {
  const told = spec.economy.regions.slice(0, MOST.names).map((name, r) => {
    return `${name} ${formatSignedPercent(spec.changes[r]!.at(-1)!, 1)}`;
  });
  const more = spec.economy.regions.length - told.length;
  return `Map of the regions by ${spec.what}: ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
