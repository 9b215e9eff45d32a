// N of equation (5′): what nearer or larger suppliers and customers in other industries add.
import { add, at, both, bytes, load, mul, store, sub, only } from './lanes';
import { chainAccess, chainWeight, reach, reachChange, referenceReach, regions, width } from './memory';

/** N of the industries of a region, `N_ri = Σ_j weight_ij·Δ ln K_rj`. A reach of nothing, on either path, adds nothing. */
export function computeChainAccess(y: i32, r: i32): void {
  const row = bytes(width);
  const here = reach + row * r;
  const usual = referenceReach + bytes(regions * width) * y + row * r;
  for (let o: usize = 0; o < row; o += 16) {
    const change = sub(load(here + o), load(usual + o));
    // ln 0 is −Infinity; its differences are infinite or none.
    store(reachChange + o, only(f64x2.lt(f64x2.abs(change), both(Infinity)), change));
  }
  memory.fill(chainAccess, 0, row);
  // Four industries at once, so that what is loaded and stored serves four times; `width` is a multiple of 4.
  for (let j = 0; j < width; j += 4) {
    const a = both(at(reachChange, j));
    const b = both(at(reachChange, j + 1));
    const c = both(at(reachChange, j + 2));
    const d = both(at(reachChange, j + 3));
    let w = chainWeight + row * j;
    for (let o: usize = 0; o < row; o += 16, w += 16) {
      const ab = add(mul(load(w), a), mul(load(w + row), b));
      const cd = add(mul(load(w + 2 * row), c), mul(load(w + 3 * row), d));
      store(chainAccess + o, add(load(chainAccess + o), add(ab, cd)));
    }
  }
}
