import { describe, expect, it } from 'vitest';
import type { NoiseParameters } from '../../engine/kernel/inputs.js';
import { likeTheWhole } from '../../engine/projection/like-the-whole.js';
import type { Projection } from '../../engine/projection/plan.js';
import { windowNoise } from '../../engine/statistics/window-noise.js';

/** Two regions and one industry: the first grows by 21 % and the second by 1 % over two years, the whole by 11 %. */
const projection = {
  plan: { regions: ['North', 'South'], industries: ['Food'], years: [2010, 2011, 2012], window: 2 },
  output: Float64Array.of(100, 100, 110, 100.5, 121, 101),
  higherLevel: null,
} as unknown as Projection;

const noise = (cell: number, more: Partial<NoiseParameters> = {}): NoiseParameters => ({
  common: 0,
  industry: 0,
  region: 0,
  cell,
  drift: 0,
  persistence: 0,
  relativeCell: null,
  ...more,
});

describe('The noise of growth over a window', () => {
  it('is that of a mean of independent years without persistence, and that of one year with all of it', () => {
    for (const years of [1, 2, 4, 9, 25]) {
      expect(windowNoise(0.03, 0, years)).toBeCloseTo(0.03 / Math.sqrt(years), 15);
      expect(windowNoise(0.03, 1, years)).toBeCloseTo(0.03, 15);
    }
  });

  it('is what one works out by hand for three years: σ √(3 + 4θ + 2θ²) / 3', () => {
    expect(windowNoise(0.06, 0.5, 3)).toBeCloseTo((0.06 * Math.sqrt(3 + 2 + 0.5)) / 3, 15);
  });
});

describe('A cell is like the whole', () => {
  // Relative growth a year: North ln(1.21 / 1.11) / 2 = 0.0431, South ln(1.01 / 1.11) / 2 = -0.0472.
  it('where its growth differs from that of its industry by less than its noise over the window, and only there', () => {
    // Over two years a noise of 0.0640 is 0.0453, between the two.
    expect([...likeTheWhole(projection, noise(0.064), 2)]).toEqual([1, 0]);
    expect([...likeTheWhole(projection, noise(0.06), 2)]).toEqual([0, 0]);
    expect([...likeTheWhole(projection, noise(0.068), 2)]).toEqual([1, 1]);
  });

  it('counting the noise of its region and its own level of noise, but none that the industry has everywhere', () => {
    expect([...likeTheWhole(projection, noise(0, { region: 0.068 }), 2)]).toEqual([1, 1]);
    expect([...likeTheWhole(projection, noise(0, { industry: 1, common: 1, drift: 1 }), 2)]).toEqual([0, 0]);
    expect([...likeTheWhole(projection, noise(0.034, { relativeCell: Float64Array.of(1, 2) }), 2)]).toEqual([0, 1]);
  });
});
