import { expPolynomial } from './exp.js';
import { log2Parts } from './log2.js';
import { powerOfTwo, scaled } from './power-of-two.js';

/** ln 2 in two parts of which the first has 24 bits. */
const LN2_HIGH = 0.6931471824645996;
const LN2_LOW = -1.904654299957768e-9;
/** 1.5 · 2^52: a number plus and minus this is the nearest integer. */
const ROUNDER = 6755399441055744;
/** Up to this magnitude 2^n times about 1 is a normal number. */
const PLAIN = 1000;
/** Beyond this magnitude 2^z is 0 or infinite. */
const MOST = 1100;
/** From here on every power of a double other than 1 is 0 or infinite, and y is an even integer. */
const LARGE = 2 ** 64;

/** Where a logarithm in two parts is written; nothing stays here from one call to the next. */
const PARTS = new Float64Array(2);

/** 2^(high + low), high being the larger. */
function exp2(high: number, low: number): number {
  const z = high + low;
  if (Math.abs(z) > MOST) return z > 0 ? Infinity : 0;
  const n = z + ROUNDER - ROUNDER;
  const rest = high - n;
  const most = Math.fround(rest + low);
  const u = most * LN2_HIGH;
  const v = (low - (most - rest)) * Math.LN2 + most * LN2_LOW;
  const r = u + v;
  const lost = v - (r - u);
  const one = 1 + r;
  const r2 = r * r;
  const fraction = one + (r - (one - 1) + (r2 * expPolynomial(r, r2) + (lost + r * lost)));
  return Math.abs(n) <= PLAIN ? fraction * powerOfTwo(n) : scaled(fraction, n);
}

/** x^y of a positive finite x other than 1 and |y| below LARGE: 2^(y·log₂ x), the logarithm as a sum of two numbers. */
function positivePower(x: number, y: number): number {
  log2Parts(x, PARTS);
  const high = PARTS[0]!;
  const most = Math.fround(y);
  return exp2(most * high, (y - most) * high + y * PARTS[1]!);
}

/** x^y of x ≥ 0 and y other than 0. */
function unsignedPower(x: number, y: number): number {
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (x === 1) return Math.abs(y) === Infinity ? NaN : 1;
  if (x < Infinity && Math.abs(y) < LARGE) return positivePower(x, y);
  return x > 1 === y > 0 ? Infinity : 0;
}

/**
 * x^y as the operator `**` has it, to 0.7 units in the last place, of which the last rounding is 0.5: so results that are doubles are exact. By a logarithm in two
 * parts, the method of fdlibm (Sun Microsystems, 1993).
 *
 * @example
 * pow(1.05, 20); // → 2.6532977051444
 * pow(10, -3); // → 0.001
 */
export function pow(x: number, y: number): number {
  if (x > 0 && x < Infinity && Math.abs(y) < LARGE) return positivePower(x, y);
  if (y === 0) return 1;
  const noRoot = x < 0 && x > -Infinity && Math.abs(y) < Infinity && !Number.isInteger(y);
  if (noRoot || Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const size = unsignedPower(Math.abs(x), y);
  const negative = x < 0 || Object.is(x, -0);
  return negative && Math.abs(y % 2) === 1 ? -size : size;
}
