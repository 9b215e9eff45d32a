import { highWord } from './high-word.js';
import { powerOfTwo } from './power-of-two.js';

const LEAST_NORMAL = 2.2250738585072014e-308;
const TWO_54 = 18014398509481984;
/** Upper bits of √(3/2) and √3, less those of 1. */
const ROOT_THREE_HALVES = 0x3988e;
const ROOT_THREE = 0xbb67a;
/** log₂ 1.5 and 2 / (3 ln 2), each in two parts of which the first has 24 bits. */
const LOG2_1_5_HIGH = 0.5849624872207642;
const LOG2_1_5_LOW = 1.350039202129749e-8;
const FACTOR = 0.9617966939259756;
const FACTOR_HIGH = 0.9617967009544373;
const FACTOR_LOW = -7.028461650952758e-9;
/** log₁₀ 2, and in two parts of which the first has 20 bits. */
const LOG10_2 = 0.3010299956639812;
const LOG10_2_HIGH = 0.3010292053222656;
const LOG10_2_LOW = 7.903417155730175e-7;

/** Where a logarithm in two parts is written; nothing stays here from one call to the next. */
const PARTS = new Float64Array(2);

/**
 * Writes log₂ x of a positive finite number as a sum of two, the first of 24 bits; together they are right to about 2^−67 of x's
 * logarithm.
 *
 * The method of fdlibm's pow (Sun Microsystems, 1993): x = 2^n · m with m about 1 or 1.5, and log₂ of m against that by
 * s = (m − middle) / (m + middle), whose first powers are kept in two parts.
 *
 * @example
 * const parts = new Float64Array(2);
 * log2Parts(8, parts);
 * parts; // → [3, 0]
 */
export function log2Parts(x: number, parts: Float64Array): void {
  const normal = x < LEAST_NORMAL ? x * TWO_54 : x;
  const word = highWord(normal);
  const bits = word & 0xfffff;
  const half = bits >= ROOT_THREE;
  const aboutOne = half || bits <= ROOT_THREE_HALVES;
  const exponent = (word >> 20) - (half ? 1022 : 1023);
  const m = normal * powerOfTwo(-exponent);
  const n = exponent - (x < LEAST_NORMAL ? 54 : 0);
  const middle = aboutOne ? 1 : 1.5;

  const difference = m - middle;
  const inverse = 1 / (m + middle);
  const s = difference * inverse;
  const sHigh = Math.fround(s);
  const sumHigh = Math.fround(m + middle);
  const sumLow = m - (sumHigh - middle);
  const sLow = inverse * (difference - sHigh * sumHigh - sHigh * sumLow);

  // ln m = 2 s + 2 s³ / 3 + …, here as 2 s / 3 · (3 + s² + r).
  const s2 = s * s;
  const r = s2 * s2 * seriesRest(s2) + sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const factorHigh = Math.fround(3 + square + r);
  const factorLow = r - (factorHigh - 3 - square);
  const u = sHigh * factorHigh;
  const v = sLow * factorHigh + factorLow * s;
  const productHigh = Math.fround(u + v);
  const productLow = v - (productHigh - u);

  const zHigh = FACTOR_HIGH * productHigh;
  const zLow = FACTOR_LOW * productHigh + productLow * FACTOR + (aboutOne ? 0 : LOG2_1_5_LOW);
  const middleHigh = aboutOne ? 0 : LOG2_1_5_HIGH;
  const high = Math.fround(zHigh + zLow + middleHigh + n);
  parts[0] = high;
  parts[1] = zLow - (high - n - middleHigh - zHigh);
}

/** What follows 3 + s² in 3/2 · ln((1 + s) / (1 − s)) / s, over s⁴. */
function seriesRest(s2: number): number {
  return (
    0.5999999999999946 +
    s2 *
      (0.4285714285785502 +
        s2 * (0.33333332981837743 + s2 * (0.272728123808534 + s2 * (0.23066074577556175 + s2 * 0.20697501780033842))))
  );
}

/** A logarithm of what is no positive finite number. */
function logBeyond(x: number): number {
  if (x === 0) return -Infinity;
  return x < 0 ? NaN : x;
}

/**
 * Logarithm to base 2, to 0.6 units in the last place: integers where x is a power of two.
 *
 * @example
 * log2(0.125); // → -3
 */
export function log2(x: number): number {
  if (!(x > 0 && x < Infinity)) return logBeyond(x);
  log2Parts(x, PARTS);
  return PARTS[0]! + PARTS[1]!;
}

/**
 * Logarithm to base 10, to 0.6 units in the last place: integers where x is a power of ten.
 *
 * @example
 * log10(1000); // → 3
 */
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return logBeyond(x);
  log2Parts(x, PARTS);
  const high = PARTS[0]!;
  return high * LOG10_2_HIGH + (high * LOG10_2_LOW + PARTS[1]! * LOG10_2);
}
