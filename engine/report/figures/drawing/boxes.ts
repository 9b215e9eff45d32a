/** A place in the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room that something takes. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line between two places, half its width at both sides. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
  readonly half: number;
}

/** The part of two boxes that both cover, in square pixels. */
export function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

/** Length of a line inside a box, its width counted at the box's sides (Liang–Barsky). */
import { hypot } from '../../../exact-math/index.js';
export function within({ from, to, half }: Line, box: Box): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - box.left + half],
    [dx, box.right + half - from.x],
    [-dy, from.y - box.top + half],
    [dy, box.bottom + half - from.y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return 0;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  return Math.max(0, leave - enter) * hypot(dx, dy);
}
