import type { Growth } from './average-growth.js';

/**
 * The ratio of growth factors, `(1 + S_ri) / (1 + S_i)`: how much faster a year an industry grew in the region than in the
 * higher-level region. Unlike the agglomeration index it keeps its meaning where the reference stands still or shrinks.
 *
 * Source: this project, beside the ratio of rates of the source paper, formula 2.
 *
 * @returns null where either growth is undefined or nothing is left of the reference
 *
 * @example
 * agglomerationFactorRatio(0.5, 0.25); // → 1.2
 * agglomerationFactorRatio(-0.5, -0.75); // → 2
 * agglomerationFactorRatio('new-entry', 0.25); // → null
 */
export function agglomerationFactorRatio(growth: Growth, referenceGrowth: Growth): number | null {
  if (typeof growth === 'string' || typeof referenceGrowth === 'string' || referenceGrowth === -1) return null;
  return (1 + growth) / (1 + referenceGrowth);
}
