import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../engine/statistics/normal.js';
import {
  studentCdf,
  studentFromNormal,
  studentQuantile,
  unitStudentQuantileFunction,
} from '../../engine/statistics/student.js';

describe("Student's t", () => {
  it('has the percentage points of the published tables', () => {
    // Table 12 of Pearson & Hartley 1966, Biometrika Tables for Statisticians, and every textbook since.
    const table: readonly (readonly [freedom: number, p: number, t: number])[] = [
      [1, 0.9, 3.078],
      [1, 0.975, 12.706],
      [1, 0.995, 63.657],
      [2, 0.95, 2.92],
      [2, 0.975, 4.303],
      [3, 0.975, 3.182],
      [4, 0.995, 4.604],
      [5, 0.95, 2.015],
      [5, 0.975, 2.571],
      [7, 0.9, 1.415],
      [10, 0.975, 2.228],
      [10, 0.995, 3.169],
      [15, 0.99, 2.602],
      [20, 0.975, 2.086],
      [30, 0.975, 2.042],
      [60, 0.975, 2.0],
      [120, 0.975, 1.98],
      [120, 0.995, 2.617],
    ];
    for (const [freedom, p, t] of table) {
      expect(studentQuantile(p, freedom), `${freedom} at ${p}`).toBeCloseTo(t, 3);
      expect(studentCdf(t, freedom), `${freedom} at ${t}`).toBeCloseTo(p, 3);
    }
  });

  it('is the Cauchy distribution with one degree of freedom and has closed forms with two and four', () => {
    for (const t of [-1e6, -40, -3, -0.7, -1e-9, 0, 0.2, 1, 5, 300]) {
      expect(studentCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13);
      expect(studentCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 13);
      const x = t / Math.sqrt(4 + t * t);
      expect(studentCdf(t, 4)).toBeCloseTo(0.5 + (3 * x - x ** 3) / 4, 13);
    }
  });

  it('keeps its digits far out: the tail of the Cauchy distribution is 1/(π·t)', () => {
    expect(studentCdf(-1e12, 1) * Math.PI * 1e12).toBeCloseTo(1, 10);
    expect(studentQuantile(1e-12, 1) * Math.PI * -1e-12).toBeCloseTo(1, 10);
  });

  it('has a quantile function that undoes the distribution function, on both sides alike', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        (u, freedom) => {
          const t = studentQuantile(u, freedom);
          expect(studentCdf(t, freedom) / u).toBeCloseTo(1, 9);
          // 1 − (1 − u) is u rounded as 1 − u is.
          const mirrored = studentQuantile(1 - (1 - u), freedom);
          expect(studentQuantile(1 - u, freedom)).toBeCloseTo(-mirrored, 6);
        },
      ),
    );
  });

  it('comes close to the normal distribution with many degrees of freedom', () => {
    for (const u of [0.001, 0.1, 0.4, 0.8, 0.999]) {
      expect(studentQuantile(u, 1e7)).toBeCloseTo(normalQuantile(u), 5);
      expect(unitStudentQuantileFunction(Infinity)(u)).toBe(normalQuantile(u));
    }
  });

  it('scaled to variance 1 has variance 1, and heavier tails than the normal', () => {
    for (const freedom of [7, 12, 30]) {
      const quantile = unitStudentQuantileFunction(freedom);
      // The mean square over equal steps of probability; the kurtosis slows it down near both ends.
      const steps = 20_000;
      let square = 0;
      for (let k = 0; k < steps; k++) square += quantile((k + 0.5) / steps) ** 2 / steps;
      expect(square).toBeCloseTo(1, 2);
      expect(quantile(0.9999)).toBeGreaterThan(normalQuantile(0.9999));
    }
    expect(() => unitStudentQuantileFunction(2)).toThrow(RangeError);
  });

  it('keeps the probability of a normal number that is turned into one of its own', () => {
    const quantile = unitStudentQuantileFunction(5);
    const scale = Math.sqrt(3 / 5);
    for (const z of [-6, -1.5, -0.1, 0, 0.3, 2, 7]) {
      const t = studentFromNormal(z, quantile);
      expect(studentCdf(-Math.abs(t) / scale, 5) / normalCdf(-Math.abs(z))).toBeCloseTo(1, 9);
      expect(Math.sign(t)).toBe(Math.sign(z));
    }
  });
});
