import { asin, sin, square } from '../../exact-math/index.js';

/** A rank correlation (Spearman's) between two uncertain numbers, as scenarios state it. */
export type RankCorrelation = readonly [string, string, number];

/** Symmetric matrix over names, row-major. */
export interface CorrelationMatrix {
  /** Paths in the order in which the correlations first name them. */
  readonly names: readonly string[];
  readonly values: Float64Array;
}

/**
 * Pearson's correlation of two normal variables whose rank correlation is this one.
 *
 * Source: K. Pearson 1907, On further methods of determining correlation.
 *
 * @example
 * normalFromRank(1); // → 1
 * normalFromRank(0.4); // → 0.4158233816355186
 */
export function normalFromRank(rank: number): number {
  return 2 * sin((Math.PI * rank) / 6);
}

/**
 * Rank correlation of two normal variables whose Pearson correlation is this one.
 *
 * @example
 * rankFromNormal(normalFromRank(0.4)); // → 0.4
 */
export function rankFromNormal(pearson: number): number {
  return (6 / Math.PI) * asin(0.5 * pearson);
}

/**
 * Correlations of the normal scores that give the stated rank correlations; pairs that are not stated have 0.
 *
 * @param correlations with known names, none above 1 in size, no pair twice
 * @param keep names to keep, such as those that are not frozen; default all
 *
 * @example
 * normalCorrelations([['a', 'b', 1], ['b', 'c', 0]]).values; // → [1, 1, 0, 1, 1, 0, 0, 0, 1]
 */
export function normalCorrelations(
  correlations: readonly RankCorrelation[],
  keep: (name: string) => boolean = () => true,
): CorrelationMatrix {
  const at = new Map<string, number>();
  for (const [a, b] of correlations) for (const name of [a, b]) if (keep(name) && !at.has(name)) at.set(name, at.size);
  const names = [...at.keys()];
  const values = new Float64Array(square(names.length));
  for (let k = 0; k < names.length; k++) values[k * names.length + k] = 1;
  for (const [a, b, rank] of correlations) {
    const [i, j] = [at.get(a), at.get(b)];
    if (i === undefined || j === undefined) continue;
    values[i * names.length + j] = normalFromRank(rank);
    values[j * names.length + i] = normalFromRank(rank);
  }
  return { names, values };
}
