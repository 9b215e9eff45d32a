// Equations (1) and (2): one step of every cell, and what crowding takes back.
import { add, both, bytes, div, load, mul, put, store, sub, total } from './lanes';
import { exp, log } from './math';
import { sharedNoise } from './noise';
import {
  displacement, explicitWhole, grown, growth, industryTerm, industryTotal, market, ranks, regions, regionTotal, trend, width,
} from './memory';

/** The factor of each market, exp(g + e − δ·F) with F = ln(grown / industryTotal); 0 where an industry has no output. */
export function computeMarkets(y: i32, withNoise: bool): void {
  const row = bytes(width);
  const rates = trend + row * y;
  const shared = both(withNoise ? sharedNoise() : 0);
  for (let o: usize = 0; o < row; o += 16) {
    const before = load(industryTotal + o);
    const present = f64x2.gt(before, both(0));
    const ratio = v128.bitselect(div(load(grown + o), before), both(1), present);
    let rate = load(rates + o);
    if (withNoise) rate = add(rate, add(load(industryTerm + o), shared));
    store(market + o, v128.and(exp(sub(rate, mul(both(displacement), log(ratio)))), present));
  }
}

/** The higher-level region a year on: it follows the trend, and the noise that all its regions share. */
export function stepWhole(series: usize, y: i32, withNoise: bool): void {
  if (explicitWhole == 0) return;
  const row = bytes(width);
  const rates = trend + row * y;
  const before = series + row * y;
  const shared = both(withNoise ? sharedNoise() : 0);
  for (let o: usize = 0; o < row; o += 16) {
    let rate = load(rates + o);
    if (withNoise) rate = add(rate, add(load(industryTerm + o), shared));
    store(before + row + o, mul(load(before + o), exp(rate)));
  }
}

/** Output of the next year, q·exp(f)·market, and its totals at once. */
export function step(q: usize): f64 {
  const row = bytes(width);
  let next = q + bytes(regions * width);
  let g = growth;
  memory.fill(industryTotal, 0, row);
  let all: f64 = 0;
  for (let r = 0; r < regions; r++) {
    let sum = both(0);
    for (let o: usize = 0; o < row; o += 16) {
      const each = mul(mul(load(q + o), load(g + o)), load(market + o));
      store(next + o, each);
      sum = add(sum, each);
      store(industryTotal + o, add(load(industryTotal + o), each));
    }
    const own = total(sum);
    put(regionTotal, r, own);
    all += own;
    q += row;
    next += row;
    g += row;
  }
  if (ranks > regions) put(regionTotal, regions, 1);
  return all;
}
