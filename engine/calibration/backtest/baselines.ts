import { pow } from '../../exact-math/index.js';
import { shiftShare } from '../../indicators/shift-share.js';
import type { ObservedCells } from '../../kernel/observed-cells.js';
import { columnSums, rowOf, rowSums } from '../../statistics/cells.js';
import { sum } from '../../statistics/sum.js';

/** The simple rules that a projection is held against. */
export const BASELINES = [
  'no change',
  'own growth',
  'whole growth',
  'mean of both',
  'all growth',
  'all growth, all years',
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
  'all growth': 'every cell goes on at the past rate of all industries of the higher-level region together',
  'all growth, all years': 'the same with the rate of all observed years',
  'shift-share, mix': 'national growth and industry mix of the past, as amounts that do not compound',
  'shift-share, regional': 'the same with the regional effect of each region as a whole, spread over its industries',
};

/** The figures that the baselines are computed from. */
export interface BaselinePast {
  /** Outputs in the first observed year, at the start of the window, and in the year forecast from. */
  readonly first: ObservedCells;
  readonly from: ObservedCells;
  readonly to: ObservedCells;
  /** Years from the first observed one, and from the start of the window, to the year forecast from. */
  readonly observed: number;
  readonly window: number;
  readonly industries: number;
}

/**
 * Forecasts of the baselines, R × I each. Rates are compound annual ones over the years between.
 * A cell or industry without output in either year has no rate and stays as it is.
 *
 * @param ahead years forecast
 */
export function baselineForecasts(past: BaselinePast, ahead: number): Readonly<Record<Baseline, Float64Array>> {
  const { from, to, window, industries: count } = past;
  const now = to.output;
  const [first, early, late] = [past.first, from, to].map(
    ({ output, higherLevel }) => higherLevel ?? columnSums(output, count),
  ) as [Float64Array, Float64Array, Float64Array];
  const rate = (before: number, after: number, years: number) =>
    before > 0 && after > 0 ? pow(after / before, 1 / years) - 1 : 0;
  const whole = late.map((q, i) => rate(early[i]!, q, window));
  const own = now.map((q, cell) => rate(from.output[cell]!, q, window));
  const all = rate(sum(early), sum(late), window);
  const allYears = rate(sum(first), sum(late), past.observed);
  const simple = late.map((q, i) => (early[i]! > 0 ? q / early[i]! - 1 : 0));
  const part = ahead / window;
  const regional = regionalEffects(past, early, late);
  return {
    'no change': now.slice(),
    'own growth': now.map((q, cell) => q * pow(1 + own[cell]!, ahead)),
    'whole growth': now.map((q, cell) => q * pow(1 + whole[cell % count]!, ahead)),
    'mean of both': now.map((q, cell) => q * pow(1 + (own[cell]! + whole[cell % count]!) / 2, ahead)),
    'all growth': now.map((q) => q * pow(1 + all, ahead)),
    'all growth, all years': now.map((q) => q * pow(1 + allYears, ahead)),
    'shift-share, mix': now.map((q, cell) => q * Math.max(0, 1 + part * simple[cell % count]!)),
    'shift-share, regional': now.map(
      (q, cell) => q * Math.max(0, 1 + part * (simple[cell % count]! + regional[Math.floor(cell / count)]!)),
    ),
  };
}

/** Regional effect of each region over the window as a part of its output at the start, R. */
function regionalEffects(
  { from, to, industries }: BaselinePast,
  early: Float64Array,
  late: Float64Array,
): Float64Array {
  return rowSums(from.output, industries).map((output, r) => {
    const split = shiftShare(rowOf(from.output, industries, r), rowOf(to.output, industries, r), early, late);
    return split === null || output === 0 ? 0 : split.regional / output;
  });
}
