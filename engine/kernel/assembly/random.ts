// Random numbers of a draw: J. Baagøe's Alea as in seedrandom, and normal numbers by the ziggurat of G. Marsaglia & W. W. Tsang 2000, Journal of
// Statistical Software 5(8); layer and place from different bits as J. A. Doornik 2005 advises. Half the time of the polar method.
import { add, at, both, bytes, first, load, mul, put, store, sub } from './lanes';
import { exp, log } from './math';
import { studentTable } from './memory';

/** Layers of equal area under the half bell; the lowest one includes the tail. */
const LAYERS = 128;
/** The beginning of the tail, and the area of every layer, for 128 layers. */
const TAIL: f64 = 3.442619855899;
const AREA: f64 = 9.91256303526217e-3;
/** 25 bits carry sign and place within a layer; the other 7 of a 32-bit number choose the layer. */
const PLACES: f64 = 16777216;

/** Width of each layer for one place, the places that lie below the curve for sure, and the curve's height at its edge. */
const layerWidth = memory.data(129 * 8, 16);
const layerSafe = memory.data(128 * 4, 16);
const layerHeight = memory.data(129 * 8, 16);

/** Points of the table of Student's t for each standard deviation, the normal number beyond which it is cut, and where it is cut. */
const POINTS: f64 = 64;
const REACH: f64 = 4;
const LARGEST: f64 = 6;

/** Alea's multiplier. Its state is three numbers of 32 bits and a carry: seedrandom has them as parts of 2^32, which comes to the same. */
const MULTIPLIER: u64 = 2091639;
const TWO_32: f64 = 4294967296;
const TWO_52: f64 = 4503599627370496;

let s0: u64 = 0;
let s1: u64 = 0;
let s2: u64 = 0;
let carry: u64 = 0;

function scalarExp(x: f64): f64 {
  return first(exp(both(x)));
}
function scalarLog(x: f64): f64 {
  return first(log(both(x)));
}
function density(x: f64): f64 {
  return scalarExp(-0.5 * x * x);
}

/** Computes the layers, once. */
export function prepareRandom(): void {
  put(layerWidth, 0, AREA / density(TAIL));
  put(layerWidth, 1, TAIL);
  for (let k = 2; k < LAYERS; k++) {
    const before = at(layerWidth, k - 1);
    put(layerWidth, k, Math.sqrt(-2 * scalarLog(AREA / before + density(before))));
  }
  put(layerWidth, LAYERS, 0);
  for (let k = 0; k < LAYERS; k++) {
    const safe = (at(layerWidth, k + 1) / at(layerWidth, k)) * PLACES;
    i32.store(layerSafe + ((<usize>k) << 2), <i32>safe);
  }
  for (let k = 0; k <= LAYERS; k++) {
    const edge = at(layerWidth, k);
    put(layerHeight, k, density(edge));
    put(layerWidth, k, edge / PLACES);
  }
}

/** Puts the generator where a stream begins, as seedrandom gives its state. */
export function seedRandom(a: f64, b: f64, c: f64, d: f64): void {
  s0 = <u64>(a * TWO_32);
  s1 = <u64>(b * TWO_32);
  s2 = <u64>(c * TWO_32);
  carry = <u64>d;
}

/** The next 32 bits. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function next(): u32 {
  const t = MULTIPLIER * s0 + carry;
  s0 = s1;
  s1 = s2;
  s2 = t & 0xffffffff;
  carry = t >> 32;
  return <u32>s2;
}

/** A number in [0, 1) with 32 bits. */
function uniform(): f64 {
  return <f64>next() / TWO_32;
}

/** Fills rows of an array with normal numbers, row by row; the padding of a row stays as it is. */
export function fillNormals(target: usize, rows: i32, count: i32, stride: i32): void {
  fill(target, rows, count, stride);
}

/**
 * The same with Student's t of 8 degrees of freedom at the same probability, of variance 1 and cut at 6 standard deviations. Padding of 0 stays 0; where
 * there is an odd number of places, one more is overwritten.
 */
export function fillStudent(target: usize, rows: i32, count: i32, stride: i32): void {
  fill(target, rows, count, stride);
  const end = target + bytes(rows * stride);
  for (; target < end; target += 16) store(target, student(load(target)));
}

/** The generator's state stands in local variables, which stay in registers, but where a number is of the hundredth part. */
function fill(target: usize, rows: i32, count: i32, stride: i32): void {
  let a = s0;
  let b = s1;
  let c = s2;
  let d = carry;
  for (let row = 0; row < rows; row++, target += bytes(stride)) {
    for (let k = 0; k < count; k++) {
      const t = MULTIPLIER * a + d;
      a = b;
      b = c;
      c = t & 0xffffffff;
      d = t >> 32;
      const bits = <i32>c;
      const layer = bits & 127;
      const place = bits >> 7;
      if (abs(place) < i32.load(layerSafe + ((<usize>layer) << 2))) {
        put(target, k, <f64>place * at(layerWidth, layer));
        continue;
      }
      s0 = a;
      s1 = b;
      s2 = c;
      carry = d;
      put(target, k, edgeOrTail(place, layer));
      a = s0;
      b = s1;
      c = s2;
      d = carry;
    }
  }
  s0 = a;
  s1 = b;
  s2 = c;
  carry = d;
}

/** Decides the hundredth part of cases: places that the curve cuts, and the tail. */
function edgeOrTail(place: i32, layer: i32): f64 {
  while (true) {
    const x = <f64>place * at(layerWidth, layer);
    if (abs(place) < i32.load(layerSafe + ((<usize>layer) << 2))) return x;
    if (layer == 0) return place < 0 ? -tail() : tail();
    const height = at(layerHeight, layer);
    const y = height + uniform() * (at(layerHeight, layer + 1) - height);
    if (y < density(x)) return x;
    const bits = <i32>next();
    layer = bits & 127;
    place = bits >> 7;
  }
  return unreachable();
}

/** A normal number known to exceed the tail's beginning. */
function tail(): f64 {
  let x: f64;
  let y: f64;
  do {
    x = -scalarLog(1 - uniform()) / TAIL;
    y = -scalarLog(1 - uniform());
  } while (2 * y <= x * x);
  return TAIL + x;
}

/** Cubic Hermite interpolation in the table, off by less than 1e-9, of two numbers. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function student(z: v128): v128 {
  const place = mul(f64x2.pmin(f64x2.abs(z), both(REACH)), both(POINTS));
  const whole = f64x2.floor(place);
  const u = sub(place, whole);
  const rest = sub(both(1), u);
  // Added to 2^52, a whole number stands in the last bits.
  const index = add(whole, both(TWO_52));
  const a = studentTable + (<usize>(<u32>i64x2.extract_lane(index, 0)) << 4);
  const b = studentTable + (<usize>(<u32>i64x2.extract_lane(index, 1)) << 4);
  const left = i64x2.shuffle(load(a), load(b), 0, 2);
  const leftSlope = i64x2.shuffle(load(a), load(b), 1, 3);
  const rise = sub(i64x2.shuffle(load(a + 16), load(b + 16), 0, 2), left);
  const rightSlope = i64x2.shuffle(load(a + 16), load(b + 16), 1, 3);
  const bend = add(mul(rest, sub(leftSlope, rise)), mul(u, sub(rise, rightSlope)));
  const size = f64x2.pmin(both(LARGEST), add(left, mul(u, add(rise, mul(rest, bend)))));
  return v128.bitselect(z, size, i64x2.splat(i64.MIN_VALUE));
}
