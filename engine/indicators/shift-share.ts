import { checkSameLength } from '../statistics/same-length.js';
import { sum } from '../statistics/sum.js';

/** A region's growth between two years, split; in the unit of output. `national + mix + regional = growth`. */
export interface ShiftShare {
  /** Change of the region's output. */
  readonly growth: number;
  /** The change, had everything grown as the whole reference. */
  readonly national: number;
  /** The part that its industries add by growing, in the reference, faster or slower than the whole. */
  readonly mix: number;
  /** The part that its own industries add by growing faster or slower than in the reference. */
  readonly regional: number;
}

/**
 * Splits a region's growth between two years into national, mix and regional effect. With q the region's output by industry in the
 * earlier year, G the growth of the whole reference and G_i that of an industry in it, `national = Σ q_i·G`, `mix = Σ q_i·(G_i − G)`, and
 * the regional effect is `Σ q_i·(g_i − G_i)`. An industry that the region did not have in the earlier year counts whole in the regional effect.
 *
 * Source: Dunn 1960; worked example in Farhauer & Kröll 2013.
 *
 * @param from output of the region by industry in the earlier year
 * @param to the same in the later year
 * @param referenceFrom output of the reference by industry in the earlier year
 * @param referenceTo the same in the later year; a RangeError unless all four have the same number of industries
 * @returns null where the reference has no output in the earlier year
 *
 * @example
 * shiftShare([60, 40], [100, 40], [100, 100], [150, 100]); // → { growth: 40, national: 25, mix: 5, regional: 10 }
 */
export function shiftShare(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  referenceFrom: ArrayLike<number>,
  referenceTo: ArrayLike<number>,
): ShiftShare | null {
  for (const other of [to, referenceFrom, referenceTo]) checkSameLength(from, other);
  const before = sum(referenceFrom);
  if (before === 0) return null;
  const overall = sum(referenceTo) / before - 1;
  let mix = 0;
  let regional = 0;
  for (let i = 0; i < from.length; i++) {
    const own = from[i]!;
    if (own === 0 || referenceFrom[i] === 0) {
      // Without earlier output there is no rate to compare with; a region whose reference lacks the industry counts national growth only.
      regional += to[i]! - own - own * overall;
      continue;
    }
    const industry = referenceTo[i]! / referenceFrom[i]! - 1;
    mix += own * (industry - overall);
    regional += to[i]! - own - own * industry;
  }
  return { growth: sum(to) - sum(from), national: sum(from) * overall, mix, regional };
}
