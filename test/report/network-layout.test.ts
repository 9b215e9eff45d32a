import { describe, expect, it } from 'vitest';
import { lineSpot } from '../../engine/report/figures/comparison/network-layout.js';
import type { Line } from '../../engine/report/figures/drawing/boxes.js';

describe('The label of a line between places', () => {
  it('lies on no other line, however near, and is led to its own where it must stand off', () => {
    const from = { x: 120, y: 150 };
    const line: Line = { from, to: { x: 260, y: 150 }, half: 2 };
    // Lines close to both sides leave no room beside it.
    const near: Line[] = [12, -12, 24, -24].map((dy) => ({ from, to: { x: 260, y: 150 + dy }, half: 1 }));
    const alone = lineSpot(line, 30, [], [], 300);
    expect(alone.leader).toBeNull();
    const { box, leader } = lineSpot(line, 30, [], near, 300);
    for (const { to } of near) {
      const points = Array.from({ length: 101 }, (_, k) => ({
        x: from.x + ((to.x - from.x) * k) / 100,
        y: from.y + ((to.y - from.y) * k) / 100,
      }));
      const on = points.filter(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
      expect(on).toEqual([]);
    }
    expect(leader![0].y).toBe(150);
  });
});
