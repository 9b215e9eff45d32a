import { shiftShare } from '../../indicators/shift-share.js';
import type { ObservedCells } from '../../projection/history.js';
import { columnSums } from '../../statistics/cells.js';
import { sum } from '../../statistics/sum.js';

/** The simple rules that a projection is held against. */
export const BASELINES = [
  'no change',
  'own growth',
  'whole growth',
  'mean of both',
  'shift-share, mix',
  'shift-share, regional',
] as const;
export type Baseline = (typeof BASELINES)[number];

/** Meaning of each baseline, in one line. */
export const BASELINE_MEANINGS: Readonly<Record<Baseline, string>> = {
  'no change': 'every cell stays as it is',
  'own growth': 'each cell goes on at its own past rate',
  'whole growth': 'each cell goes on at the past rate of its industry in the higher-level region',
  'mean of both': 'each cell goes on at the mean of the two rates',
  'shift-share, mix': 'national growth and industry mix of the past, as amounts that do not compound',
  'shift-share, regional': 'the same with the regional effect of each region as a whole, spread over its industries',
};

/**
 * Forecasts of the baselines from two observed years, R × I each. Rates are compound annual ones over the years between.
 * A cell or industry without output in either year has no rate and stays as it is.
 *
 * @param from outputs in the earlier year
 * @param to outputs in the year forecast from
 * @param past years between the two
 * @param ahead years forecast
 * @param count number of industries
 */
export function baselineForecasts(
  from: ObservedCells,
  to: ObservedCells,
  past: number,
  ahead: number,
  count: number,
): Readonly<Record<Baseline, Float64Array>> {
  const now = to.output;
  const early = from.higherLevel ?? columnSums(from.output, count);
  const late = to.higherLevel ?? columnSums(now, count);
  const rate = (before: number, after: number) => (before > 0 && after > 0 ? (after / before) ** (1 / past) - 1 : 0);
  const whole = late.map((q, i) => rate(early[i]!, q));
  const own = now.map((q, cell) => rate(from.output[cell]!, q));
  const simple = late.map((q, i) => (early[i]! > 0 ? q / early[i]! - 1 : 0));
  const part = ahead / past;
  const regional = Float64Array.from({ length: now.length / count }, (_, r) => {
    const before = from.output.subarray(r * count, (r + 1) * count);
    const split = shiftShare(before, now.subarray(r * count, (r + 1) * count), early, late);
    const output = sum(before);
    return split === null || output === 0 ? 0 : split.regional / output;
  });
  return {
    'no change': now.slice(),
    'own growth': now.map((q, cell) => q * (1 + own[cell]!) ** ahead),
    'whole growth': now.map((q, cell) => q * (1 + whole[cell % count]!) ** ahead),
    'mean of both': now.map((q, cell) => q * (1 + (own[cell]! + whole[cell % count]!) / 2) ** ahead),
    'shift-share, mix': now.map((q, cell) => q * Math.max(0, 1 + part * simple[cell % count]!)),
    'shift-share, regional': now.map(
      (q, cell) => q * Math.max(0, 1 + part * (simple[cell % count]! + regional[Math.floor(cell / count)]!)),
    ),
  };
}
