import type { Point } from '../drawing/boxes.js';

/** Steps of the search in each direction, and corners of a ring that are looked at. */
const STEPS = 14;
const CORNERS = 120;

/** A ring in pixels. */
export type Ring = readonly Point[];

/** The place inside a ring that is furthest from its edge, on a grid: where a label stands best; with the room around it. */
export function middleOf(ring: Ring): { readonly at: Point; readonly room: number } {
  const xs = ring.map(({ x }) => x);
  const ys = ring.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const thin = ring.filter((_, k) => k % Math.ceil(ring.length / CORNERS) === 0);
  let best = { at: { x: (left + right) / 2, y: (top + bottom) / 2 }, room: 0 };
  for (let i = 1; i < STEPS; i++)
    for (let j = 1; j < STEPS; j++) {
      const at = { x: left + ((right - left) * i) / STEPS, y: top + ((bottom - top) * j) / STEPS };
      if (!isInside(at, ring)) continue;
      const room = Math.min(...thin.map(({ x, y }) => Math.hypot(x - at.x, y - at.y)));
      if (room > best.room) best = { at, room };
    }
  return best;
}

/** True for a place inside a ring, by the parity of edges to its right. */
export function isInside({ x, y }: Point, ring: Ring): boolean {
  let inside = false;
  ring.forEach((corner, k) => {
    const other = ring[(k + 1) % ring.length]!;
    if (corner.y > y !== other.y > y && x < corner.x + ((y - corner.y) / (other.y - corner.y)) * (other.x - corner.x))
      inside = !inside;
  });
  return inside;
}
