import { exp, expm1, log, log1p } from '../exact-math/index.js';
import { normalQuantile } from './normal.js';

const HALF_LOG_TWO_PI = 0.9189385332046727;

/** The argument from which Stirling's series has converged to double precision. */
const STIRLING_FROM = 12;

/** The remainder of log Γ(z) after Stirling's formula, z ≥ 12. */
function stirlingRemainder(z: number): number {
  const s = 1 / (z * z);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / z;
}

/**
 * Natural logarithm of the gamma function, z > 0.
 *
 * @example
 * logGamma(1); // → 0
 */
export function logGamma(z: number): number {
  if (z === 1 || z === 2) return 0;
  let shifted = z;
  let product = 1;
  while (shifted < STIRLING_FROM) product *= shifted++;
  const value = (shifted - 0.5) * log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingRemainder(shifted);
  return value - log(product);
}

/** Natural logarithm of the beta function, a and b > 0; keeps its digits where both are large. */
function logBeta(a: number, b: number): number {
  if (a < STIRLING_FROM || b < STIRLING_FROM) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const remainder = stirlingRemainder(a) + stirlingRemainder(b) - stirlingRemainder(a + b);
  return HALF_LOG_TWO_PI + (a - 0.5) * -log1p(b / a) - b * log1p(a / b) - 0.5 * log(b) + remainder;
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method; quick for x < (a+1)/(a+b+2). */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let c = 1;
  let value = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}

/**
 * Regularised incomplete beta function I_x(a, b): the probability that a beta(a, b) variable is at most `x`.
 *
 * @example
 * betaCdf(0.5, 3, 3); // → 0.5
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x === 0.5 && a === b) return 0.5;
  const logB = logBeta(a, b);
  const logFront = a * log(x) + b * log1p(-x) - logB;
  if (x < (a + 1) / (a + b + 2)) return Math.min(1, (exp(logFront) * continuedFraction(x, a, b)) / a);
  return Math.max(0, 1 - (exp(logFront) * continuedFraction(1 - x, b, a)) / b);
}

/**
 * The inverse of {@link betaCdf} in its first argument, prepared for many calls with the same a and b.
 *
 * Newton steps on log I against log x, kept inside a bracket: robust for u down to 1e-300 and for a or b far below 1.
 */
export function betaQuantileFunction(a: number, b: number): (u: number) => number {
  const logB = logBeta(a, b);
  const half = Math.max(0.5, betaCdf(0.5, a, b));
  return (u) => {
    if (u <= 0) return 0;
    if (u >= 1) return 1;
    return u <= half ? lowerQuantile(u, a, b, logB) : 1 - lowerQuantile(1 - u, b, a, logB);
  };
}

/** The quantile for u ≤ 1/2 or at most 1/2, searched as y = log x, which holds the digits of x and of 1 − x alike. */
function lowerQuantile(u: number, a: number, b: number, logB: number): number {
  const logU = log(u);
  // I ≤ x^a / (a·B) for b ≥ 1; for b < 1 it is larger by at most 2^(1−b) as long as x ≤ 1/2.
  const powerLaw = (logU + log(a) + logB) / a;
  let low = b >= 1 ? powerLaw : Math.min(powerLaw - ((1 - b) * Math.LN2) / a, -Math.LN2);
  if (low < -745) return 0;
  low = Math.min(low, 0) - 1e-15 * Math.abs(low);
  let high = 0;
  let y = a >= 1 && b >= 1 ? firstGuess(u, a, b) : powerLaw;
  if (!(y > low && y < high)) y = 0.5 * (low + high);
  for (let k = 0; k < 200; k++) {
    const x = exp(y);
    const rest = -expm1(y);
    const logRest = log(rest);
    const logFront = a * y + b * logRest - logB;
    const logI =
      x < (a + 1) / (a + b + 2)
        ? logFront + log(continuedFraction(x, a, b) / a)
        : log1p(-Math.min(1, (exp(logFront) * continuedFraction(rest, b, a)) / b));
    const error = logI - logU;
    if (error > 0) high = y;
    else low = y;
    // d log I / d log x = x · density / I
    let next = y - error * exp(logI - logFront + logRest);
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    const step = Math.abs(next - y);
    y = next;
    if (step <= 4e-16 * Math.max(1, Math.abs(y))) break;
  }
  return exp(y);
}

/** log x near the quantile for a and b ≥ 1 (Abramowitz & Stegun 26.5.22). */
function firstGuess(u: number, a: number, b: number): number {
  const z = -normalQuantile(u);
  const lambda = (z * z - 3) / 6;
  const [p, q] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
  const h = 2 / (p + q);
  const w = (z * Math.sqrt(h + lambda)) / h - (q - p) * (lambda + 5 / 6 - 2 / (3 * h));
  return -log1p((b / a) * exp(2 * w));
}
