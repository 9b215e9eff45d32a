// U of equation (5): pressure on land, relative to the reference path.
import { add, both, bytes, div, load, mul, store, sub } from './lanes';
import { log, softplus } from './math';
import { land, landCapacity, landLoss, ranks, referenceTotal, regionTotal } from './memory';

/** Land in use on the reference path as a part of capacity, over the part at which pressure sets in; width of the soft threshold. */
const USE_OVER_THRESHOLD: f64 = 0.85 / 0.95;
const SOFTNESS: f64 = 0.05;

/** U = 0.05·ln(1 + e^((ln u − ln 0.95)/0.05)) with u = 0.85·use. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function pressure(use: v128): v128 {
  return mul(both(SOFTNESS), softplus(div(log(mul(both(USE_OVER_THRESHOLD), use)), both(SOFTNESS))));
}

/** ζ·ΔU of every region; the padding is used like the reference path. */
export function computeLand(y: i32): void {
  const row = bytes(ranks);
  const usual = pressure(both(1));
  for (let o: usize = 0; o < row; o += 16) {
    const use = div(div(load(regionTotal + o), load(referenceTotal + row * y + o)), load(landCapacity + row * y + o));
    store(landLoss + o, mul(both(land), sub(pressure(use), usual)));
  }
}
