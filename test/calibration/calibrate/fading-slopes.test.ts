import { describe, expect, it } from 'vitest';
import { fadingSlopes } from '../../../engine/calibration/calibrate/fading-slopes.js';

const NO_FADING = { prior: { value: 1, sd: 0.1 }, grid: [1], yearly: () => 1 };

/** Years that each weigh the same, with these slopes. */
function slopeOf(slopes: readonly number[]) {
  const moments = slopes.map((slope, step) => ({ step, lead: 1, span: 1, xx: 1, xy: slope, yy: slope ** 2 }));
  return fadingSlopes([{ moments, prior: { value: 0, sd: 1 } }], NO_FADING).slopes[0]!;
}

describe('The slope of growth on past growth', () => {
  it('is as sure as half as many years would make it, since neighbouring years are alike', () => {
    // Four years of one slope: their spread is 0.5, worth two years, over 2 + 4 − 1 of them; four years count as two.
    const { data } = slopeOf([0.3, 0.3, 0.3, 0.3]);
    expect(data!.value).toBeCloseTo(0.3, 12);
    expect(data!.sd).toBeCloseTo(Math.sqrt((2 * 0.5 ** 2) / 5 / 2), 12);
  });

  it('is less sure where years differ', () => {
    const { data } = slopeOf([0.1, 0.5, 0.1, 0.5]);
    expect(data!.value).toBeCloseTo(0.3, 12);
    expect(data!.sd).toBeCloseTo(Math.sqrt((2 * 0.5 ** 2 + 4 * 0.2 ** 2) / 5 / 2), 12);
  });

  it('is drawn to the prior by the inverse of both variances', () => {
    const { data, posterior } = slopeOf([0.3, 0.3, 0.3, 0.3]);
    const weight = 1 / (1 + data!.sd ** 2);
    expect(posterior.value).toBeCloseTo(0.3 * weight, 12);
    expect(posterior.sd).toBeCloseTo(data!.sd * Math.sqrt(weight), 12);
  });
});
