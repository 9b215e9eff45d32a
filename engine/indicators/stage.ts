/** Stages of comparative advantage, in the order of the paper's criteria. */
export const STAGES = ['formative', 'growing', 'mature', 'recession'] as const;
export type Stage = (typeof STAGES)[number];

/** Growth rates closer than this count as equal: a cell that grows exactly as its industry must not change stage on rounding. */
export const SAME_GROWTH = 1e-12;

/**
 * Stage of comparative advantage of an industry in a region: formative and growing where it grows at least as fast as in the
 * higher-level region, mature and recession where it does not; growing and mature where its location quotient is 1 or more.
 *
 * Where the industry grows in the higher-level region, "at least as fast" is the paper's agglomeration index of 1 or more.
 *
 * @param locationQuotient null where undefined
 * @param growth of the cell, a rate per year; Infinity for a new entry; null where unknown
 * @param referenceGrowth of the industry in the higher-level region; null where unknown
 * @returns null where the industry has no stage
 * @example
 * stage(1.46, 0.3, 0.25); // → 'growing'
 * stage(0.67, 0.1, 0.25); // → 'recession'
 * stage(null, 0.1, 0.25); // → null
 */
export function stage(
  locationQuotient: number | null,
  growth: number | null,
  referenceGrowth: number | null,
): Stage | null {
  if (locationQuotient === null || growth === null || referenceGrowth === null) return null;
  const faster = growth >= referenceGrowth - SAME_GROWTH;
  if (locationQuotient >= 1) return faster ? 'growing' : 'mature';
  return faster ? 'formative' : 'recession';
}
