// s of equation (5): how strongly a cell responds, by its stage in the current year.
import { add, both, bytes, load, mul, put, store, only } from './lanes';
import { advantage, shareOf } from './channels';
import {
  explicitWhole, formative, growing, industryTotal, mature, observedRows, observedWholes, output, pastTotal, recession, regions, response, same,
  sameGrowth, whole, width, window,
} from './memory';

/** Writes s of every cell. A cell without a stage, for want of a past or of output, responds by 1. */
export function computeResponse(y: i32, ofAll: f64): void {
  const row = bytes(width);
  const cells = bytes(regions * width);
  const back = y - window;
  const past: usize = back >= 0 ? output + cells * back : i32.load(observedRows + ((<usize>y) << 2));
  if (past == 0) {
    for (let c: usize = 0; c < cells; c += 16) store(response + c, both(1));
    return;
  }
  if (explicitWhole != 0) memory.copy(pastTotal, back >= 0 ? whole + row * back : i32.load(observedWholes + ((<usize>y) << 2)), row);
  else addUp(past, pastTotal);
  const wholes = explicitWhole != 0 ? whole + row * y : industryTotal;
  const own = output + cells * y;
  const none = both(0);
  for (let r = 0, c: usize = 0; r < regions; r++) {
    for (let o: usize = 0; o < row; o += 16, c += 16) {
      const q = load(own + c);
      const all = load(wholes + o);
      const then = load(pastTotal + o);
      const known = v128.and(f64x2.gt(q, none), v128.and(f64x2.gt(all, none), f64x2.gt(then, none)));
      const ahead = f64x2.ge(mul(q, then), mul(mul(load(past + c), all), both(sameGrowth)));
      // φ has the sign of LQ − 1.
      const strong = f64x2.ge(advantage(load(shareOf(c)), both(ofAll), all), both(-same));
      const faster = v128.bitselect(both(growing), both(formative), strong);
      const slower = v128.bitselect(both(mature), both(recession), strong);
      store(response + c, v128.bitselect(v128.bitselect(faster, slower, ahead), both(1), known));
    }
  }
}

/** Output of each industry over all regions. */
function addUp(cells: usize, totals: usize): void {
  const row = bytes(width);
  memory.fill(totals, 0, row);
  for (let r = 0; r < regions; r++, cells += row) {
    for (let o: usize = 0; o < row; o += 16) store(totals + o, add(load(totals + o), load(cells + o)));
  }
}
