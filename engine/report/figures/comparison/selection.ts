import type { Comparison } from '../../../compare/compare.js';
import { comparedPair } from '../../../compare/compared-pair.js';
import { evenly } from '../drawing/evenly.js';

/** The parts of a comparison that are drawn where all of it would fill no page: tables in files keep the rest. */
export interface Selection {
  readonly pair: readonly [number, number];
  /** Regions, in the case's order. */
  readonly regions: readonly number[];
  /** Futures that get a picture of their own. */
  readonly futures: readonly number[];
  /** Rows of years: of lines, of the tables behind them, and of a slider. */
  readonly lineYears: readonly number[];
  readonly tableYears: readonly number[];
  readonly sliderYears: readonly number[];
}

const MOST = { regions: 12, futures: 3, lineYears: 41, tableYears: 26, sliderYears: 21 };

/**
 * Chooses the pair that the comparison is about, the regions that change most, and years spread evenly.
 *
 * @param most futures that get a picture of their own
 */
export function selectShown(comparison: Comparison, most: number = MOST.futures): Selection {
  const { futures, gains, differences } = comparison;
  const [a, b] = comparedPair(futures);
  const count = futures[0]!.economy.regions.length;
  const change = (r: number): number =>
    Math.max(
      ...gains.map((gain) => Math.abs(gain.output[r]!)),
      ...differences.map((each) => Math.abs(each.output[r]!)),
    );
  const ranked = Array.from({ length: count }, (_, r) => r)
    .filter((r) => r !== a && r !== b)
    .sort((r, s) => change(s) - change(r) || r - s);
  const regions = [...new Set([a, b, ...ranked])].slice(0, MOST.regions).sort((r, s) => r - s);
  const last = futures.length - 1;
  const years = futures[0]!.compiled.plan.years.length;
  return {
    pair: [a, b],
    regions,
    futures: [...new Set([...Array.from({ length: Math.min(last, most - 1) }, (_, k) => k), last])],
    lineYears: evenly(years, MOST.lineYears),
    tableYears: evenly(years, MOST.tableYears),
    sliderYears: evenly(years, MOST.sliderYears),
  };
}
