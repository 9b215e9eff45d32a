import { betaCdf, betaQuantileFunction } from './beta.js';
import { normalCdf, normalQuantile } from './normal.js';

/**
 * Probability that a variable with Student's t distribution is at most `t`.
 *
 * Source: Student 1908; through the incomplete beta function, DLMF 8.17 and Abramowitz & Stegun 26.7.1. From the tail for large t and from the
 * centre for small, so that both keep their digits.
 *
 * @param freedom degrees of freedom, above 0, not necessarily whole
 *
 * @example
 * studentCdf(0, 5); // → 0.5
 * studentCdf(1, 1); // → 0.75
 */
export function studentCdf(t: number, freedom: number): number {
  const square = t * t;
  if (square < 1) {
    return 0.5 + 0.5 * Math.sign(t) * betaCdf(square / (freedom + square), 0.5, freedom / 2);
  }
  const tail = 0.5 * betaCdf(freedom / (freedom + square), freedom / 2, 0.5);
  return t < 0 ? tail : 1 - tail;
}

/**
 * The value of Student's t distribution not exceeded with probability `u`, 0 < u < 1.
 *
 * @param freedom degrees of freedom, above 0, not necessarily whole
 *
 * @example
 * studentQuantile(0.975, 10); // → 2.22813885198627
 */
export function studentQuantile(u: number, freedom: number): number {
  return studentQuantileFunction(freedom)(u);
}

/** The inverse of {@link studentCdf} in its first argument, prepared for many calls with the same degrees of freedom. */
export function studentQuantileFunction(freedom: number): (u: number) => number {
  const outward = betaQuantileFunction(freedom / 2, 0.5);
  const inward = betaQuantileFunction(0.5, freedom / 2);
  return (u) => {
    const tail = Math.min(u, 1 - u);
    if (tail === 0.5) return 0;
    let size: number;
    if (tail < 0.25) {
      const x = outward(2 * tail);
      size = Math.sqrt((freedom * (1 - x)) / x);
    } else {
      const y = inward(1 - 2 * tail);
      size = Math.sqrt((freedom * y) / (1 - y));
    }
    return u < 0.5 ? -size : size;
  };
}

/**
 * Student's t scaled to variance 1, as a function of a uniform number in (0, 1): it turns the uniform numbers of a stream, or the points of a
 * design, into draws with heavier tails than the normal and the same standard deviation.
 *
 * @param freedom degrees of freedom, above 2: with fewer there is no variance. A RangeError otherwise; Infinity gives the normal.
 *
 * @example
 * const quantile = unitStudentQuantileFunction(5);
 * quantile(0.975) / studentQuantile(0.975, 5); // → 0.774596669241483
 */
export function unitStudentQuantileFunction(freedom: number): (u: number) => number {
  if (!(freedom > 2)) throw new RangeError(`Student's t has no variance with ${freedom} degrees of freedom`);
  if (freedom === Number.POSITIVE_INFINITY) return normalQuantile;
  const quantile = studentQuantileFunction(freedom);
  const scale = Math.sqrt((freedom - 2) / freedom);
  return (u) => scale * quantile(u);
}

/**
 * Turns a standard normal number into one of Student's t distribution scaled to variance 1, at the same probability: the sign stays, the tails
 * grow. Serves streams that give normal numbers.
 *
 * @param quantile from {@link unitStudentQuantileFunction}
 *
 * @example
 * studentFromNormal(0, unitStudentQuantileFunction(4)); // → 0
 */
export function studentFromNormal(z: number, quantile: (u: number) => number): number {
  // The lower tail keeps its digits where 1 − u would lose them.
  return z > 0 ? -quantile(normalCdf(-z)) : quantile(normalCdf(z));
}
