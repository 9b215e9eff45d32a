/**
 * Mathematical functions to about 60 digits, by series over integers: what the functions of engine/exact-math and of the kernel are
 * measured against.
 */

/** A number as bits / 2^places. */
export interface Exact {
  readonly bits: bigint;
  readonly places: number;
}

/** Binary places of intermediate results. */
const PLACES = 256;
const ONE = 1n << BigInt(PLACES);

const size = (x: bigint): bigint => (x < 0n ? -x : x);
const length = (x: bigint): number => size(x).toString(2).length;
const shifted = (x: bigint, by: number): bigint => (by >= 0 ? x << BigInt(by) : x >> BigInt(-by));
const times = (a: bigint, b: bigint): bigint => (a * b) >> BigInt(PLACES);
const over = (a: bigint, b: bigint): bigint => (a << BigInt(PLACES)) / b;

/** A double, exactly. */
export function exactly(x: number): Exact {
  let exponent = 0;
  let mantissa = x;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent++;
  }
  return { bits: BigInt(mantissa), places: exponent };
}

/** A number with PLACES binary places. */
const fixed = ({ bits, places }: Exact): bigint => shifted(bits, PLACES - places);
const fromFixed = (bits: bigint): Exact => ({ bits, places: PLACES });

/** Sum of x^k / k! from k = first on, each term the one before times x / (k + 1), |x| below 1. */
function series(x: bigint, first: number, step: number, sign: bigint): bigint {
  let term = ONE;
  for (let k = 1; k <= first; k++) term = times(term, x) / BigInt(k);
  let sum = 0n;
  for (let k = first; term !== 0n && term !== -1n; k += step) {
    sum += term;
    for (let next = k + 1; next <= k + step; next++) term = times(term, x) / BigInt(next);
    term *= sign;
  }
  return sum;
}

/** ln((1 + t) / (1 − t)) / 2 by powers of t. */
function areaTangent(t: bigint, sign = 1n): bigint {
  let power = t;
  let sum = 0n;
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += power / k;
    power = times(times(power, t), t) * sign;
  }
  return sum;
}

const LN2 = 2n * areaTangent(ONE / 3n);
const PI = 4n * (4n * areaTangent(ONE / 5n, -1n) - areaTangent(ONE / 239n, -1n));

/** e^x of a number with PLACES places. */
function expOf(x: bigint): Exact {
  const n = (x + LN2 / 2n) / LN2 - (x + LN2 / 2n < 0n ? 1n : 0n);
  return { bits: series(x - n * LN2, 0, 1, 1n), places: PLACES - Number(n) };
}

/** ln x of a positive number, with PLACES places. */
function lnOf({ bits, places }: Exact): bigint {
  const extra = length(bits) - 1;
  const mantissa = shifted(bits, PLACES - extra);
  return 2n * areaTangent(over(mantissa - ONE, mantissa + ONE)) + BigInt(extra - places) * LN2;
}

const exp = (x: number): Exact => expOf(fixed(exactly(x)));
const log = (x: number): Exact => fromFixed(lnOf(exactly(x)));
const log2 = (x: number): Exact => fromFixed(over(lnOf(exactly(x)), LN2));
const log10 = (x: number): Exact => fromFixed(over(lnOf(exactly(x)), lnOf(exactly(10))));
const pow = (x: number, y: number): Exact => {
  const { bits, places } = exactly(y);
  return expOf(shifted(bits * lnOf(exactly(x)), -places));
};

/** e^x − 1 of |x| ≥ 2^−60. */
function expm1(x: number): Exact {
  const given = fixed(exactly(x));
  if (Math.abs(x) < 0.5) return fromFixed(series(given, 1, 1, 1n));
  const { bits, places } = expOf(given);
  return { bits: bits - shifted(1n, places), places };
}

/** Hyperbolic tangent of |x| ≥ 2^−60. */
function tanh(x: number): Exact {
  const { bits, places } = expm1(2 * x);
  return fromFixed(over(bits, bits + shifted(2n, places)));
}

/** ln(1 + x) of |x| ≥ 2^−60. */
function log1p(x: number): Exact {
  const { bits, places } = exactly(x);
  const sum = { bits: bits + shifted(1n, places), places };
  return fromFixed(Math.abs(x) < 0.5 ? 2n * areaTangent(over(bits, sum.bits + shifted(1n, places))) : lnOf(sum));
}

/** ln(1 + e^x) of x ≥ −100. */
function softplus(x: number): Exact {
  const { bits, places } = expOf(fixed(exactly(x)));
  return fromFixed(lnOf({ bits: bits + shifted(1n, places), places }));
}

const sin = (x: number): Exact => fromFixed(series(fixed(exactly(x)) % (2n * PI), 1, 2, -1n));
const cos = (x: number): Exact => fromFixed(series(fixed(exactly(x)) % (2n * PI), 0, 2, -1n));

/** Arc sine, by steps of Newton’s method on the sine. */
function asin(x: number): Exact {
  if (Math.abs(x) === 1) return fromFixed((BigInt(x) * PI) / 2n);
  const given = fixed(exactly(x));
  let angle = fixed(exactly(Math.asin(x)));
  for (let step = 0; step < 5; step++) {
    const cosine = series(angle, 0, 2, -1n);
    angle += over(given - series(angle, 1, 2, -1n), cosine);
  }
  return fromFixed(angle);
}

/** The functions: each of doubles, exactly as they are. */
export const exact = { exp, log, log2, log10, pow, expm1, tanh, log1p, softplus, sin, cos, asin };

/** Distance of a double from a number, in units in the last place of the number as a double. */
export function unitsOff(found: number, value: Exact): number {
  if (!Number.isFinite(found)) return Number.POSITIVE_INFINITY;
  const near = exactly(found);
  const places = Math.max(near.places, value.places);
  const difference = size(shifted(near.bits, places - near.places) - shifted(value.bits, places - value.places));
  const exponent = Math.max(-1022, length(value.bits) - 1 - value.places);
  // In 2^−20 of a unit, so that the quotient is an integer with the digits that are read.
  const inUnits = shifted(difference, 20 - (exponent - 52) - places);
  return Number(inUnits) / 2 ** 20;
}
