import { describe, expect, it } from 'vitest';
import { orderedValues, quantileError } from '../../engine/statistics/quantiles.js';
import { stream } from '../../engine/values/streams.js';

describe('The standard error of a quantile', () => {
  it('of evenly spread numbers is that of the share times their span, at the edges too', () => {
    const numbers = orderedValues(Float64Array.from({ length: 11 }, (_, k) => 3 * k));
    for (const p of [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]) {
      expect(quantileError(numbers, p)).toBeCloseTo(30 * Math.sqrt((p * (1 - p)) / 11), 12);
    }
  });

  it('is how much the quantile scatters from sample to sample, of uniform numbers √(p(1−p)/n)', () => {
    const [n, samples] = [400, 300];
    for (const p of [0.05, 0.5]) {
      let [said, found] = [0, 0];
      for (let k = 0; k < samples; k++) {
        const { uniform } = stream(k, 0, 'test');
        const sorted = Float64Array.from({ length: n }, uniform).sort();
        said += quantileError(orderedValues(sorted), p) / samples;
        found += (sorted[Math.round(p * (n - 1))]! - p) ** 2 / samples;
      }
      expect(said).toBeCloseTo(Math.sqrt((p * (1 - p)) / n), 2);
      expect(Math.sqrt(found) / said).toBeGreaterThan(0.85);
      expect(Math.sqrt(found) / said).toBeLessThan(1.15);
    }
  });
});
