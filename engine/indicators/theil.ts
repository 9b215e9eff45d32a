import { log } from '../exact-math/index.js';
import { sum } from '../statistics/sum.js';

/**
 * The Theil index of output between regions, `T = Σ s_r · ln(n·s_r)` with s_r each region's share and n their number: 0 where all
 * have the same output, ln n where one has it all. This is Theil's T in which every region counts as one, whatever its size in
 * people or area; a region without output contributes 0.
 *
 * Source: Theil 1967, Economics and Information Theory.
 *
 * @param outputs output by region, 0 or more
 * @param from first of the regions, up to `to`; default all of them
 * @returns null where there is no output
 *
 * @example
 * theil([7, 7, 7]); // → 0
 * theil([0, 5]); // → 0.693147180560
 */
export function theil(outputs: ArrayLike<number>, from = 0, to = outputs.length): number | null {
  const total = sum(outputs, from, to);
  if (total === 0) return null;
  const n = to - from;
  let index = 0;
  for (let r = from; r < to; r++) {
    const share = outputs[r]! / total;
    if (share > 0) index += share * log(share * n);
  }
  // Terms of both signs cancel where outputs are equal; what is left below 0 is rounding.
  return Math.max(0, index);
}
