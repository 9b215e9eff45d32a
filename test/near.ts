import { expect } from 'vitest';

/** Expects numbers to equal those of a hand computation, to 1e-12 of the larger of 1 and themselves. */
export function expectNear(found: readonly number[], expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, k) => {
    const tolerance = 1e-12 * Math.max(1, Math.abs(expected[k]!));
    expect(Math.abs(value - expected[k]!), `${found.join(', ')} is not ${expected.join(', ')}`).toBeLessThan(tolerance);
  });
}
