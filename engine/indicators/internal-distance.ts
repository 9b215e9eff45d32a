/**
 * The distance of a region to itself, `⅔·√(area/π)`: the mean distance from the centre of a disc of its area.
 *
 * Source: Head & Mayer 2000, Review of World Economics 136(2), 284–314; Redding & Venables 2004, Journal of International
 * Economics 62(1), 53–82.
 *
 * @param area km²
 * @returns km
 *
 * @example
 * internalDistance(9 * Math.PI); // → 2
 */
export function internalDistance(area: number): number {
  return (2 / 3) * Math.sqrt(area / Math.PI);
}
