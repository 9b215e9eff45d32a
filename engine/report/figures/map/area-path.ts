import type { Point } from '../drawing/boxes.js';

/** A ring in pixels, closed by going back to its first point. */
export type Ring = readonly Point[];

/** The path of some rings, to a tenth of a pixel: steps from point to point take half the letters of places, and points that nobody can tell apart one. */
export function ringsPath(rings: readonly Ring[]): string {
  const parts: string[] = [];
  let [x, y] = [0, 0];
  for (const ring of rings) {
    const start = ring[0];
    if (start === undefined) continue;
    const [startX, startY] = [tenths(start.x), tenths(start.y)];
    // Relative to whole tenths, so that no rounding adds up.
    parts.push(`m${pair(startX - x, startY - y)}l`);
    [x, y] = [startX, startY];
    let lead = false;
    for (const point of ring) {
      const [nextX, nextY] = [tenths(point.x), tenths(point.y)];
      if (nextX === x && nextY === y) continue;
      const step = pair(nextX - x, nextY - y);
      parts.push(lead && !step.startsWith('-') ? ` ${step}` : step);
      lead = true;
      [x, y] = [nextX, nextY];
    }
    // A ring within a tenth of a pixel still shows as a dot.
    parts.push(lead ? 'z' : '0 0z');
    [x, y] = [startX, startY];
  }
  return parts.join('');
}

function tenths(value: number): number {
  return Math.round(value * 10);
}

function pair(across: number, down: number): string {
  const second = short(down);
  return second.startsWith('-') ? `${short(across)}${second}` : `${short(across)} ${second}`;
}

/** Tenths as a number without what can be left out: .3 for 0.3. */
function short(value: number): string {
  const size = Math.abs(value);
  const whole = Math.floor(size / 10);
  const part = size % 10;
  const digits = part === 0 ? String(whole) : whole === 0 ? `.${part}` : `${whole}.${part}`;
  return value < 0 ? `-${digits}` : digits;
}
