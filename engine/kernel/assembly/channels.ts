// The quantities of one year of a path that enter the growth equation: structure, advantage, mass, market access, rivalry, reach.
import { add, at, both, bytes, div, first, load, mul, put, store, sub, total, only } from './lanes';
import { exp, log } from './math';
import {
  access, baseBarrier, baseDistance, baseMass, baseTotal, changedBarrier, changedCount, changedDistance, changedPairs, closedPull, distanceDecay,
  industryTotal, inverseNorm, inversePull, mass, massOverNorm, openPull, outputPassThrough, pull, ranks, reach, regions, regionTotal, rivalryScale, structure,
  tied, tieShare, width,
} from './memory';
import { meetPairs } from './pairs';

/** Far below any share: an absent industry overlaps with nobody, and no division is one by 0. Two of them multiplied are still a normal number. */
const TINY: f64 = 1e-150;

/** D^−η of two distances. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function decay(distance: v128): v128 {
  if (distanceDecay == 2) return div(both(1), mul(distance, distance));
  return exp(mul(both(-distanceDecay), log(distance)));
}

/** Pulls of every pair as in the base year. */
export function computePulls(): void {
  if (tied == 0) return;
  const end = bytes(regions * ranks);
  for (let o: usize = 0; o < end; o += 16) {
    const each = decay(load(baseDistance + o));
    const barrier = load(baseBarrier + o);
    store(pull + o, each);
    store(openPull + o, mul(each, sub(both(1), barrier)));
    store(closedPull + o, mul(each, barrier));
  }
}

/** Pulls of the pairs that change, in a year; nothing where they are as the year before. */
export function changePulls(y: i32): void {
  if (changedCount == 0) return;
  const row = bytes(changedCount);
  const distance = changedDistance + row * y;
  const barrier = changedBarrier + row * y;
  if (y > 0 && !differs(distance, distance - row, row) && !differs(barrier, barrier - row, row)) return;
  for (let k = 0; k < changedCount; k += 2) {
    const each = decay(load(distance + bytes(k)));
    const shut = load(barrier + bytes(k));
    const open = mul(each, sub(both(1), shut));
    const closed = mul(each, shut);
    const a = i32.load(changedPairs + ((<usize>k) << 2));
    const b = i32.load(changedPairs + ((<usize>(k + 1)) << 2));
    put(pull, a, f64x2.extract_lane(each, 0));
    put(pull, b, f64x2.extract_lane(each, 1));
    put(openPull, a, f64x2.extract_lane(open, 0));
    put(openPull, b, f64x2.extract_lane(open, 1));
    put(closedPull, a, f64x2.extract_lane(closed, 0));
    put(closedPull, b, f64x2.extract_lane(closed, 1));
  }
}

/** Pulls of the pairs that change, back as in the base year: the next future begins there. */
export function restorePulls(): void {
  for (let k = 0; k < changedCount; k++) {
    const pair = i32.load(changedPairs + ((<usize>k) << 2));
    const each = first(decay(both(at(baseDistance, pair))));
    put(pull, pair, each);
    put(openPull, pair, each * (1 - at(baseBarrier, pair)));
    put(closedPull, pair, each * at(baseBarrier, pair));
  }
}

function differs(a: usize, b: usize, size: usize): bool {
  for (let o: usize = 0; o < size; o += 16) if (v128.any_true(f64x2.ne(load(a + o), load(b + o)))) return true;
  return false;
}

/** Outputs of regions and industries in a year, and the output of all. */
export function computeTotals(q: usize): f64 {
  const row = bytes(width);
  memory.fill(industryTotal, 0, row);
  let all: f64 = 0;
  for (let r = 0; r < regions; r++, q += row) {
    let sum = both(0);
    for (let o: usize = 0; o < row; o += 16) {
      const each = load(q + o);
      sum = add(sum, each);
      store(industryTotal + o, add(load(industryTotal + o), each));
    }
    const own = total(sum);
    put(regionTotal, r, own);
    all += own;
  }
  if (ranks > regions) put(regionTotal, regions, 1);
  return all;
}

/** Outputs of the base year, on which products are measured; the padding is 1, so that its logs are 0. */
export function keepBaseTotals(): void {
  memory.copy(baseTotal, regionTotal, bytes(ranks));
}

/** Shares of a year, with no rivalry yet, and the lengths of the structures. */
function computeStructure(q: usize): void {
  const row = bytes(width);
  const none = both(0);
  const least = both(TINY);
  for (let r = 0, x = structure; r < regions; r++, q += row) {
    const inverse = both(1 / at(regionTotal, r));
    let squares = none;
    for (let o: usize = 0; o < row; o += 32, x += 64) {
      const a = f64x2.pmax(mul(load(q + o), inverse), least);
      const b = f64x2.pmax(mul(v128.load(q + o, 16), inverse), least);
      store(x, a);
      v128.store(x, b, 16);
      v128.store(x, none, 32);
      v128.store(x, none, 48);
      squares = add(squares, add(mul(a, a), mul(b, b)));
    }
    put(inverseNorm, r, total(squares));
  }
  if (ranks > regions) put(inverseNorm, regions, 1);
  for (let o: usize = 0; o < bytes(ranks); o += 16) store(inverseNorm + o, div(both(1), f64x2.sqrt(load(inverseNorm + o))));
}

/** √(P·G) of each region. */
function computeMass(growthOfAll: f64): void {
  const own = both(outputPassThrough);
  const common = mul(both(1 - outputPassThrough), log(both(growthOfAll)));
  for (let o: usize = 0; o < bytes(ranks); o += 16) {
    const product = exp(add(mul(own, log(div(load(regionTotal + o), load(baseTotal + o)))), common));
    const each = f64x2.sqrt(mul(load(baseMass + o), product));
    store(mass + o, each);
    store(massOverNorm + o, mul(each, load(inverseNorm + o)));
  }
}

/** ln M of each region, and what all of ω and V of a region share. */
function computeAccess(): void {
  for (let r = 0; r < regions; r++) {
    const row = bytes(r * ranks);
    let all = both(0);
    let open = both(0);
    for (let o: usize = 0; o < bytes(ranks); o += 16) {
      const m = load(mass + o);
      all = add(all, mul(m, load(pull + row + o)));
      open = add(open, mul(m, load(openPull + row + o)));
    }
    put(inversePull, r, total(all));
    put(access, r, total(open));
  }
  if (ranks > regions) {
    put(inversePull, regions, 1);
    put(access, regions, 1);
  }
  for (let o: usize = 0; o < bytes(ranks); o += 16) {
    const inverse = div(both(1), load(inversePull + o));
    store(inversePull + o, inverse);
    store(rivalryScale + o, mul(both(2), mul(inverse, load(inverseNorm + o))));
    store(access + o, log(load(access + o)));
  }
}

/** ω of every pair, of the year at hand. */
export function keepTieShares(): void {
  for (let r = 0; r < regions; r++) {
    const row = bytes(r * ranks);
    const inverse = both(at(inversePull, r));
    for (let o: usize = 0; o < bytes(ranks); o += 16) store(tieShare + row + o, mul(mul(load(mass + o), load(pull + row + o)), inverse));
  }
}

/** Everything of a year: shares and, where there are ties, masses, access and rivalry. */
export function computeChannels(q: usize, growthOfAll: f64): void {
  computeStructure(q);
  if (tied == 0) return;
  computeMass(growthOfAll);
  computeAccess();
  meetPairs();
}

/** Address of the share of a cell, by its place among cells; its rivalry lies 32 bytes on. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function shareOf(cell: usize): usize {
  return structure + cell + (cell & ~(<usize>31));
}

/** φ(LQ) = 2(LQ − 1)/(LQ + 1) with LQ = x·Q/q_i, from x·Q and q_i: an absent industry has no advantage. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function advantage(share: v128, ofAll: v128, ofIndustry: v128): v128 {
  const own = mul(share, ofAll);
  const phi = div(mul(both(2), sub(own, ofIndustry)), add(own, ofIndustry));
  return only(f64x2.gt(ofIndustry, both(0)), phi);
}

/** ln K of every cell, K_rj = Σ_s (1 − b_rs)·D_rs^−η·q_sj with s = r included; of a region alone where there are no ties. −Infinity for none. */
export function computeReach(q: usize): void {
  const row = bytes(width);
  for (let r = 0; r < regions; r++) {
    const own = reach + row * r;
    if (tied == 0) memory.copy(own, q + row * r, row);
    else {
      memory.fill(own, 0, row);
      const pairs = r * ranks;
      let s = 0;
      for (; s + 1 < regions; s += 2) {
        const a = both(at(openPull, pairs + s));
        const b = both(at(openPull, pairs + s + 1));
        const other = q + row * s;
        for (let o: usize = 0; o < row; o += 16) {
          store(own + o, add(load(own + o), add(mul(a, load(other + o)), mul(b, load(other + row + o)))));
        }
      }
      if (s < regions) {
        const a = both(at(openPull, pairs + s));
        const other = q + row * s;
        for (let o: usize = 0; o < row; o += 16) store(own + o, add(load(own + o), mul(a, load(other + o))));
      }
    }
    for (let o: usize = 0; o < row; o += 16) store(own + o, log(load(own + o)));
  }
}
