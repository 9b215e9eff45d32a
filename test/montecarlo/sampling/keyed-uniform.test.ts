import { describe, expect, it } from 'vitest';
import { philox } from '../../../engine/montecarlo/sampling/keyed-uniform.js';

/** Philox2x32-10 of the paper in exact arithmetic. */
function exactPhilox(first: number, second: number, key: number): number {
  let [left, right, k] = [BigInt(first), BigInt(second), BigInt(key)];
  for (let round = 0; round < 10; round++) {
    const product = left * 0xd256d193n;
    [left, right] = [(product >> 32n) ^ k ^ right, product & 0xffffffffn];
    k = (k + 0x9e3779b9n) & 0xffffffffn;
  }
  return Number(left);
}

describe('Philox', () => {
  it('gives the known answers that its authors publish', () => {
    // Random123, kat_vectors: philox2x32 10.
    expect(philox(0, 0, 0)).toBe(0xff1dae59);
    expect(philox(0xffffffff, 0xffffffff, 0xffffffff)).toBe(0x2c3f628b);
    expect(philox(0x243f6a88, 0x85a308d3, 0x13198a2e)).toBe(0xdd7ce038);
  });

  it('agrees with exact arithmetic', () => {
    for (let k = 0; k < 500; k++) {
      const [a, b, c] = [k, Math.imul(k, 0x9e3779b1) >>> 0, Math.imul(k, 0x85ebca6b) >>> 0];
      expect(philox(a, b, c)).toBe(exactPhilox(a, b, c));
    }
  });
});
