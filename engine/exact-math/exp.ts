import { powerOfTwo, scaled } from './power-of-two.js';

/** 1.5 · 2^52: a number plus and minus this is the nearest integer. */
const ROUNDER = 6755399441055744;
/** ln 2 in two parts; the first has 33 bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Up to this magnitude e^x is a normal number. */
const PLAIN = 708;
/** Beyond this magnitude e^x is 0 or infinite. */
const MOST = 1100;

/** Polynomial of (e^r − 1 − r) / r² with the least largest error on |r| ≤ ln 2 / 2: r² times its error stays below 2^−61. */
export function expPolynomial(r: number, r2: number): number {
  const r4 = r2 * r2;
  const a = 0.5 + r * 0.1666666666666667;
  const b = 0.04166666666666667 + r * 0.008333333333326141;
  const c = 0.0013888888888883752 + r * 0.00019841269874800512;
  const d = 2.4801587325533377e-5 + r * 2.7557255425720897e-6;
  const e = 2.75572736613304e-7 + r * 2.510520638458725e-8;
  return a + r2 * b + r4 * (c + r2 * d + r4 * (e + r2 * 2.0914679384175062e-9));
}

/** x / ln 2, rounded to an integer. */
function turns(x: number): number {
  return x * Math.LOG2E + ROUNDER - ROUNDER;
}

/** e^r − 1 where x = n·ln 2 + r. */
function fraction(x: number, n: number): number {
  const high = x - n * LN2_HIGH;
  const low = n * LN2_LOW;
  const r = high - low;
  const r2 = r * r;
  return high + (r2 * expPolynomial(r, r2) - low);
}

function expBeyond(given: number): number {
  const x = Math.max(-MOST, Math.min(MOST, given));
  const n = turns(x);
  return scaled(1 + fraction(x, n), n);
}

/**
 * e^x, to 1 unit in the last place: the same bits on every machine, and those of the kernel's function.
 *
 * @example
 * exp(1); // → 2.718281828459045
 */
export function exp(x: number): number {
  if (!(Math.abs(x) <= PLAIN)) return expBeyond(x);
  const n = turns(x);
  return (1 + fraction(x, n)) * powerOfTwo(n);
}

/**
 * e^x − 1 without loss near 0, to 3 units in the last place, with the bits of the kernel's function.
 *
 * @example
 * expm1(1e-10); // → 1.00000000005e-10
 */
export function expm1(x: number): number {
  if (x === 0) return x;
  if (!(Math.abs(x) <= PLAIN)) return x < 0 ? -1 : expBeyond(x);
  const n = turns(x);
  const scale = powerOfTwo(n);
  return scale * fraction(x, n) + (scale - 1);
}
