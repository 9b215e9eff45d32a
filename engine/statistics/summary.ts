import { sumOver, varianceOf } from './exact-sum.js';
import { type Ordered, ordered, quantile, quantileError, tailMean } from './quantiles.js';
import type { Sample } from './sample.js';

/** The probabilities of a band, by the names they are printed with. */
const BAND_LEVELS = { p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 } as const;

export type BandLevel = keyof typeof BAND_LEVELS;

/** The median and the range that sentences, pictures and tables show: it holds 80 % of the draws. */
export const SHOWN_LEVELS = ['p10', 'p50', 'p90'] as const satisfies readonly BandLevel[];

export const BAND_NAMES = Object.keys(BAND_LEVELS) as readonly BandLevel[];

/** The distribution of one number over the draws. Everything is null where no draw has a finite one. */
export interface Summary extends Readonly<Record<BandLevel | 'mean', number | null>> {
  /** Draws with a finite number, and without. */
  readonly count: number;
  readonly missing: number;
  readonly min: number | null;
  readonly max: number | null;
  /** Null of fewer than two draws. */
  readonly standardDeviation: number | null;
  readonly meanError: number | null;
  /** Standard errors of the quantiles, of independent draws; those of latin hypercube and Sobol draws are mostly smaller. */
  readonly errors: Readonly<Record<BandLevel, number | null>>;
  /** Means of the worst tenth of the draws where more is better, and where less is. */
  readonly lowestTenth: number | null;
  readonly highestTenth: number | null;
  /** Largest error of quantiles and tenths, relative to their size, since not every number was kept. */
  readonly relativeError: number;
}

/** Summarises a sample; the same for any order of its draws. */
export function summarise(sample: Sample): Summary {
  const { count, missing } = sample;
  const numbers = ordered(sample);
  const orNull = (value: () => number, from = 1) => (count >= from ? value() : null);
  const [mean, variance] = momentsOf(sample, numbers);
  const deviation = orNull(() => (sample.min === sample.max ? 0 : Math.sqrt(variance)), 2);
  return {
    ...(byLevel(numbers, quantile) as Record<BandLevel, number | null>),
    mean: orNull(() => mean),
    count,
    missing,
    min: orNull(() => sample.min),
    max: orNull(() => sample.max),
    standardDeviation: deviation,
    meanError: deviation === null ? null : deviation / Math.sqrt(count),
    errors: byLevel(numbers, quantileError),
    lowestTenth: orNull(() => tailMean(numbers, 0.1, 'lowest')),
    highestTenth: orNull(() => tailMean(numbers, 0.1, 'highest')),
    relativeError: numbers.relativeError,
  };
}

/** Mean and variance, from the smallest number to the largest where they are kept, so that their order does not matter. */
function momentsOf(sample: Sample, numbers: Ordered): readonly [number, number] {
  const { count } = sample;
  if (count === 0) return [Number.NaN, Number.NaN];
  if (sample.values === null) {
    return [sumOver(sample.sum, count), count > 1 ? varianceOf(count, sample.sum, sample.squares) : Number.NaN];
  }
  const about = numbers.at(count >> 1);
  let [offset, squares] = [0, 0];
  for (let k = 0; k < count; k++) {
    const distance = numbers.at(k) - about;
    offset += distance;
    squares += distance * distance;
  }
  return [about + offset / count, Math.max(0, squares - (offset * offset) / count) / (count - 1)];
}

function byLevel(numbers: Ordered, of: (numbers: Ordered, p: number) => number): Record<BandLevel, number | null> {
  return Object.fromEntries(
    BAND_NAMES.map((name) => [name, numbers.count === 0 ? null : of(numbers, BAND_LEVELS[name])]),
  ) as Record<BandLevel, number | null>;
}
