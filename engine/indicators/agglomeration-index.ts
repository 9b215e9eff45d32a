import type { Growth } from './average-growth.js';

/** The meaning of an agglomeration index, or the reason that it has no value. `no-history` is for callers whose window reaches before the data. */
export const AGGLOMERATION_STATUSES = [
  'defined',
  'reference-declining',
  'reference-flat',
  'new-entry',
  'absent',
  'no-history',
] as const;

export type AgglomerationStatus = (typeof AGGLOMERATION_STATUSES)[number];

/** An agglomeration index and how it may be read. */
export interface AgglomerationIndex {
  readonly value: number | null;
  readonly status: AgglomerationStatus;
}

/** Reference growth below this, a year and in either direction, is too little to divide by: the index explodes. */
const FLAT_GROWTH = 0.001;

/**
 * The agglomeration index of an industry in a region, `A = S_ri / S_i`: its average growth in the region over that in the
 * higher-level region. Above 1 the industry gathers in the region, as long as the reference grows.
 *
 * The ratio flips its meaning where the reference shrinks and explodes where it stands still, so a status goes with it:
 * `reference-declining` and `reference-flat` (less than 0.1 % a year either way) have a value that should not be read as above;
 * `new-entry` (nothing in the earlier year) and `absent` (nothing in the later year) have none, nor has growth over exactly 0.
 * {@link agglomerationFactorRatio} has neither trouble.
 *
 * Source: formula 2 of the source paper.
 *
 * @param growth average growth of the industry in the region, S_ri
 * @param referenceGrowth average growth of the industry in the higher-level region, S_i
 *
 * @example
 * agglomerationIndex(0.12, 0.08); // → { value: 1.5, status: 'defined' }
 * agglomerationIndex(-0.12, -0.08); // → { value: 1.5, status: 'reference-declining' }
 * agglomerationIndex('new-entry', 0.08); // → { value: null, status: 'new-entry' }
 */
export function agglomerationIndex(growth: Growth, referenceGrowth: Growth): AgglomerationIndex {
  const ratio = agglomerationRatio(growth, referenceGrowth);
  return {
    value: Number.isNaN(ratio) ? null : ratio,
    status: agglomerationStatus(growth, referenceGrowth),
  };
}

/** The value of an agglomeration index as a bare number for arrays of them: NaN where it has none. */
export function agglomerationRatio(growth: Growth, referenceGrowth: Growth): number {
  if (typeof growth === 'string' || typeof referenceGrowth === 'string' || growth === -1) return Number.NaN;
  const ratio = growth / referenceGrowth;
  return Number.isFinite(ratio) ? ratio : Number.NaN;
}

/** The status of an agglomeration index: its meaning, or the reason that it has no value. */
export function agglomerationStatus(growth: Growth, referenceGrowth: Growth): AgglomerationStatus {
  if (growth === 'absent' || growth === -1) return 'absent';
  // An industry without earlier output in its reference is new there too, whatever a table of another origin says of the region.
  if (growth === 'new-entry' || typeof referenceGrowth === 'string') return 'new-entry';
  if (Math.abs(referenceGrowth) < FLAT_GROWTH) return 'reference-flat';
  return referenceGrowth < 0 ? 'reference-declining' : 'defined';
}
