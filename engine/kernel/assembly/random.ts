// Random numbers of a draw: J. Baagøe's Alea as in seedrandom, and normal numbers by the ziggurat of G. Marsaglia & W. W. Tsang 2000, Journal of
// Statistical Software 5(8); layer and place from different bits as J. A. Doornik 2005 advises. Half the time of the polar method.
import { at, both, bytes, first, put } from './lanes';
import { exp, log } from './math';
import { studentSlope, studentValue } from './memory';

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

let s0: f64 = 0;
let s1: f64 = 0;
let s2: f64 = 0;
let carry: f64 = 0;

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

/** Puts the generator where a stream begins. */
export function seedRandom(a: f64, b: f64, c: f64, d: f64): void {
  s0 = a;
  s1 = b;
  s2 = c;
  carry = d;
}

/** A number in [0, 1) with 32 bits. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function uniform(): f64 {
  const t = 2091639.0 * s0 + carry * 2.3283064365386963e-10;
  s0 = s1;
  s1 = s2;
  carry = floor<f64>(t);
  s2 = t - carry;
  return s2;
}

/** Fills rows of an array with normal numbers, row by row; the padding of a row stays as it is. */
export function fillNormals(target: usize, rows: i32, count: i32, stride: i32): void {
  for (let row = 0; row < rows; row++, target += bytes(stride)) {
    for (let k = 0; k < count; k++) put(target, k, normal());
  }
}

/** The same with Student's t of 8 degrees of freedom at the same probability, of variance 1 and cut at 6 standard deviations. */
export function fillStudent(target: usize, rows: i32, count: i32, stride: i32): void {
  for (let row = 0; row < rows; row++, target += bytes(stride)) {
    for (let k = 0; k < count; k++) put(target, k, student(normal()));
  }
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function normal(): f64 {
  const bits = <i32>(<i64>(uniform() * 4294967296.0));
  const layer = bits & 127;
  const place = bits >> 7;
  const safe = i32.load(layerSafe + ((<usize>layer) << 2));
  return place < safe && -place < safe ? <f64>place * at(layerWidth, layer) : edgeOrTail(place, layer);
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
    const bits = <i32>(<i64>(uniform() * 4294967296.0));
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

/** Cubic Hermite interpolation in the table, off by less than 1e-9. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function student(z: f64): f64 {
  const place = min(abs(z), REACH) * POINTS;
  const k = <i32>place;
  const u = place - <f64>k;
  const left = at(studentValue, k);
  const rise = at(studentValue, k + 1) - left;
  const a = at(studentSlope, k) - rise;
  const b = rise - at(studentSlope, k + 1);
  const size = left + u * (rise + (1 - u) * ((1 - u) * a + u * b));
  return copysign(min(LARGEST, size), z);
}
