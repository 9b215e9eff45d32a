import { comparedPair } from '../../compare/compared-pair.js';
import type { GainSummary, StudyResult } from '../../montecarlo/answers/answers.js';
import type { PairedSummary } from '../../montecarlo/answers/pairs.js';
import { discountedSum } from '../../statistics/discount.js';
import type { Proportion } from '../../statistics/proportion.js';
import type { Summary } from '../../statistics/summary.js';
import type { ComparisonReport } from './comparison-report.js';
import { DISCOUNTED_COST } from './returns.js';

/** A number with the interval that holds 80% of the draws. */
export interface Ranged {
  /** The median of the draws; where nothing was drawn, the number at central values. */
  readonly middle: number;
  /** Tenth and ninetieth percentile; null where nothing was drawn. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A gain with the share of draws in which it is one. */
export interface RangedGain extends Ranged {
  readonly better: Proportion | null;
}

/** The gain of a place in output over all years, discounted, in the case's currency. */
export interface PlaceGain {
  readonly name: string;
  /** Its regions, by their order in the case. */
  readonly regions: readonly number[];
  /** Output over all years without policies, discounted, at central values. */
  readonly without: number;
  /** By future. */
  readonly overNoPolicy: readonly RangedGain[];
  /** By future; of the first itself nothing. */
  readonly overFirst: readonly (RangedGain | null)[];
}

/** Picks from what was gained in the draws what belongs to a place. */
type OfPlace = (gains: GainSummary) => PairedSummary;

/**
 * The gain of every region.
 *
 * @returns in the order of the case
 */
export function regionGains(report: ComparisonReport): PlaceGain[] {
  const { regions } = report.comparison.futures[0]!.economy;
  return regions.map((name, r) => placeGain(report, name, [r], (gains) => gains.regions[r]!));
}

/** The gain of the two regions that a comparison is about, of the others together where there are any, and of all. */
export function mainGains(report: ComparisonReport): { readonly places: PlaceGain[]; readonly all: PlaceGain } {
  const { futures } = report.comparison;
  const { regions } = futures[0]!.economy;
  const every = regions.map((_, r) => r);
  const pair = [...new Set(comparedPair(futures))];
  const others = every.filter((r) => !pair.includes(r));
  const places = pair.map((r) => placeGain(report, regions[r]!, [r], (gains) => gains.regions[r]!));
  if (others.length === 1) places.push(placeGain(report, regions[others[0]!]!, others, (gains) => gains.others));
  if (others.length > 1)
    places.push(placeGain(report, `The other ${countWord(others.length)}`, others, (gains) => gains.others));
  return { places, all: placeGain(report, 'All regions', every, (gains) => gains.total) };
}

/** Regions that a future leaves below no policy: by the medians of the draws, where there are some, else at central values. */
export function losersOf({ comparison, study }: ComparisonReport, regions: readonly number[], k: number): number[] {
  const drawn = study?.gains[k]?.overNoPolicy.regions;
  return regions.filter((r) => (drawn?.[r]?.p50 ?? comparison.gains[k]!.output[r]!) < 0);
}

/** The cost of each future over all years, discounted. */
export function costs({ comparison, study }: ComparisonReport): Ranged[] {
  const drawn = study?.outcomes.find(({ expression }) => expression === DISCOUNTED_COST);
  return comparison.gains.map(({ cost }, k) => {
    const { middle, low, high } = rangeOf(drawn?.runs[k]?.at(-1));
    return { middle: middle ?? cost, low, high };
  });
}

function placeGain(report: ComparisonReport, name: string, regions: readonly number[], of: OfPlace): PlaceGain {
  const { comparison, study } = report;
  const total = (values: ArrayLike<number>): number => regions.reduce((sum, r) => sum + values[r]!, 0);
  const [first] = comparison.gains;
  return {
    name,
    regions,
    without: withoutPolicy(report, regions),
    overNoPolicy: comparison.gains.map(({ output }, k) =>
      gainOf(total(output), drawnGain(study, k, 'overNoPolicy', of)),
    ),
    overFirst: comparison.gains.map(({ output }, k) =>
      k === 0 ? null : gainOf(total(output) - total(first!.output), drawnGain(study, k, 'overFirst', of)),
    ),
  };
}

function drawnGain(
  study: StudyResult | null,
  k: number,
  over: 'overNoPolicy' | 'overFirst',
  of: OfPlace,
): PairedSummary | undefined {
  const gains = study?.gains[k]?.[over];
  return gains == null ? undefined : of(gains);
}

function gainOf(central: number, drawn: PairedSummary | undefined): RangedGain {
  const { middle, low, high } = rangeOf(drawn);
  return { middle: middle ?? central, low, high, better: drawn?.probabilityBetter ?? null };
}

function rangeOf(drawn: Summary | undefined): { middle: number | null; low: number | null; high: number | null } {
  return drawn === undefined
    ? { middle: null, low: null, high: null }
    : { middle: drawn.p50, low: drawn.p10, high: drawn.p90 };
}

/** Output of some regions on the reference path of the first future, over all years and discounted. */
function withoutPolicy({ comparison }: ComparisonReport, regions: readonly number[]): number {
  const { compiled, economy } = comparison.futures[0]!;
  const { regionTrendOutput } = comparison.measures[0]!;
  const R = economy.regions.length;
  const byYear = compiled.plan.years.map((_, y) => regions.reduce((sum, r) => sum + regionTrendOutput[y * R + r]!, 0));
  return discountedSum(byYear, compiled.discountRate);
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * A small number as a word.
 *
 * @example
 * countWord(7); // → 'seven'
 * countWord(31); // → '31'
 */
export function countWord(count: number): string {
  return WORDS[count] ?? String(count);
}
