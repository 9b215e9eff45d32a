import { interpolateOutput } from '../indicators/interpolate-output.js';

/** Observed years of a case. */
export interface ObservedYears {
  /** Ascending. */
  readonly years: readonly number[];
  /** R × I each. */
  readonly output: readonly Float64Array[];
  /** I each; null where the higher-level region is the sum of the regions. */
  readonly higherLevel: readonly Float64Array[] | null;
}

/** Output of one observed or interpolated year. */
export interface ObservedCells {
  /** R × I. */
  readonly output: Float64Array;
  /** I; null where the higher-level region is the sum of the regions. */
  readonly higherLevel: Float64Array | null;
}

/**
 * Output of a year of the observed past, between two observed years at constant growth.
 *
 * @returns null where the year lies before the first observed one or after the last
 */
export function observedCells(history: ObservedYears, year: number): ObservedCells | null {
  const { years } = history;
  const exact = years.indexOf(year);
  if (exact >= 0) return { output: history.output[exact]!, higherLevel: history.higherLevel?.[exact] ?? null };
  const later = years.findIndex((observed) => observed > year);
  if (later <= 0) return null;
  const earlier = later - 1;
  const part = (year - years[earlier]!) / (years[later]! - years[earlier]!);
  return {
    output: interpolate(history.output[earlier]!, history.output[later]!, part),
    higherLevel:
      history.higherLevel === null
        ? null
        : interpolate(history.higherLevel[earlier]!, history.higherLevel[later]!, part),
  };
}

function interpolate(from: Float64Array, to: Float64Array, part: number): Float64Array {
  return from.map((early, k) => interpolateOutput(early, to[k]!, part));
}
