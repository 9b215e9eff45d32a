// The two paths of the growth equation: the reference path, and a future that is measured on it.
import { computeChainAccess } from './chains';
import {
  advantage, changePulls, computeChannels, computePulls, computeReach, computeTotals, keepBaseTotals, keepTieShares, restorePulls, shareOf,
} from './channels';
import { computeMarkets, step, stepWhole } from './crowding';
import { computeLand } from './land';
import { add, at, both, bytes, load, mul, store, sub, only } from './lanes';
import { exp, tanh } from './math';
import {
  access, accessGain, adjustment, baseTotal, baseWhole, capped, cellInnovations, cellNoise, cellTerm, chainAccess, chained, differential,
  explicitWhole, grown, growth, industryTotal, initialOutput, inversePull, landLoss, level, localisation, marketAccess, mass, measuredAdvantage,
  measuredOutput, measuredRivalry, measuredWhole, noisy, now, openPull, output, persistence, push, pushed, ranks, reach, referenceAccess,
  referenceAdvantage, referenceOutput, referenceReach, referenceRivalry, referenceTotal, regions, regionTerm, regionTotal, response, rivalry,
  rivalryScale, sharing, sharingCount, shock, shocked, spill, staged, tied, whole, width, years,
} from './memory';
import { nextCellTerm, startNoise, stepNoise } from './noise';
import { computeResponse } from './response';

/** Largest push of policies on a cell's competitive level, log points. */
const PUSH_CAP: f64 = 0.25;

let baseOfAll: f64 = 0;

/** The sum of a row of industries. */
function sumOf(row: usize): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < width; i++) sum += at(row, i);
  return sum;
}

/** Adds up the base year, on which products of regions are measured, and computes the pulls of its pairs. */
export function startCase(): void {
  baseOfAll = computeTotals(initialOutput);
  keepBaseTotals();
  computePulls();
}

/** The reference path: equations (1)–(3) with X ≡ 0, base-year distances and barriers. */
export function projectReference(): void {
  startCase();
  const row = bytes(width);
  const cells = bytes(regions * width);
  const ofRegions = bytes(ranks);
  memory.copy(referenceOutput, initialOutput, cells);
  let ofAll = baseOfAll;
  let fade: f64 = 1;
  for (let y = 0; y < years; y++) {
    const q = referenceOutput + cells * y;
    computeChannels(q, ofAll / baseOfAll);
    if (y == 0 && tied != 0) keepTieShares();
    memory.copy(referenceTotal + ofRegions * y, regionTotal, ofRegions);
    if (tied != 0) memory.copy(referenceAccess + ofRegions * y, access, ofRegions);
    if (chained != 0) {
      computeReach(q);
      memory.copy(referenceReach + cells * y, reach, cells);
    }
    const wholes = explicitWhole != 0 ? baseWhole + row * y : industryTotal;
    keepChannels(referenceAdvantage + cells * y, referenceRivalry + cells * y, explicitWhole != 0 ? sumOf(wholes) : ofAll, wholes);
    if (y == years - 1) break;
    growByLead(q, fade);
    computeMarkets(y, false);
    // Stepped here too, so that a future in which nothing happens has the same bits.
    stepWhole(baseWhole, y, false);
    ofAll = step(q);
    fade *= persistence;
  }
}

/** Keeps φ and V of every cell. */
function keepChannels(advantages: usize, rivalries: usize, ofAll: f64, wholes: usize): void {
  const row = bytes(width);
  const all = both(ofAll);
  for (let r = 0, c: usize = 0; r < regions; r++) {
    const scale = both(tied != 0 ? at(rivalryScale, r) : 0);
    for (let o: usize = 0; o < row; o += 16, c += 16) {
      const place = shareOf(c);
      store(advantages + c, advantage(load(place), all, load(wholes + o)));
      store(rivalries + c, mul(scale, v128.load(place, 32)));
    }
  }
}

/** exp(f) of every cell where f is the inherited lead alone, and what all cells of an industry grow to. */
function growByLead(q: usize, fade: f64): void {
  const row = bytes(width);
  memory.fill(grown, 0, row);
  for (let r = 0, c: usize = 0; r < regions; r++) {
    for (let o: usize = 0; o < row; o += 16, c += 16) {
      const factor = exp(mul(both(fade), load(differential + c)));
      store(growth + c, factor);
      store(grown + o, add(load(grown + o), mul(load(q + c), factor)));
    }
  }
}

/** A future: equations (1)–(5), with policies, events and noise. */
export function projectFuture(): void {
  const row = bytes(width);
  const cells = bytes(regions * width);
  memory.copy(output, initialOutput, cells);
  memory.fill(level, 0, cells);
  memory.fill(pushed, 0, cells);
  memory.fill(capped, 0, cells);
  if (explicitWhole != 0) memory.copy(whole, baseWhole, row);
  if (noisy != 0) startNoise();
  let ofAll = computeTotals(output);
  let fade: f64 = 1;
  for (let y = 0; y < years - 1; y++) {
    const q = output + cells * y;
    changePulls(y);
    computeChannels(q, ofAll / baseOfAll);
    if (chained != 0) computeReach(q);
    computeGains(y);
    const wholes = explicitWhole != 0 ? whole + row * y : industryTotal;
    const ofWhole = explicitWhole != 0 ? sumOf(wholes) : ofAll;
    if (staged != 0) computeResponse(y, ofWhole);
    growCells(y, fade, ofWhole, wholes);
    computeMarkets(y, noisy != 0);
    stepWhole(whole, y, noisy != 0);
    if (noisy != 0) stepNoise(y);
    ofAll = step(q);
    if (shocked != 0) ofAll = strike(y);
    fade *= persistence;
  }
  restorePulls();
}

/** β·Δ ln M and ζ·ΔU of every region. */
function computeGains(y: i32): void {
  computeLand(y);
  const row = bytes(ranks);
  for (let o: usize = 0; o < row; o += 16) {
    store(accessGain + o, tied == 0 ? both(0) : mul(both(marketAccess), sub(load(access + o), load(referenceAccess + row * y + o))));
  }
}

/** Equations (3)–(5) of every cell: exp(f), and what all cells of an industry grow to. */
function growCells(y: i32, fade: f64, ofAll: f64, wholes: usize): void {
  const row = bytes(width);
  const cells = bytes(regions * width);
  const q = output + cells * y;
  const usualAdvantage = referenceAdvantage + cells * y;
  const usualRivalry = referenceRivalry + cells * y;
  const innovations = cellInnovations + cells * (y + 1);
  const responds = staged != 0;
  const moving = noisy != 0;
  const linked = chained != 0;
  const all = both(ofAll);
  const alpha = both(localisation);
  const psi = both(rivalry);
  const kappa = both(adjustment);
  const lead = both(fade);
  memory.fill(grown, 0, row);
  for (let r = 0, c: usize = 0; r < regions; r++) {
    const pushes = pushesOf(y, r);
    if (linked) computeChainAccess(y, r);
    const scale = both(tied != 0 ? at(rivalryScale, r) : 0);
    const gain = both(at(accessGain, r));
    const loss = both(at(landLoss, r));
    const regional = both(moving ? at(regionTerm, r) : 0);
    for (let o: usize = 0; o < row; o += 16, c += 16) {
      capPush(load(pushes + o), c);
      const place = shareOf(c);
      const phi = sub(advantage(load(place), all, load(wholes + o)), load(usualAdvantage + c));
      const rivalled = sub(mul(scale, v128.load(place, 32)), load(usualRivalry + c));
      let drawn = add(add(mul(alpha, phi), gain), load(capped + c));
      if (linked) drawn = add(drawn, load(chainAccess + o));
      if (responds) drawn = mul(load(response + c), drawn);
      const target = sub(sub(drawn, mul(psi, rivalled)), loss);
      const before = load(level + c);
      const moved = mul(kappa, sub(target, before));
      store(level + c, add(before, moved));
      let f = add(moved, mul(lead, load(differential + c)));
      if (moving) {
        const term = load(cellTerm + c);
        f = add(f, add(regional, term));
        store(cellTerm + c, nextCellTerm(term, load(cellNoise + c), load(innovations + c)));
      }
      const factor = exp(f);
      store(growth + c, factor);
      store(grown + o, add(load(grown + o), mul(load(q + c), factor)));
    }
  }
}

/** cap(H) = 0.25·tanh(H/0.25) of two cells, computed anew only where H changes: most stay as they are once their ramp is over. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function capPush(pushes: v128, c: usize): void {
  if (!v128.any_true(f64x2.ne(pushes, load(pushed + c)))) return;
  store(pushed + c, pushes);
  store(capped + c, mul(both(PUSH_CAP), tanh(mul(both(1 / PUSH_CAP), pushes))));
}

/** H of a region's cells, push_ri + Σ_s ω_rs·(1 − b_rs)·spill_si: the address of a row. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function pushesOf(y: i32, r: i32): usize {
  const row = bytes(width);
  const own = push + bytes(regions * width) * y + row * r;
  if (sharingCount == 0) return own;
  memory.copy(now, own, row);
  for (let k = 0; k < sharingCount; k++) {
    const s = i32.load(sharing + ((<usize>k) << 2));
    if (s == r) continue;
    const pair = r * ranks + s;
    const received = both(at(mass, s) * at(openPull, pair) * at(inversePull, r));
    const shared = spill + bytes(regions * width) * y + row * s;
    for (let o: usize = 0; o < row; o += 16) store(now + o, add(load(now + o), mul(received, load(shared + o))));
  }
  return now;
}

/** Changes the output of the year after `y` by what events add from year to year: outside crowding, so that nobody gains what they take. */
function strike(y: i32): f64 {
  const cells = bytes(regions * width);
  const next = output + cells * (y + 1);
  const before = shock + cells * y;
  for (let c: usize = 0; c < cells; c += 16) {
    store(next + c, mul(load(next + c), exp(sub(load(before + cells + c), load(before + c)))));
  }
  return computeTotals(next);
}

/** Channels of a year by itself, over the case's base year; its results are left in their places. */
export function measureYear(): void {
  const ofAll = computeTotals(measuredOutput);
  changePulls(0);
  computeChannels(measuredOutput, ofAll / baseOfAll);
  const wholes = explicitWhole != 0 ? measuredWhole : industryTotal;
  keepChannels(measuredAdvantage, measuredRivalry, explicitWhole != 0 ? sumOf(wholes) : ofAll, wholes);
  restorePulls();
}
