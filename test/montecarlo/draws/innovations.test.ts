import { describe, expect, it } from 'vitest';
import {
  createInnovations,
  INNOVATION_FREEDOM,
  LARGEST_INNOVATION,
} from '../../../engine/montecarlo/draws/innovations.js';
import { studentFromNormal, unitStudentQuantileFunction } from '../../../engine/statistics/student.js';
import { stream } from '../../../engine/values/streams.js';

const innovations = createInnovations();
const quantile = unitStudentQuantileFunction(INNOVATION_FREEDOM);

describe('Innovations of the noise', () => {
  it('are Student’s t at the probability of the normal number', () => {
    const normals = Float64Array.from({ length: 771 }, (_, k) => (k - 385) / 101);
    const found = normals.slice();
    innovations(found);
    let worst = 0;
    normals.forEach((z, k) => {
      worst = Math.max(worst, Math.abs(found[k]! - studentFromNormal(z, quantile)));
    });
    expect(worst).toBeLessThan(1e-9);
  });

  it('are cut at six standard deviations, on both sides', () => {
    const found = Float64Array.from([-30, -4.5, 4.5, 30, Number.POSITIVE_INFINITY]);
    innovations(found);
    expect([...found]).toEqual([-1, -1, 1, 1, 1].map((sign) => sign * LARGEST_INNOVATION));
  });

  it('have mean 0, variance 1 and the heavy tails of eight degrees of freedom', () => {
    const numbers = new Float64Array(400_000);
    stream(5, 0, 'innovations').fillNormals(numbers);
    innovations(numbers);
    const moment = (power: number) => numbers.reduce((sum, x) => sum + x ** power, 0) / numbers.length;
    expect(Math.abs(moment(1))).toBeLessThan(0.005);
    expect(moment(2)).toBeCloseTo(1, 2);
    // The kurtosis of Student's t is 3 + 6 / (ν − 4), a little less once it is cut.
    expect(moment(4)).toBeGreaterThan(4);
    expect(moment(4)).toBeLessThan(4.6);
  });
});
