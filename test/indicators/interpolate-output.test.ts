import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolateOutput } from '../../engine/indicators/interpolate-output.js';

const output = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('Output between two observed years', () => {
  it('grows at a constant rate', () => {
    const years = [0, 1, 2, 3, 4, 5, 6].map((t) => interpolateOutput(100, 200, t / 6));
    years.slice(1).forEach((q, t) => {
      expect(q / years[t]!).toBeCloseTo(2 ** (1 / 6), 12);
    });
  });

  it('is the observed output at both ends and between them elsewhere', () => {
    fc.assert(
      fc.property(output, output, part, (from, to, p) => {
        expect(interpolateOutput(from, to, 0)).toBe(from);
        expect(interpolateOutput(from, to, 1)).toBe(to);
        const between = interpolateOutput(from, to, p);
        expect(between).toBeGreaterThanOrEqual(Math.min(from, to) * (1 - 1e-12));
        expect(between).toBeLessThanOrEqual(Math.max(from, to) * (1 + 1e-12));
      }),
    );
  });

  it('is a straight line from or to nothing', () => {
    expect(interpolateOutput(0, 60, 1 / 3)).toBeCloseTo(20, 12);
    expect(interpolateOutput(60, 0, 1 / 3)).toBeCloseTo(40, 12);
    expect(interpolateOutput(0, 0, 0.5)).toBe(0);
  });

  it('is never extrapolated', () => {
    for (const outside of [-0.1, 1.1, Number.NaN]) {
      expect(() => interpolateOutput(1, 2, outside)).toThrow(RangeError);
    }
  });
});
