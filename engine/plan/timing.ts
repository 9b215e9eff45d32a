import { pow } from '../exact-math/index.js';

/** The times of a policy in years, which may be fractions. */
export interface Timing {
  readonly start: number;
  readonly delay: number;
  readonly ramp: number;
  /** Last year in force; null where it stays. */
  readonly end: number | null;
  /** Years in which half of the effect is lost after the end; null where all of it is gone at once. */
  readonly halfLife: number | null;
}

/**
 * Strength m(t) of a policy in a year, 0 … 1: rises over the ramp once start and delay have passed, stays, and fades after the end.
 *
 * @example
 * const timing = { start: 2012, delay: 1, ramp: 4, end: 2020, halfLife: 5 };
 * [2013, 2014, 2017, 2020, 2025].map((year) => strength(timing, year)); // → [0, 0.25, 1, 1, 0.5]
 */
export function strength(timing: Timing, year: number): number {
  const { start, delay, ramp, end, halfLife } = timing;
  const since = year - start - delay;
  const rise = ramp === 0 ? Number(since >= 0) : Math.min(1, Math.max(0, since / ramp));
  if (end === null || year <= end) return rise;
  return halfLife === null ? 0 : rise * pow(0.5, (year - end) / halfLife);
}

/**
 * Part of a calendar year in which a policy is under way, from the start of its first year to the end of its last, 0 … 1.
 *
 * @example
 * partUnderWay({ start: 2012, end: null }, 2011); // → 0
 * partUnderWay({ start: 2012.5, end: null }, 2012); // → 0.5
 */
export function partUnderWay(timing: Pick<Timing, 'start' | 'end'>, year: number): number {
  return overlap(year, year + 1, timing.start, timing.end === null ? Number.POSITIVE_INFINITY : timing.end + 1);
}

/**
 * Part of a sum that falls into a calendar year when it is spread evenly over `duration` years from `start`; all of it in the first year where
 * the duration is 0.
 *
 * @example
 * [2012, 2013, 2014].map((year) => partSpent(2012, 2.5, year)); // → [0.4, 0.4, 0.2]
 */
export function partSpent(start: number, duration: number, year: number): number {
  const end = start + duration;
  // A duration too short to move a year on is none; and the one that its end stands for is what the parts add up to.
  if (!(end > start)) return Number(Math.floor(start) === year);
  return overlap(year, year + 1, start, end) / (end - start);
}

function overlap(from: number, to: number, start: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start));
}
