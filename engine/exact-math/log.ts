import { exp } from './exp.js';
import { highWord } from './high-word.js';
import { powerOfTwo } from './power-of-two.js';

/** ln 2 in two parts; the first has 33 bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Upper bits of a number near √½: exponents are counted from there, so that mantissas lie in √½ … √2. */
const ROOT_HALF = 0x3fe6a09e;
const LEAST_NORMAL = 2.2250738585072014e-308;
const TWO_54 = 18014398509481984;
/** Above this 1 + e^x is e^x to the last bit. */
const SOFTPLUS_MOST = 40;

/** ln(x / 2^taken) of a positive normal number x, by the method of fdlibm (Sun Microsystems, 1993), whose coefficients these are. */
function plainLog(x: number, taken: number): number {
  const exponent = (highWord(x) - ROOT_HALF) >> 20;
  const f = x * powerOfTwo(-exponent) - 1;
  const k = exponent - taken;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const halfSquare = 0.5 * (f * f);
  const small = s * (halfSquare + (odd + even)) + k * LN2_LOW;
  return k * LN2_HIGH - (halfSquare - small - f);
}

/**
 * Natural logarithm, to 1 unit in the last place: the same bits on every machine, and those of the kernel's function.
 *
 * @example
 * log(10); // → 2.302585092994046
 */
export function log(x: number): number {
  if (x >= LEAST_NORMAL && x < Infinity) return plainLog(x, 0);
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  return x < LEAST_NORMAL ? plainLog(x * TWO_54, 54) : x;
}

/**
 * ln(1 + x) without loss near 0, to 3 units in the last place: the logarithm of the rounded sum, and what rounding took from it.
 *
 * @example
 * log1p(1e-10); // → 9.9999999995e-11
 */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity) || x === 0) return x === 0 ? x : log(1 + x);
  const sum = 1 + x;
  return plainLog(sum, 0) + (x - (sum - 1)) / sum;
}

/**
 * Softplus ln(1 + e^x), to 3 units in the last place, with the bits of the kernel's function.
 *
 * @example
 * softplus(0); // → 0.69314718056
 */
export function softplus(x: number): number {
  return x > SOFTPLUS_MOST ? x : log1p(exp(x));
}
