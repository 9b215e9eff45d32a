import { scaleSqrt } from 'd3-scale';
import { formatSignedPercent } from '../number-format.js';
import { pathOf } from './cartesian.js';
import type { Paint } from './colours.js';
import type { Panel } from './figure.js';
import { element, type Frames, framesText, label } from './svg.js';
import { textWidth } from './text-measure.js';

/** A line between two places, one value a year. */
export interface TiedPair {
  readonly a: number;
  readonly b: number;
  readonly tie: readonly number[];
  /** Against no policy in the same year, as a part: 0 where nothing changes. */
  readonly change: readonly number[];
}

/** Places with the ties between them. */
export interface NetworkPanel {
  readonly title: string;
  readonly description: string;
  readonly names: readonly string[];
  /** Degrees east and north, or null for a circle. */
  readonly places: readonly { readonly longitude: number; readonly latitude: number }[] | null;
  /** Size of each place, one value a year. */
  readonly output: readonly (readonly number[])[];
  readonly pairs: readonly TiedPair[];
  /** The largest tie and output over all panels that are to be compared. */
  readonly mostTie: number;
  readonly mostOutput: number;
}

/** A tie that changes less than this is drawn as unchanged. */
export const CHANGED = 0.02;
const WIDTH = 400;
const MARGIN = { left: 48, right: 62, top: 30, bottom: 30 };

/** Draws places where they are, ties as wide as the root of their strength, and those that policy changes in colour. */
export function networkPanel(spec: NetworkPanel): Panel {
  const { points, height } = layOut(spec.names.length, spec.places);
  return {
    title: spec.title,
    width: WIDTH,
    height,
    description: spec.description,
    draw: (paint) => drawNetwork(spec, points, height, paint),
  };
}

function drawNetwork(spec: NetworkPanel, at: readonly Point[], height: number, paint: Paint): string {
  const { names, output, pairs } = spec;
  const last = (output[0]?.length ?? 1) - 1;
  const width = scaleSqrt().domain([0, spec.mostTie]).range([0, 11]);
  const radius = scaleSqrt().domain([0, spec.mostOutput]).range([0, 15]);
  const colour = (change: number): string =>
    change >= CHANGED ? paint.gain : change <= -CHANGED ? paint.loss : paint.faint;
  // Unchanged ties lie below, so that they cover none that changes.
  const ordered = [...pairs].sort((p, q) => weight(p) - weight(q) || p.a - q.a || p.b - q.b);
  const parts: string[] = [];
  for (const pair of ordered) {
    const widths = pair.tie.map((tie) => Math.max(0.5, width(tie)));
    const colours = pair.change.map(colour);
    const [from, to] = [at[pair.a]!, at[pair.b]!];
    const note = pair.change.map((change) => formatSignedPercent(change, 0));
    const frames: Frames = { 'stroke-width': widths, stroke: colours, note };
    parts.push(
      element('path', {
        d: pathOf(from, to),
        stroke: colours[last]!,
        'stroke-width': widths[last]!,
        'stroke-linecap': 'round',
        'data-frames': paint.interactive ? framesText(frames) : null,
        'data-tip': paint.interactive ? `${names[pair.a]}–${names[pair.b]}, tie against no policy` : null,
      }),
    );
  }
  for (const [r, { x, y }] of at.entries()) {
    const sizes = output[r]!.map((size) => Math.max(3, radius(size)));
    parts.push(
      element('circle', {
        cx: x,
        cy: y,
        r: sizes[last]!,
        fill: paint.ink,
        stroke: paint.surface,
        'stroke-width': 1.5,
        'data-frames': paint.interactive ? framesText({ r: sizes }) : null,
      }),
    );
  }
  const taken: Box[] = at.map(({ x, y }, r) => {
    const size = Math.max(3, radius(Math.max(...output[r]!)));
    return { left: x - size, right: x + size, top: y - size, bottom: y + size };
  });
  for (const [r, place] of at.entries()) {
    const size = Math.max(3, radius(Math.max(...output[r]!)));
    const spot = freeSpot(place, size, textWidth(names[r]!, 12, true), taken, height);
    taken.push(spot.box);
    parts.push(label(spot.x, spot.y, names[r]!, { fill: paint.ink, bold: true, halo: paint.surface }));
  }
  const strongest = ordered
    .filter((pair) => Math.abs(pair.change[last]!) >= CHANGED)
    .sort((p, q) => weight(q) - weight(p) || p.a - q.a || p.b - q.b)
    .slice(0, 3);
  for (const pair of strongest) {
    const [from, to] = [at[pair.a]!, at[pair.b]!];
    const texts = pair.change.map((change) => formatSignedPercent(change, 0));
    const size = textWidth(texts[last]!, 11.5, true);
    const spot = freeSpot(
      { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
      width(pair.tie[last]!) / 2,
      size,
      taken,
      height,
    );
    taken.push(spot.box);
    const frames = paint.interactive
      ? {
          text: texts,
          fill: pair.change.map((change) => (colour(change) === paint.faint ? paint.muted : colour(change))),
        }
      : null;
    parts.push(
      label(spot.x, spot.y, texts[last]!, {
        size: 11.5,
        fill: colour(pair.change[last]!),
        bold: true,
        halo: paint.surface,
        frames,
      }),
    );
  }
  return parts.join('');
}

/** How much a pair matters in the picture: the tie that policy adds or takes. */
function weight(pair: TiedPair): number {
  const last = pair.tie.length - 1;
  const change = pair.change[last]!;
  return Math.abs(change) < CHANGED ? 0 : Math.abs(pair.tie[last]! * (1 - 1 / (1 + change)));
}

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Places in the panel, as high as they need: as on a map without distorting angles much, else on a circle from the top. */
function layOut(count: number, places: NetworkPanel['places']): { points: Point[]; height: number } {
  const { left, right, top, bottom } = MARGIN;
  const room = WIDTH - left - right;
  if (places === null) {
    const radius = Math.min(room / 2, 130);
    const points = Array.from({ length: count }, (_, k) => {
      // Two lie side by side, more begin at the top.
      const angle = (2 * Math.PI * k) / count - (count === 2 ? Math.PI : Math.PI / 2);
      return { x: left + room / 2 + radius * Math.cos(angle), y: top + radius + radius * Math.sin(angle) };
    });
    return { points, height: 2 * radius + top + bottom };
  }
  const middle = places.reduce((sum, place) => sum + place.latitude, 0) / count;
  const raw = places.map((place) => ({ x: place.longitude * Math.cos((middle * Math.PI) / 180), y: -place.latitude }));
  const [xs, ys] = [raw.map((point) => point.x), raw.map((point) => point.y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(room / Math.max(1e-9, x1 - x0), 300 / Math.max(1e-9, y1 - y0));
  const points = raw.map((point) => ({
    x: left + room / 2 + (point.x - (x0 + x1) / 2) * scale,
    y: top + (point.y - y0) * scale,
  }));
  return { points, height: Math.ceil((y1 - y0) * scale) + top + bottom };
}

/** Where a text near a point covers least of what is drawn already. */
function freeSpot(
  { x, y }: Point,
  away: number,
  width: number,
  taken: readonly Box[],
  height: number,
): { x: number; y: number; box: Box } {
  const gap = away + 4;
  const candidates = [
    { x: x + gap, y: y + 4 },
    { x: x - gap - width, y: y + 4 },
    { x: x - width / 2, y: y - gap - 1 },
    { x: x - width / 2, y: y + gap + 10 },
    { x: x + gap * 0.7, y: y - gap * 0.7 },
    { x: x - gap * 0.7 - width, y: y - gap * 0.7 },
    { x: x + gap * 0.7, y: y + gap * 0.7 + 8 },
    { x: x - gap * 0.7 - width, y: y + gap * 0.7 + 8 },
  ].map((spot) => ({
    ...spot,
    box: { left: spot.x - 2, right: spot.x + width + 2, top: spot.y - 11, bottom: spot.y + 4 },
  }));
  const cover = (box: Box): number =>
    taken.reduce((sum, other) => sum + overlap(box, other), 0) +
    1000 * Number(box.left < 0 || box.right > WIDTH || box.top < 0 || box.bottom > height);
  return candidates.reduce((best, spot) => (cover(spot.box) < cover(best.box) - 1e-9 ? spot : best));
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}
