import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedPermutation } from '../../../engine/montecarlo/sampling/keyed-permutation.js';

const range = (count: number) => Array.from({ length: count }, (_, k) => k);

describe('A keyed permutation', () => {
  it('takes every place exactly once, for any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.string(), (count, name) => {
        const place = keyedPermutation(count, 1, name);
        expect(new Set(range(count).map(place)).size).toBe(count);
        expect(Math.max(...range(count).map(place))).toBe(count - 1);
      }),
      { numRuns: 50 },
    );
  });

  it('works up to 2³² places', () => {
    for (const count of [2 ** 31 + 2, 2 ** 32]) {
      const place = keyedPermutation(count, 1, 'a');
      const places = [0, 1, 2 ** 31, count - 1].map(place);
      expect(new Set(places).size).toBe(4);
      for (const k of places) expect(k >= 0 && k < count).toBe(true);
    }
  });

  it('takes all orders of five things about equally often', () => {
    const counts = new Map<string, number>();
    const trials = 24_000;
    for (const key of range(trials)) {
      const order = range(5)
        .map(keyedPermutation(5, key, 'a'))
        .join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(120);
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - trials / 120) ** 2 / (trials / 120), 0);
    // 99.9 % quantile of χ² with 119 degrees of freedom.
    expect(chiSquare).toBeLessThan(172.4);
  });

  it('takes a place of a long study to each tenth of it about equally often, over keys', () => {
    const counts = new Array<number>(10).fill(0);
    for (const key of range(5000)) counts[Math.floor((keyedPermutation(9000, key, 'a')(4321) / 9000) * 10)]!++;
    const chiSquare = counts.reduce((sum, n) => sum + (n - 500) ** 2 / 500, 0);
    // 99.9 % quantile of χ² with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.9);
  });

  it('leaves places and their images uncorrelated, and those of other names', () => {
    const count = 20_000;
    const [a, b] = [keyedPermutation(count, 1, 'a'), keyedPermutation(count, 1, 'b')];
    const score = (f: (k: number) => number, g: (k: number) => number) =>
      range(count).reduce((sum, k) => sum + (f(k) / count - 0.5) * (g(k) / count - 0.5), 0) * (12 / Math.sqrt(count));
    const identity = (k: number) => k;
    for (const z of [score(identity, a), score(identity, b), score(a, b), score(a, (k) => a((k + 1) % count))]) {
      expect(Math.abs(z)).toBeLessThan(4);
    }
  });
});
