/**
 * The intensity of the economic tie between two regions, `R = √(P_r·G_r) · √(P_s·G_s) / D^exponent`: a gravity measure.
 *
 * Source: formula 6 of the source paper, with exponent 2.
 *
 * @param outputR regional output P_r in the sense of GDP, in the paper 10⁸ yuan
 * @param populationR non-agricultural population G_r, in the paper 10⁴ persons
 * @param outputS P_s
 * @param populationS G_s
 * @param distance between the two, in the paper km of rail
 * @param exponent of distance
 * @returns null where the distance is 0: a region has no tie with itself
 *
 * @example
 * economicTie(100, 4, 400, 1, 10); // → 4
 * economicTie(100, 4, 400, 1, 10, 1); // → 40
 */
export function economicTie(
  outputR: number,
  populationR: number,
  outputS: number,
  populationS: number,
  distance: number,
  exponent = 2,
): number | null {
  if (distance === 0) return null;
  return (Math.sqrt(outputR * populationR) * Math.sqrt(outputS * populationS)) / distance ** exponent;
}
