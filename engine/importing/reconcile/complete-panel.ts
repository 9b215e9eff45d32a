/** Ways in which a figure of the case came to be: as printed, or filled in. */
export const ORIGINS = ['published', 'flagged', 'filled', 'absent', 'negative', 'residual', 'derived'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A panel without totals and gaps: every region has a figure of 0 or more for every industry and year. */
export interface CompletePanel {
  readonly regions: readonly string[];
  readonly regionCodes: readonly string[];
  readonly industries: readonly string[];
  readonly years: readonly number[];
  /** Years × regions × industries. */
  readonly values: Float64Array;
  /** Index into `ORIGINS` of each figure. */
  readonly origins: Uint8Array;
}

/**
 * The number by which `origins` names an origin.
 *
 * @example
 * originNumber('filled'); // → 2
 */
export function originNumber(origin: Origin): number {
  return ORIGINS.indexOf(origin);
}
