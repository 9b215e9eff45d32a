import { scaleSqrt } from 'd3-scale';
import { formatSignedPercent } from '../../text/number-format.js';
import { pathOf } from '../drawing/cartesian.js';
import type { Paint } from '../drawing/colours.js';
import type { Panel } from '../drawing/figure.js';
import { element, type Frames, framesText, label } from '../drawing/svg.js';
import { textWidth } from '../drawing/text-measure.js';
import {
  type Box,
  freeSpot,
  type Line,
  layOut,
  lineSpot,
  NETWORK_WIDTH,
  type Places,
  type Point,
} from './network-layout.js';

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
  readonly places: Places;
  /** Size of each place, one value a year. */
  readonly output: readonly (readonly number[])[];
  readonly pairs: readonly TiedPair[];
  /** The largest tie and output over all panels that are to be compared. */
  readonly mostTie: number;
  readonly mostOutput: number;
}

/** A tie that changes less than this is drawn as unchanged. */
export const CHANGED = 0.02;

/** Draws places where they are, ties as wide as the root of their strength, and those that policy changes in colour. */
export function networkPanel(spec: NetworkPanel): Panel {
  const { points, height } = layOut(spec.names.length, spec.places);
  return {
    title: spec.title,
    width: NETWORK_WIDTH,
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
  const leaders: Line[] = [];
  for (const pair of strongest) {
    const [from, to] = [at[pair.a]!, at[pair.b]!];
    const texts = pair.change.map((change) => formatSignedPercent(change, 0));
    const size = textWidth(texts[last]!, 11.5, true);
    const others = pairs.filter((other) => other !== pair);
    const spot = lineSpot(
      { from, to, half: width(pair.tie[last]!) / 2 },
      size,
      taken,
      [
        ...others.map((other) => ({ from: at[other.a]!, to: at[other.b]!, half: width(other.tie[last]!) / 2 })),
        ...leaders,
      ],
      height,
    );
    taken.push(spot.box);
    if (spot.leader !== null) {
      const [line, text] = spot.leader;
      leaders.push({ from: line, to: text, half: 1 });
      parts.push(element('path', { d: pathOf(line, text), stroke: paint.ink, 'stroke-width': 0.8 }));
      parts.push(element('circle', { cx: line.x, cy: line.y, r: 1.8, fill: paint.ink, stroke: paint.surface }));
    }
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
