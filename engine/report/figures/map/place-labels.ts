import { cos, hypot, sin } from '../../../exact-math/index.js';
import { type Box, type Line, overlap, type Point, within } from '../drawing/boxes.js';
import { textWidth, wrapText } from '../drawing/text-measure.js';

/** A thing that wants a label. */
export interface Labelled {
  readonly lines: readonly string[];
  /** The place from which a line leads to a label that stands apart. */
  readonly at: Point;
  /** Room around the place that belongs to the thing: labels beside it begin there. */
  readonly radius: number;
  /** Places on the thing itself at which the middle of the label may stand. */
  readonly spots: readonly Point[];
  /** Cost of standing there, from what lies under the label, with a line that leads to it or without. */
  cost(box: Box, led: boolean): number;
}

/** A label where it stands, the middle of its lines, with the line that leads to what it names; null where it stands there already. */
export interface PlacedLabel {
  readonly middle: Point;
  readonly box: Box;
  readonly leader: Line | null;
}

/** What is drawn already, which labels should not cover, and the room in which they stand. */
export interface Drawn {
  readonly discs: readonly Box[];
  readonly lines: readonly Line[];
  readonly room: Box;
}

export const LABEL_SIZE = 11.5;
export const LINE_HEIGHT = 13;

const DIRECTIONS = Array.from({ length: 16 }, (_, k) => (k * Math.PI) / 8);
const AWAY = [3, 10, 18, 28, 40, 54, 70];
/** Distance from which a line leads to the label. */
const LEAD = 15;
/** Cost of a pixel of distance, of a square pixel of a disc, of a pixel of a line, of what a leader crosses, and of standing off at all. */
const COST = { away: 1, disc: 0.35, line: 0.5, leader: 14, off: 16 };

/** A label that costs more misleads more than it tells. */
const MOST_COST = 170;

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
      const full = cost + label.cost(placed.box, placed.leader !== null) + covering(placed, drawn, others);
      if (best === null || full < best.cost) best = { placed, cost: full };
    }
    if (best === null || best.cost > MOST_COST) return null;
    taken.push(best.placed.box);
    if (best.placed.leader !== null) leaders.push(best.placed.leader);
    return best.placed;
  });
}

/** Places of a label with what each costs by its distance. */
function* candidates({ lines, at, radius, spots }: Labelled): Generator<{ placed: PlacedLabel; cost: number }> {
  const half = halfOf(lines);
  const around = ({ x, y }: Point): Box => ({
    left: x - half.x,
    right: x + half.x,
    top: y - half.y,
    bottom: y + half.y,
  });
  for (const middle of spots) {
    const cost = 0.15 * hypot(middle.x - at.x, middle.y - at.y);
    yield { placed: { middle, box: around(middle), leader: null }, cost };
  }
  for (const away of AWAY)
    for (const angle of DIRECTIONS) {
      const [dx, dy] = [cos(angle), sin(angle)];
      const reach = radius + away + Math.abs(dx) * half.x + Math.abs(dy) * half.y;
      const middle = { x: at.x + dx * reach, y: at.y + dy * reach };
      const from = { x: at.x + dx * radius, y: at.y + dy * radius };
      const to = { x: at.x + dx * (radius + away), y: at.y + dy * (radius + away) };
      const leader = away < LEAD ? null : { from, to, half: 0.5 };
      // To the right is read first.
      const cost = COST.off + COST.away * away - 2 * dx + 2 * Math.abs(dy);
      yield { placed: { middle, box: around(middle), leader }, cost };
    }
}

function halfOf(lines: readonly string[]): Point {
  const widest = lines.reduce((most, line) => Math.max(most, textWidth(line, LABEL_SIZE, true)), 0);
  return { x: widest / 2 + 2, y: (lines.length * LINE_HEIGHT) / 2 + 0.5 };
}

function isFree({ box, leader }: PlacedLabel, taken: readonly Box[], leaders: readonly Line[], room: Box): boolean {
  if (box.left < room.left || box.right > room.right || box.top < room.top || box.bottom > room.bottom) return false;
  if (taken.some((other) => overlap(box, other) > 0 || (leader !== null && within(leader, other) > 0))) return false;
  return leaders.every((line) => within(line, box) === 0 && (leader === null || !cross(line, leader)));
}

function cross(a: Line, b: Line): boolean {
  const side = ({ from, to }: Line, { x, y }: Point): number =>
    (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

function covering({ box, leader }: PlacedLabel, { discs, lines }: Drawn, others: readonly Labelled[]): number {
  let cost = 0;
  for (const disc of discs) cost += COST.disc * overlap(box, disc);
  // Thick lines are what is to be seen.
  for (const line of lines) cost += COST.line * (line.half > 1 ? 3 : 1) * within(line, box);
  if (leader === null) return cost;
  for (const { at } of others) {
    const spot = { left: at.x - 4, right: at.x + 4, top: at.y - 4, bottom: at.y + 4 };
    if (within(leader, spot) > 0) cost += COST.leader;
  }
  return cost;
}
