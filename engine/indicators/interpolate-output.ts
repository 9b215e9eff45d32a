import { pow } from '../exact-math/index.js';

/**
 * Output between two observed years at constant growth, `from·(to/from)^part`. Constant growth does not lead from or to nothing, so
 * there it is a straight line.
 *
 * Source: this project, as the average growth of the source paper's formulas 3 and 4 implies.
 *
 * @param from output in the earlier year, 0 or more
 * @param to output in the later year, 0 or more
 * @param part of the time between the two that has passed, 0 … 1; a RangeError outside, as nothing is extrapolated
 *
 * @example
 * interpolateOutput(100, 400, 0.5); // → 200
 * interpolateOutput(0, 400, 0.25); // → 100
 */
export function interpolateOutput(from: number, to: number, part: number): number {
  if (!(part >= 0 && part <= 1)) throw new RangeError(`part ${part} of the time between two years is outside 0 … 1`);
  if (part === 0) return from;
  if (part === 1) return to;
  return from === 0 || to === 0 ? from + (to - from) * part : from * pow(to / from, part);
}
