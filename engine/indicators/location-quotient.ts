/** The reason why a location quotient has no value; `defined` where it has one. */
export const LOCATION_QUOTIENT_STATUSES = ['defined', 'industry-absent', 'reference-absent', 'region-empty'] as const;

export type LocationQuotientStatus = (typeof LOCATION_QUOTIENT_STATUSES)[number];

/** A location quotient, or what stands in its place. */
export interface LocationQuotient {
  /** Null unless the status is `defined`. */
  readonly value: number | null;
  readonly status: LocationQuotientStatus;
}

/**
 * The location quotient of an industry in a region, `(q_ri / q_r) / (q_i / q)`: 1 where the industry has the weight in the region
 * that it has in the higher-level region, above 1 where the region is specialised in it.
 *
 * A status says why there is no quotient: `region-empty`, the region has no output at all; `industry-absent`, the industry has
 * none anywhere (0/0); `reference-absent`, the region has output in an industry that its reference does not (x/0).
 *
 * @param cell output of the industry in the region, q_ri
 * @param regionTotal output of the region, q_r
 * @param industryTotal output of the industry in the higher-level region, q_i
 * @param total output of the higher-level region, q
 *
 * Source: formula 1 of the source paper; the example is Farhauer & Kröll 2013.
 *
 * @example
 * locationQuotient(1714, 79006, 879213, 15593224); // → { value: 0.384762342301, status: 'defined' }
 * locationQuotient(0, 100, 0, 400); // → { value: null, status: 'industry-absent' }
 */
export function locationQuotient(
  cell: number,
  regionTotal: number,
  industryTotal: number,
  total: number,
): LocationQuotient {
  const status = locationQuotientStatus(cell, regionTotal, industryTotal);
  return { value: status === 'defined' ? quotientOfShares(cell / regionTotal, industryTotal / total) : null, status };
}

/**
 * A location quotient of shares that are known already.
 *
 * @param share of the industry in the region, q_ri / q_r
 * @param referenceShare of the industry in the higher-level region, q_i / q, above 0
 *
 * @example
 * quotientOfShares(0.3, 0.2); // → 1.5
 */
export function quotientOfShares(share: number, referenceShare: number): number {
  return share / referenceShare;
}

/**
 * The status of a location quotient: `defined`, or why it has no value.
 *
 * @example
 * locationQuotientStatus(5, 100, 0); // → 'reference-absent'
 */
export function locationQuotientStatus(
  cell: number,
  regionTotal: number,
  industryTotal: number,
): LocationQuotientStatus {
  if (regionTotal === 0) return 'region-empty';
  if (industryTotal > 0) return 'defined';
  return cell === 0 ? 'industry-absent' : 'reference-absent';
}
