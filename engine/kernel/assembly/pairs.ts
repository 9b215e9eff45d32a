// V of equation (5): what a cell meets of its rivals. The time of a projection is spent here: it costs regions² × industries, everything else
// regions × industries. Two regions meet two others at once, so that what is loaded serves twice.
//
// A region's rivalry is first added up without the factor 2·ω's own part, which all its pairs share: see `scaleRivalry` in channels.ts.
import { add, both, bytes, div, load, mul, total } from './lanes';
import { closedPull, massOverNorm, ranks, regions, structure, width } from './memory';

/** Rivalry of all cells, added to `structure`. */
export function meetPairs(): void {
  const row = bytes(width) << 1;
  const count = regions;
  let r = 0;
  for (; r + 1 < count; r += 2) {
    meetOne(r, r + 1, row);
    let s = r + 2;
    for (; s + 1 < count; s += 2) meetTwo(r, s, row);
    if (s < count) {
      meetOne(r, s, row);
      meetOne(r + 1, s, row);
    }
  }
}

/** Two numbers. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function pairOf(a: f64, b: f64): v128 {
  return f64x2.replace_lane(both(a), 1, b);
}

/** One lane in both. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function left(value: v128): v128 {
  return i64x2.shuffle(value, value, 0, 0);
}
// @ts-ignore: decorators are AssemblyScript's
@inline
function right(value: v128): v128 {
  return i64x2.shuffle(value, value, 1, 1);
}

/** Half of u = 2·min(x, y) / (x + y). Shares are never 0 (see `computeStructure`). */
// @ts-ignore: decorators are AssemblyScript's
@inline
function overlap(x: v128, y: v128): v128 {
  return div(f64x2.pmin(x, y), add(x, y));
}

/** Adds to two neighbouring rivalries of a row. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function gain(row: usize, amount: v128, place: i32): void {
  if (place == 0) v128.store(row, add(v128.load(row, 32), amount), 32);
  else v128.store(row, add(v128.load(row, 48), amount), 48);
}

/** m_s·D^−η·b / √Σx² of two neighbouring s, the part of ω·b·S that differs from pair to pair; `s` in bytes. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function weights(r: i32, s: usize): v128 {
  return mul(load(massOverNorm + s), load(closedPull + bytes(r * ranks) + s));
}

/** Region r meets region s. */
function meetOne(r: i32, s: i32, row: usize): void {
  let x = structure + row * r;
  let y = structure + row * s;
  const end = x + row;
  let even = both(0);
  let odd = both(0);
  for (let p = x, q = y; p < end; p += 64, q += 64) {
    even = add(even, mul(load(p), load(q)));
    odd = add(odd, mul(v128.load(p, 16), v128.load(q, 16)));
  }
  const product = total(add(even, odd));
  const onR = both(f64.load(massOverNorm + bytes(s)) * f64.load(closedPull + bytes(r * ranks + s)) * product);
  const onS = both(f64.load(massOverNorm + bytes(r)) * f64.load(closedPull + bytes(s * ranks + r)) * product);
  for (; x < end; x += 64, y += 64) {
    const u0 = overlap(load(x), load(y));
    const u1 = overlap(v128.load(x, 16), v128.load(y, 16));
    gain(x, mul(onR, u0), 0);
    gain(x, mul(onR, u1), 1);
    gain(y, mul(onS, u0), 0);
    gain(y, mul(onS, u1), 1);
  }
}

/** Regions r and r + 1 meet s and s + 1. */
function meetTwo(r: i32, s: i32, row: usize): void {
  let x0 = structure + row * r;
  let x1 = x0 + row;
  let y0 = structure + row * s;
  let y1 = y0 + row;
  const end = x1;
  let d00 = both(0);
  let d01 = both(0);
  let d10 = both(0);
  let d11 = both(0);
  for (let p0 = x0, p1 = x1, q0 = y0, q1 = y1; p0 < end; p0 += 64, p1 += 64, q0 += 64, q1 += 64) {
    let a0 = load(p0);
    let a1 = load(p1);
    let b0 = load(q0);
    let b1 = load(q1);
    d00 = add(d00, mul(a0, b0));
    d01 = add(d01, mul(a0, b1));
    d10 = add(d10, mul(a1, b0));
    d11 = add(d11, mul(a1, b1));
    a0 = v128.load(p0, 16);
    a1 = v128.load(p1, 16);
    b0 = v128.load(q0, 16);
    b1 = v128.load(q1, 16);
    d00 = add(d00, mul(a0, b0));
    d01 = add(d01, mul(a0, b1));
    d10 = add(d10, mul(a1, b0));
    d11 = add(d11, mul(a1, b1));
  }
  const p0 = pairOf(total(d00), total(d01));
  const p1 = pairOf(total(d10), total(d11));
  // Products of r and r + 1 with s, and with s + 1.
  const q0 = i64x2.shuffle(p0, p1, 0, 2);
  const q1 = i64x2.shuffle(p0, p1, 1, 3);
  const onR0 = mul(weights(r, bytes(s)), p0);
  const onR1 = mul(weights(r + 1, bytes(s)), p1);
  const onS0 = mul(weights(s, bytes(r)), q0);
  const onS1 = mul(weights(s + 1, bytes(r)), q1);
  const r00 = left(onR0);
  const r01 = right(onR0);
  const r10 = left(onR1);
  const r11 = right(onR1);
  const s00 = left(onS0);
  const s10 = right(onS0);
  const s01 = left(onS1);
  const s11 = right(onS1);
  for (; x0 < end; x0 += 64, x1 += 64, y0 += 64, y1 += 64) {
    let a0 = load(x0);
    let a1 = load(x1);
    let b0 = load(y0);
    let b1 = load(y1);
    let u00 = overlap(a0, b0);
    let u01 = overlap(a0, b1);
    let u10 = overlap(a1, b0);
    let u11 = overlap(a1, b1);
    gain(x0, add(mul(r00, u00), mul(r01, u01)), 0);
    gain(x1, add(mul(r10, u10), mul(r11, u11)), 0);
    gain(y0, add(mul(s00, u00), mul(s10, u10)), 0);
    gain(y1, add(mul(s01, u01), mul(s11, u11)), 0);
    a0 = v128.load(x0, 16);
    a1 = v128.load(x1, 16);
    b0 = v128.load(y0, 16);
    b1 = v128.load(y1, 16);
    u00 = overlap(a0, b0);
    u01 = overlap(a0, b1);
    u10 = overlap(a1, b0);
    u11 = overlap(a1, b1);
    gain(x0, add(mul(r00, u00), mul(r01, u01)), 1);
    gain(x1, add(mul(r10, u10), mul(r11, u11)), 1);
    gain(y0, add(mul(s00, u00), mul(s10, u10)), 1);
    gain(y1, add(mul(s01, u01), mul(s11, u11)), 1);
  }
}
