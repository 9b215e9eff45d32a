import { type Box, type Line, overlap, type Point, within } from '../drawing/boxes.js';
import { textWidth, wrapText } from '../drawing/text-measure.js';

/** A thing that wants a label. */
export interface Labelled {
  readonly lines: readonly string[];
  readonly at: Point;
  /** Room around the place in which nothing else stands: the radius of a circle, or of the free middle of an area. */
  readonly radius: number;
  /** True where the label may stand on the thing itself. */
  readonly inside: boolean;
}

/** A label where it stands, the middle of its lines, with the line that leads to what it names; null where it stands there already. */
export interface PlacedLabel {
  readonly middle: Point;
  readonly box: Box;
  readonly leader: Line | null;
}

/** What is drawn already: labels may not cover the first, and should not cover the others. */
export interface Drawn {
  readonly discs: readonly Box[];
  readonly lines: readonly Line[];
  readonly room: Box;
}

export const LABEL_SIZE = 11.5;
export const LINE_HEIGHT = 13;

const DIRECTIONS = Array.from({ length: 16 }, (_, k) => (k * Math.PI) / 8);
const AWAY = [3, 10, 18, 28, 40, 54, 70, 88, 108, 130];
/** Cost of a pixel of distance, of a square pixel of a disc, of a pixel of a line, and of each that a leader crosses. */
const COST = { away: 1, disc: 0.35, line: 0.5, leader: 12 };

/** Lines of a name, at most so wide; a third one ends in an ellipsis. */
export function nameLines(name: string, width: number): string[] {
  const lines = wrapText(name, width, LABEL_SIZE, true);
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]}…`];
}

/**
 * Places labels one after the other where they collide with no other label and stay in the picture: on what they name, beside it, or further
 * off at the end of a line. Null where there is no such place.
 */
export function placeLabels(wanted: readonly Labelled[], drawn: Drawn): (PlacedLabel | null)[] {
  const taken: Box[] = [];
  const leaders: Line[] = [];
  return wanted.map((label, index) => {
    const others = wanted.filter((_, k) => k !== index);
    let best: { placed: PlacedLabel; cost: number } | null = null;
    for (const { placed, cost } of candidates(label)) {
      if (best !== null && cost >= best.cost) continue;
      if (!isFree(placed, taken, leaders, drawn.room)) continue;
      const full = cost + covering(placed, drawn, others);
      if (best === null || full < best.cost) best = { placed, cost: full };
    }
    if (best === null) return null;
    taken.push(best.placed.box);
    if (best.placed.leader !== null) leaders.push(best.placed.leader);
    return best.placed;
  });
}

function* candidates(label: Labelled): Generator<{ placed: PlacedLabel; cost: number }> {
  const half = halfOf(label);
  const around = (middle: Point): Box => ({
    left: middle.x - half.x,
    right: middle.x + half.x,
    top: middle.y - half.y,
    bottom: middle.y + half.y,
  });
  const { at, radius } = label;
  if (label.inside) yield { placed: { middle: at, box: around(at), leader: null }, cost: 0 };
  for (const away of AWAY)
    for (const angle of DIRECTIONS) {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const start = label.inside ? 0 : radius;
      const reach = start + away + Math.abs(dx) * half.x + Math.abs(dy) * half.y;
      const middle = { x: at.x + dx * reach, y: at.y + dy * reach };
      const box = around(middle);
      const edge = { x: at.x + dx * (start + away), y: at.y + dy * (start + away) };
      const leader = away < 15 ? null : { from: { x: at.x + dx * start, y: at.y + dy * start }, to: edge, half: 0.5 };
      // To the right is read first.
      yield { placed: { middle, box, leader }, cost: COST.away * away + 6 - 2 * dx + 2 * Math.abs(dy) };
    }
}

function halfOf({ lines }: Labelled): Point {
  const widest = lines.reduce((most, line) => Math.max(most, textWidth(line, LABEL_SIZE, true)), 0);
  return { x: widest / 2 + 2, y: (lines.length * LINE_HEIGHT) / 2 + 0.5 };
}

function isFree({ box, leader }: PlacedLabel, taken: readonly Box[], leaders: readonly Line[], room: Box): boolean {
  if (box.left < room.left || box.right > room.right || box.top < room.top || box.bottom > room.bottom) return false;
  if (taken.some((other) => overlap(box, other) > 0 || (leader !== null && within(leader, other) > 0))) return false;
  return leaders.every((line) => within(line, box) === 0);
}

function covering({ box, leader }: PlacedLabel, { discs, lines }: Drawn, others: readonly Labelled[]): number {
  let cost = 0;
  for (const disc of discs) cost += COST.disc * overlap(box, disc);
  for (const line of lines) cost += COST.line * within(line, box);
  for (const { at } of others) {
    if (at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom) cost += 40;
    const spot = { left: at.x - 4, right: at.x + 4, top: at.y - 4, bottom: at.y + 4 };
    if (leader !== null && within(leader, spot) > 0) cost += COST.leader;
  }
  return cost;
}
