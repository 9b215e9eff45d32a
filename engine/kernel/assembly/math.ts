/**
 * Mathematical functions of two numbers at once, made of IEEE + − × ÷ and integer moves only, so that their bits are the same on every
 * machine. Each computes, in the same order, what the function of the same name in engine/exact-math computes, and gives the same bits;
 * only pow is simpler here. Each lane is computed as if the other were not there.
 *
 * Largest errors, in units in the last place: exp and log 1, the others 3, pow 1 + 3·|y·ln x|.
 *
 * Constants are read from memory: engines build a v128.const anew each time a loop needs it, which doubles the cost of exp.
 */
import { add, div, mul, sub, where } from './lanes';

const ONE: usize = memory.data<f64>([1, 1], 16);
const TWO: usize = memory.data<f64>([2, 2], 16);
const HALF: usize = memory.data<f64>([0.5, 0.5], 16);
const INFINITE: usize = memory.data<f64>([Infinity, Infinity], 16);
const SIGN: usize = memory.data<u64>([0x8000000000000000, 0x8000000000000000], 16);
const MAGNITUDE: usize = memory.data<u64>([0x7fffffffffffffff, 0x7fffffffffffffff], 16);

/** 1.5 · 2^52: adding it rounds a number to an integer, which then stands in the sum's last bits. */
const ROUNDER: usize = memory.data<f64>([6755399441055744, 6755399441055744], 16);
const LOG2_E: usize = memory.data<f64>([1.4426950408889634, 1.4426950408889634], 16);
/** ln 2 in two parts; the first has 33 bits, so that its product with an exponent is exact. */
const LN2_HIGH: usize = memory.data<f64>([6.93147180369123816490e-1, 6.93147180369123816490e-1], 16);
const LN2_LOW: usize = memory.data<f64>([1.90821492927058770002e-10, 1.90821492927058770002e-10], 16);

/** Up to this magnitude e^x is a normal number and one step puts its power of two in place. */
const EXP_PLAIN: usize = memory.data<f64>([708, 708], 16);
const EXP_MOST: usize = memory.data<f64>([1100, 1100], 16);
const EXP_LEAST: usize = memory.data<f64>([-1100, -1100], 16);

/** Polynomial of (e^r − 1 − r) / r² with the least largest error on |r| ≤ ln 2 / 2: r² times its error stays below 2^−61. */
const E0: usize = memory.data<f64>([0.5, 0.5], 16);
const E1: usize = memory.data<f64>([0.1666666666666667, 0.1666666666666667], 16);
const E2: usize = memory.data<f64>([0.04166666666666667, 0.04166666666666667], 16);
const E3: usize = memory.data<f64>([0.008333333333326141, 0.008333333333326141], 16);
const E4: usize = memory.data<f64>([0.0013888888888883752, 0.0013888888888883752], 16);
const E5: usize = memory.data<f64>([0.00019841269874800512, 0.00019841269874800512], 16);
const E6: usize = memory.data<f64>([2.4801587325533377e-5, 2.4801587325533377e-5], 16);
const E7: usize = memory.data<f64>([2.7557255425720897e-6, 2.7557255425720897e-6], 16);
const E8: usize = memory.data<f64>([2.75572736613304e-7, 2.75572736613304e-7], 16);
const E9: usize = memory.data<f64>([2.510520638458725e-8, 2.510520638458725e-8], 16);
const E10: usize = memory.data<f64>([2.0914679384175062e-9, 2.0914679384175062e-9], 16);

/** From these bits on the mantissa of a logarithm's argument counts as below 1: about √½, so that mantissas lie in √½ … √2. */
const ROOT_HALF: usize = memory.data<u64>([0x3fe6a09e00000000, 0x3fe6a09e00000000], 16);
/** Added to a number's bits, it leaves in their exponent field the exponent of the mantissa √½ … √2, plus 1023. */
const TO_ROOT_HALF: usize = memory.data<u64>([0x00095f6200000000, 0x00095f6200000000], 16);
const FRACTION: usize = memory.data<u64>([0x000fffffffffffff, 0x000fffffffffffff], 16);
/** 2^52 and, with the bias of the exponent field added, what takes it off an integer written into its last bits. */
const TWO_52: usize = memory.data<f64>([4503599627370496, 4503599627370496], 16);
const TWO_52_BIAS: usize = memory.data<f64>([4503599627371519, 4503599627371519], 16);
const TWO_52_BIAS_SUBNORMAL: usize = memory.data<f64>([4503599627371573, 4503599627371573], 16);
const TWO_54: usize = memory.data<f64>([18014398509481984, 18014398509481984], 16);
/** Moves the bits of positive normal numbers, and of no others, below those of LOG_PLAIN in the order of signed integers. */
const LOG_SHIFT: usize = memory.data<u64>([0x7ff0000000000000, 0x7ff0000000000000], 16);
const LOG_PLAIN: usize = memory.data<u64>([0xffdfffffffffffff, 0xffdfffffffffffff], 16);

/** Coefficients of fdlibm's logarithm (Sun Microsystems, 1993): (ln(1 + f) − 2s) / s by powers of s², s = f / (2 + f). */
const L1: usize = memory.data<f64>([6.666666666666735130e-1, 6.666666666666735130e-1], 16);
const L2: usize = memory.data<f64>([3.999999999940941908e-1, 3.999999999940941908e-1], 16);
const L3: usize = memory.data<f64>([2.857142874366239149e-1, 2.857142874366239149e-1], 16);
const L4: usize = memory.data<f64>([2.222219843214978396e-1, 2.222219843214978396e-1], 16);
const L5: usize = memory.data<f64>([1.818357216161805012e-1, 1.818357216161805012e-1], 16);
const L6: usize = memory.data<f64>([1.531383769920937332e-1, 1.531383769920937332e-1], 16);
const L7: usize = memory.data<f64>([1.479819860511658591e-1, 1.479819860511658591e-1], 16);

/** Above this 1 + e^x is e^x to the last bit. */
const SOFTPLUS_MOST: usize = memory.data<f64>([40, 40], 16);
/** From about 19.1 on the hyperbolic tangent is 1 to the last bit. */
const TANH_MOST: usize = memory.data<f64>([20, 20], 16);

/** e^r − 1 where x = n·ln 2 + r and n is the integer nearest to x / ln 2. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function fractionOfExp(x: v128, n: v128): v128 {
  const high = sub(x, mul(n, v128.load(LN2_HIGH)));
  const low = mul(n, v128.load(LN2_LOW));
  const r = sub(high, low);
  const r2 = mul(r, r);
  const r4 = mul(r2, r2);
  const a = add(v128.load(E0), mul(r, v128.load(E1)));
  const b = add(v128.load(E2), mul(r, v128.load(E3)));
  const c = add(v128.load(E4), mul(r, v128.load(E5)));
  const d = add(v128.load(E6), mul(r, v128.load(E7)));
  const e = add(v128.load(E8), mul(r, v128.load(E9)));
  const ab = add(a, mul(r2, b));
  const cd = add(c, mul(r2, d));
  const rest = add(e, mul(r2, v128.load(E10)));
  const polynomial = add(ab, mul(r4, add(cd, mul(r4, rest))));
  return add(high, sub(mul(r2, polynomial), low));
}

/** x / ln 2 rounded to an integer, plus ROUNDER: the integer stands in the last bits. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function roundedTurns(x: v128): v128 {
  return add(mul(x, v128.load(LOG2_E)), v128.load(ROUNDER));
}

/** 2^n, of an integer n between −1022 and 1023 that stands in the last bits. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function powerOfTwo(rounded: v128): v128 {
  return i64x2.add(v128.load(ONE), i64x2.shl(rounded, 52));
}

/** Lanes whose e^x is not surely a normal number: too large, too small, infinite or NaN. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function beyondExp(x: v128): v128 {
  return i64x2.gt_s(v128.and(x, v128.load(MAGNITUDE)), v128.load(EXP_PLAIN));
}

/** e^x of any x: the power of two is multiplied in two halves, the first of which is exact. */
function expBeyond(given: v128): v128 {
  const x = f64x2.pmin(f64x2.pmax(given, v128.load(EXP_LEAST)), v128.load(EXP_MOST));
  const n = sub(roundedTurns(x), v128.load(ROUNDER));
  const half = add(mul(n, v128.load(HALF)), v128.load(ROUNDER));
  const otherHalf = add(sub(n, sub(half, v128.load(ROUNDER))), v128.load(ROUNDER));
  const fraction = add(v128.load(ONE), fractionOfExp(x, n));
  return mul(mul(fraction, powerOfTwo(half)), powerOfTwo(otherHalf));
}

/** e^x: 0 where it is too small, ∞ where too large, and right to a unit in the last place between, subnormal numbers included. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function exp(x: v128): v128 {
  const rounded = roundedTurns(x);
  const fraction = add(v128.load(ONE), fractionOfExp(x, sub(rounded, v128.load(ROUNDER))));
  const plain = i64x2.add(fraction, i64x2.shl(rounded, 52));
  const beyond = beyondExp(x);
  return v128.any_true(beyond) ? where(beyond, expBeyond(x), plain) : plain;
}

/** e^x − 1 of |x| up to EXP_PLAIN, and of NaN; +0 of −0. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function plainExpm1(x: v128): v128 {
  const rounded = roundedTurns(x);
  const fraction = fractionOfExp(x, sub(rounded, v128.load(ROUNDER)));
  const scale = powerOfTwo(rounded);
  return add(mul(scale, fraction), sub(scale, v128.load(ONE)));
}

/** e^x − 1 of |x| above EXP_PLAIN: the 1 is less than a rounding, or all that is left. */
function expm1Beyond(x: v128): v128 {
  return where(f64x2.lt(x, f64x2.splat(0)), f64x2.splat(-1), expBeyond(x));
}

/** e^x − 1, without loss near 0; −0 of −0. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function expm1(x: v128): v128 {
  const plain = v128.or(plainExpm1(x), v128.and(x, v128.load(SIGN)));
  const beyond = beyondExp(x);
  return v128.any_true(beyond) ? where(beyond, expm1Beyond(x), plain) : plain;
}

/** ln x of positive normal numbers; the bias is TWO_52_BIAS, more where x was multiplied before. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function plainLog(x: v128, bias: usize): v128 {
  const bits = i64x2.add(x, v128.load(TO_ROOT_HALF));
  const k = sub(v128.or(i64x2.shr_u(bits, 52), v128.load(TWO_52)), v128.load(bias));
  const mantissa = i64x2.add(v128.and(bits, v128.load(FRACTION)), v128.load(ROOT_HALF));
  const f = sub(mantissa, v128.load(ONE));
  const s = div(f, add(v128.load(TWO), f));
  const z = mul(s, s);
  const w = mul(z, z);
  const even = mul(w, add(v128.load(L2), mul(w, add(v128.load(L4), mul(w, v128.load(L6))))));
  const odd = mul(z, add(v128.load(L1), mul(w, add(v128.load(L3), mul(w, add(v128.load(L5), mul(w, v128.load(L7))))))));
  const halfSquare = mul(v128.load(HALF), mul(f, f));
  const small = add(mul(s, add(halfSquare, add(odd, even))), mul(k, v128.load(LN2_LOW)));
  return sub(mul(k, v128.load(LN2_HIGH)), sub(sub(halfSquare, small), f));
}

/** ln x of what is no positive normal number. */
function logBeyond(x: v128): v128 {
  const zero = f64x2.splat(0);
  const subnormal = plainLog(mul(x, v128.load(TWO_54)), TWO_52_BIAS_SUBNORMAL);
  const finite = where(f64x2.eq(x, zero), f64x2.splat(-Infinity), subnormal);
  const real = where(f64x2.lt(x, v128.load(INFINITE)), finite, x);
  return where(f64x2.lt(x, zero), f64x2.splat(NaN), real);
}

/** Natural logarithm; −∞ of 0, NaN of what is below. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function log(x: v128): v128 {
  const plain = plainLog(x, TWO_52_BIAS);
  const beyond = i64x2.gt_s(i64x2.add(x, v128.load(LOG_SHIFT)), v128.load(LOG_PLAIN));
  return v128.any_true(beyond) ? where(beyond, logBeyond(x), plain) : plain;
}

/** Softplus ln(1 + e^x): the logarithm of the rounded sum, and what rounding took from it. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function softplus(x: v128): v128 {
  const e = exp(f64x2.pmin(x, v128.load(SOFTPLUS_MOST)));
  const sum = add(v128.load(ONE), e);
  const lost = sub(e, sub(sum, v128.load(ONE)));
  const soft = add(plainLog(sum, TWO_52_BIAS), div(lost, sum));
  return where(f64x2.gt(x, v128.load(SOFTPLUS_MOST)), x, soft);
}

/** Hyperbolic tangent: with m = e^2|x| − 1, it is m / (m + 2) and the sign of x. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function tanh(x: v128): v128 {
  const size = f64x2.pmin(v128.and(x, v128.load(MAGNITUDE)), v128.load(TANH_MOST));
  const m = plainExpm1(mul(v128.load(TWO), size));
  return v128.or(div(m, add(m, v128.load(TWO))), v128.and(x, v128.load(SIGN)));
}

/** x^y = e^(y·ln x) for x ≥ 0, 1 where y is 0. Its error grows with the size of the exponent: at most 1 + 3·|y·ln x| units. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function pow(x: v128, y: v128): v128 {
  return where(f64x2.eq(y, f64x2.splat(0)), v128.load(ONE), exp(mul(y, log(x))));
}
