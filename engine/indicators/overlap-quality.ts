import { fingerKreinin } from './finger-kreinin.js';
import { similarity } from './similarity.js';

/**
 * The part of the likeness of two regions that is rivalry: `b · S · Σ min(a_i, b_i)` with barrier b, similarity S and shares a_i, b_i.
 * 0 where the border is open or no industry is shared (likeness without a border is partnership); 1 for the same structure behind a closed one.
 *
 * Source: this project, of the similarity of the source paper's formula 5 and the index of Finger & Kreinin 1979.
 *
 * @param a outputs or shares of one region by industry, 0 or more
 * @param b the same of another region; a RangeError unless of the same number of industries
 * @param barrier between the two administrations, 0 open … 1 closed
 * @returns null where one of them has no output
 *
 * @example
 * overlapQuality([1, 1], [1, 1], 0.5); // → 0.5
 * overlapQuality([1, 1], [1, 1], 0); // → 0
 */
export function overlapQuality(a: ArrayLike<number>, b: ArrayLike<number>, barrier: number): number | null {
  const likeness = similarity(a, b);
  const overlap = fingerKreinin(a, b);
  return likeness === null || overlap === null ? null : overlapQualityOf(barrier, likeness, overlap);
}

/**
 * Overlap quality of which the parts are known already.
 *
 * @param overlap Σ min(a_i, b_i)
 *
 * @example
 * overlapQualityOf(0.5, 0.8, 0.5); // → 0.2
 */
export function overlapQualityOf(barrier: number, similarity: number, overlap: number): number {
  return barrier * (similarity * overlap);
}
