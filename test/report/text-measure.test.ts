import { describe, expect, it } from 'vitest';
import { spreadOut } from '../../engine/report/figures/drawing/cartesian.js';
import { fitText, textWidth, wrapText } from '../../engine/report/figures/drawing/text-measure.js';

describe('Texts in charts', () => {
  it('never become wider than their room', () => {
    for (const room of [20, 60, 140]) {
      expect(textWidth(fitText('Communications, computers and electronics', room))).toBeLessThanOrEqual(room);
      for (const line of wrapText('Communications, computers and electronics', room))
        expect(textWidth(line)).toBeLessThanOrEqual(room);
    }
  });

  it('take full squares for Chinese letters', () => {
    expect(textWidth('长春', 10)).toBe(20);
  });

  it('are moved apart and stay in order and within bounds', () => {
    const placed = spreadOut([50, 50, 52, 10, 99], 12, 0, 100);
    const sorted = [...placed].sort((a, b) => a - b);
    for (const [k, at] of sorted.entries()) if (k > 0) expect(at - sorted[k - 1]!).toBeGreaterThanOrEqual(12 - 1e-9);
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...placed)).toBeLessThanOrEqual(100);
    expect(placed[3]).toBe(sorted[0]);
  });
});
