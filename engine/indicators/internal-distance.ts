/**
 * Distance of a region to itself: two thirds of the radius of a disc of its area, the mean way from its centre, in km.
 *
 * Source: Head & Mayer 2000, "Non-Europe", the usual internal distance of gravity models.
 *
 * @param area km², above 0
 * @example
 * internalDistance(900 * Math.PI); // → 20
 */
export function internalDistance(area: number): number {
  return (2 / 3) * Math.sqrt(area / Math.PI);
}
