import { pow } from '../exact-math/index.js';

/**
 * Average growth as a rate a year, or what stands in its place: `new-entry` where something came out of nothing, `absent` where
 * there was nothing in either year.
 */
export type Growth = number | 'new-entry' | 'absent';

/**
 * Average growth between two years, `S = (to / from)^(1/years) − 1`, as a rate a year. What ends is −1, what begins `new-entry`.
 *
 * Source: formulas 3 and 4 of the source paper.
 *
 * @param from output in the earlier year, 0 or more
 * @param to output in the later year, in the same prices
 * @param years years between the two, above 0
 *
 * @example
 * averageGrowth(100, 400, 2); // → 1
 * averageGrowth(50, 0, 6); // → -1
 * averageGrowth(0, 50, 6); // → 'new-entry'
 * averageGrowth(0, 0, 6); // → 'absent'
 */
export function averageGrowth(from: number, to: number, years: number): Growth {
  if (from === 0) return to === 0 ? 'absent' : 'new-entry';
  return pow(to / from, 1 / years) - 1;
}
