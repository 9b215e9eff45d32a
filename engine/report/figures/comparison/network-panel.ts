import { scaleSqrt } from 'd3-scale';
import { formatSignedPercent } from '../../text/number-format.js';
import type { Box, Line, Point } from '../drawing/boxes.js';
import { pathOf } from '../drawing/cartesian.js';
import type { Paint } from '../drawing/colours.js';
import type { Panel } from '../drawing/figure.js';
import { element, type Frames, framesText, label } from '../drawing/svg.js';
import { textWidth } from '../drawing/text-measure.js';
import { freeSpot, layOut, lineSpot, NETWORK_WIDTH, type Places } from './network-layout.js';

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

/** A network with its scales and colours, as it is drawn. */
interface Drawing {
  readonly spec: NetworkPanel;
  readonly at: readonly Point[];
  readonly height: number;
  readonly paint: Paint;
  /** Ties in the order in which they are drawn: unchanged ones lie below, so that they cover none that changes. */
  readonly ordered: readonly TiedPair[];
  /** Index of the last year. */
  readonly last: number;
  /** Width of the line of a tie. */
  width(tie: number): number;
  /** Radius of the disc of an output. */
  radius(output: number): number;
  colour(change: number): string;
}

function drawNetwork(spec: NetworkPanel, at: readonly Point[], height: number, paint: Paint): string {
  const radius = scaleSqrt().domain([0, spec.mostOutput]).range([0, 15]);
  const drawing: Drawing = {
    spec,
    at,
    height,
    paint,
    ordered: [...spec.pairs].sort((p, q) => weight(p) - weight(q) || p.a - q.a || p.b - q.b),
    last: (spec.output[0]?.length ?? 1) - 1,
    width: scaleSqrt().domain([0, spec.mostTie]).range([0, 11]),
    radius: (output) => Math.max(3, radius(output)),
    colour: (change) => (change >= CHANGED ? paint.gain : change <= -CHANGED ? paint.loss : paint.faint),
  };
  const discs = at.map(({ x, y }, r): Box => {
    const size = drawing.radius(Math.max(...spec.output[r]!));
    return { left: x - size, right: x + size, top: y - size, bottom: y + size };
  });
  const { parts: names, taken } = drawNames(drawing, discs);
  return [...drawTies(drawing), ...drawDiscs(drawing), ...names, ...drawChanges(drawing, taken)].join('');
}

function drawTies({ spec, at, paint, ordered, last, width, colour }: Drawing): string[] {
  return ordered.map((pair) => {
    const widths = pair.tie.map((tie) => Math.max(0.5, width(tie)));
    const colours = pair.change.map(colour);
    const note = pair.change.map((change) => formatSignedPercent(change, 0));
    const frames: Frames = { 'stroke-width': widths, stroke: colours, note };
    return element('path', {
      d: pathOf(at[pair.a]!, at[pair.b]!),
      stroke: colours[last]!,
      'stroke-width': widths[last]!,
      'stroke-linecap': 'round',
      'data-frames': paint.interactive ? framesText(frames) : null,
      'data-tip': paint.interactive ? `${spec.names[pair.a]}–${spec.names[pair.b]}, tie against no policy` : null,
    });
  });
}

function drawDiscs({ spec, at, paint, last, radius }: Drawing): string[] {
  return at.map(({ x, y }, r) => {
    const sizes = spec.output[r]!.map(radius);
    return element('circle', {
      cx: x,
      cy: y,
      r: sizes[last]!,
      fill: paint.ink,
      stroke: paint.surface,
      'stroke-width': 1.5,
      'data-frames': paint.interactive ? framesText({ r: sizes }) : null,
    });
  });
}

/** Names beside their discs where nothing else stands, and all boxes that are taken then. */
function drawNames({ spec, at, height, paint, radius }: Drawing, discs: readonly Box[]) {
  const taken = [...discs];
  const parts = at.map((place, r) => {
    const name = spec.names[r]!;
    const spot = freeSpot(place, radius(Math.max(...spec.output[r]!)), textWidth(name, 12, true), taken, height);
    taken.push(spot.box);
    return label(spot.x, spot.y, name, { fill: paint.ink, bold: true, halo: paint.surface });
  });
  return { parts, taken };
}

/** Changes of the three ties that matter most, beside their lines or at the end of a leader. */
function drawChanges(drawing: Drawing, names: readonly Box[]): string[] {
  const { spec, at, height, paint, ordered, last, width, colour } = drawing;
  const taken = [...names];
  const lineOf = (pair: TiedPair): Line => ({ from: at[pair.a]!, to: at[pair.b]!, half: width(pair.tie[last]!) / 2 });
  const strongest = ordered
    .filter((pair) => Math.abs(pair.change[last]!) >= CHANGED)
    .sort((p, q) => weight(q) - weight(p) || p.a - q.a || p.b - q.b)
    .slice(0, 3);
  const leaders: Line[] = [];
  return strongest.flatMap((pair) => {
    const texts = pair.change.map((change) => formatSignedPercent(change, 0));
    const others = spec.pairs.filter((other) => other !== pair).map(lineOf);
    const size = textWidth(texts[last]!, 11.5, true);
    const spot = lineSpot(lineOf(pair), size, taken, [...others, ...leaders], height);
    taken.push(spot.box);
    const parts: string[] = [];
    if (spot.leader !== null) {
      const [line, text] = spot.leader;
      leaders.push({ from: line, to: text, half: 1 });
      parts.push(element('path', { d: pathOf(line, text), stroke: paint.ink, 'stroke-width': 0.8 }));
      parts.push(element('circle', { cx: line.x, cy: line.y, r: 1.8, fill: paint.ink, stroke: paint.surface }));
    }
    const fill = pair.change.map(colour).map((each) => (each === paint.faint ? paint.muted : each));
    const frames = paint.interactive ? { text: texts, fill } : null;
    const options = { size: 11.5, fill: colour(pair.change[last]!), bold: true, halo: paint.surface, frames };
    return [...parts, label(spot.x, spot.y, texts[last]!, options)];
  });
}

/** The weight of a pair in the picture: the tie that policy adds or takes. */
function weight(pair: TiedPair): number {
  const last = pair.tie.length - 1;
  const change = pair.change[last]!;
  return Math.abs(change) < CHANGED ? 0 : Math.abs(pair.tie[last]! * (1 - 1 / (1 + change)));
}
