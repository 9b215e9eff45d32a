import { checkSameLength } from '../statistics/same-length.js';
import { sum } from '../statistics/sum.js';
import { type ShiftShare, shiftShare } from './shift-share.js';

/** A region's growth split in four: `national + mix + competitive + allocation = growth`. */
export interface EstebanMarquillas extends Omit<ShiftShare, 'regional'> {
  /** The part that the region's faster or slower growth would have added with the structure of the reference. */
  readonly competitive: number;
  /** The part that it adds by being specialised in the industries where it grows faster: positive specialisation times positive lead. */
  readonly allocation: number;
}

/**
 * Splits the regional effect of {@link shiftShare} further. With the homothetic output `h_i`, what the region would make of an
 * industry if it had the structure of the reference, `competitive = Σ h_i·(g_i − G_i)` is free of the region's own structure, and
 * `allocation = Σ (q_i − h_i)·(g_i − G_i)` is the rest. An industry without earlier output has no rate g_i: what is made of it in the later year
 * counts as competitive.
 *
 * Source: Esteban-Marquillas 1972.
 *
 * @param from output of the region by industry in the earlier year
 * @param to the same in the later year
 * @param referenceFrom output of the reference by industry in the earlier year
 * @param referenceTo the same in the later year; a RangeError unless all four have the same number of industries
 * @returns null where the reference has no output in the earlier year
 *
 * @example
 * shiftShareEstebanMarquillas([80, 20], [120, 20], [100, 100], [100, 100]); // → { growth: 40, national: 0, mix: 0, competitive: 25, allocation: 15 }
 */
export function shiftShareEstebanMarquillas(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  referenceFrom: ArrayLike<number>,
  referenceTo: ArrayLike<number>,
): EstebanMarquillas | null {
  checkSameLength(from, to);
  const split = shiftShare(from, to, referenceFrom, referenceTo);
  if (split === null) return null;
  const before = sum(referenceFrom);
  const part = sum(from) / before;
  const overall = sum(referenceTo) / before - 1;
  let competitive = 0;
  for (let i = 0; i < from.length; i++) {
    const own = from[i]!;
    const reference = referenceFrom[i]!;
    competitive +=
      own === 0 || reference === 0
        ? to[i]! - own - own * overall
        : reference * part * (to[i]! / own - referenceTo[i]! / reference);
  }
  const { growth, national, mix, regional } = split;
  return { growth, national, mix, competitive, allocation: regional - competitive };
}
