/**
 * Output between two observed years at constant growth; linear where one of the two is 0, since no growth rate leads from or to nothing.
 *
 * @param part of the way from the earlier to the later year, 0 … 1
 * @example
 * interpolateOutput(100, 400, 0.5); // → 200
 * interpolateOutput(0, 400, 0.25); // → 100
 */
export function interpolateOutput(early: number, late: number, part: number): number {
  if (early === 0 || late === 0) return early + (late - early) * part;
  return early * (late / early) ** part;
}
