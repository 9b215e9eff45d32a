import { NORMAL_95 } from './normal.js';
/** A share of draws and how sure it is. */
export interface Proportion {
  /** Draws counted in, and draws. */
  readonly hits: number;
  readonly count: number;
  /** Null of no draws. */
  readonly share: number | null;
  /** Binomial standard error √(p(1−p)/n) of independent draws; 0 where all draws agree. */
  readonly standardError: number | null;
  /** 95 % interval of E. B. Wilson 1927, which does not shrink to nothing where all draws agree. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The share of draws in which something holds.
 *
 * @example
 * proportion(3, 4).standardError; // → 0.21650635094610965
 * proportion(0, 0).share; // → null
 */
export function proportion(hits: number, count: number): Proportion {
  if (count === 0) return { hits, count, share: null, standardError: null, low: null, high: null };
  const share = hits / count;
  const centre = share + (NORMAL_95 * NORMAL_95) / (2 * count);
  const reach = NORMAL_95 * Math.sqrt((share * (1 - share) + (NORMAL_95 * NORMAL_95) / (4 * count)) / count);
  const whole = 1 + (NORMAL_95 * NORMAL_95) / count;
  return {
    hits,
    count,
    share,
    standardError: Math.sqrt((share * (1 - share)) / count),
    low: hits === 0 ? 0 : (centre - reach) / whole,
    high: hits === count ? 1 : (centre + reach) / whole,
  };
}
