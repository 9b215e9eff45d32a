import { cos, hypot, sin } from '../../../exact-math/index.js';
import { type Box, type Line, overlap, type Point, within } from '../drawing/boxes.js';

/** Degrees east and north, or null for a circle. */
export type Places = readonly { readonly longitude: number; readonly latitude: number }[] | null;

export const NETWORK_WIDTH = 400;
const MARGIN = { left: 48, right: 62, top: 30, bottom: 30 };

/** Places in the panel, as high as they need: as on a map without distorting angles much, else on a circle from the top. */
export function layOut(count: number, places: Places): { points: Point[]; height: number } {
  const { left, right, top, bottom } = MARGIN;
  const room = NETWORK_WIDTH - left - right;
  if (places === null) {
    const radius = Math.min(room / 2, 130);
    const points = Array.from({ length: count }, (_, k) => {
      // Two lie side by side, more begin at the top.
      const angle = (2 * Math.PI * k) / count - (count === 2 ? Math.PI : Math.PI / 2);
      return { x: left + room / 2 + radius * cos(angle), y: top + radius + radius * sin(angle) };
    });
    return { points, height: 2 * radius + top + bottom };
  }
  const middle = places.reduce((sum, place) => sum + place.latitude, 0) / count;
  const raw = places.map((place) => ({ x: place.longitude * cos((middle * Math.PI) / 180), y: -place.latitude }));
  const [xs, ys] = [raw.map((point) => point.x), raw.map((point) => point.y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(room / Math.max(1e-9, x1 - x0), 300 / Math.max(1e-9, y1 - y0));
  const points = raw.map((point) => ({
    x: left + room / 2 + (point.x - (x0 + x1) / 2) * scale,
    y: top + (point.y - y0) * scale,
  }));
  return { points, height: Math.ceil((y1 - y0) * scale) + top + bottom };
}

/** The spot near a point at which a text covers least of what is drawn already. */
export function freeSpot(
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
    1000 * Number(box.left < 0 || box.right > NETWORK_WIDTH || box.top < 0 || box.bottom > height);
  return candidates.reduce((best, spot) => (cover(spot.box) < cover(best.box) - 1e-9 ? spot : best));
}

/** Spots along a line at which its label may stand, their distance from it, and the cost of each against covering something. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
const OFF = [0, 8, 16, 24, 32, 40, 50];
const COST = { along: 20, off: 1.2, other: 8, crossed: 20 };

/**
 * The place at which a text beside a line is nearest to it, covers least of what is drawn and lies on no other line; with a leader where it
 * must stand further off.
 */
export function lineSpot(
  line: Line,
  width: number,
  taken: readonly Box[],
  others: readonly Line[],
  height: number,
): { x: number; y: number; box: Box; leader: readonly [Point, Point] | null } {
  const [dx, dy] = [line.to.x - line.from.x, line.to.y - line.from.y];
  const length = hypot(dx, dy) || 1;
  const [across, down] = [-dy / length, dx / length];
  const candidates = ALONG.flatMap((t) =>
    OFF.flatMap((off) =>
      [1, -1].map((side) => {
        const foot = { x: line.from.x + t * dx, y: line.from.y + t * dy };
        // The box just clears the line, whichever way that runs.
        const clear = line.half + 2 + (Math.abs(across) * (width + 4)) / 2 + Math.abs(down) * 7.5 + off;
        const middle = { x: foot.x + side * across * clear, y: foot.y + side * down * clear };
        const box = {
          left: middle.x - width / 2 - 2,
          right: middle.x + width / 2 + 2,
          top: middle.y - 7.5,
          bottom: middle.y + 7.5,
        };
        const reach = clear - 6 * Math.abs(down) - (Math.abs(across) * width) / 2;
        const edge = { x: foot.x + side * across * reach, y: foot.y + side * down * reach };
        const leader = off === 0 ? null : ([foot, edge] as const);
        const cost =
          taken.reduce((sum, other) => sum + overlap(box, other), 0) +
          others.reduce((sum, other) => sum + COST.other * Math.min(1, 0.2 + other.half) * within(other, box), 0) +
          (leader === null
            ? 0
            : taken.reduce((sum, other) => sum + COST.crossed * within(leaderLine(leader), other), 0)) +
          COST.off * off +
          COST.along * Math.abs(t - 0.5) +
          1000 * Number(box.left < 0 || box.right > NETWORK_WIDTH || box.top < 0 || box.bottom > height);
        return { x: box.left + 2, y: middle.y + 4, box, leader, cost };
      }),
    ),
  );
  return candidates.reduce((best, spot) => (spot.cost < best.cost - 1e-9 ? spot : best));
}

function leaderLine([from, to]: readonly [Point, Point]): Line {
  return { from, to, half: 0 };
}
