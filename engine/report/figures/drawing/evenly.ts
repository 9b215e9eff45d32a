/**
 * Indices spread evenly, the first and the last among them.
 *
 * @example
 * evenly(3, 10); // → [0, 1, 2]
 * evenly(11, 3); // → [0, 5, 10]
 */
export function evenly(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, k) => k);
  return Array.from({ length: most }, (_, k) => Math.round((k * (count - 1)) / (most - 1)));
}
