import type { Sample } from './sample.js';
import { type Bins, binsOf, TALLY_ERROR } from './tally.js';

/** The numbers of a sample in order, as far as they are known. */
export interface Ordered {
  readonly count: number;
  /** Largest error of a number, relative to its size: 0, or {@link TALLY_ERROR} where the sample was tallied. */
  readonly relativeError: number;
  /** The number of this rank from 0. */
  readonly at: (rank: number) => number;
  /** Sum of the numbers of the ranks from `first` and below `end`. */
  readonly sum: (first: number, end: number) => number;
}

/** Orders a sample's numbers. */
export function ordered(sample: Sample): Ordered {
  return sample.values === null ? orderedBins(sample) : orderedValues(sample.values.slice(0, sample.count).sort());
}

/** Orders numbers that are sorted already. */
export function orderedValues(sorted: Float64Array): Ordered {
  return {
    count: sorted.length,
    relativeError: 0,
    at: (rank) => sorted[rank]!,
    sum(first, end) {
      let sum = 0;
      for (let k = first; k < end; k++) sum += sorted[k]!;
      return sum;
    },
  };
}

function orderedBins({ count, min, max, tally }: Sample): Ordered {
  const bins = binsOf(tally);
  // Numbers spread evenly over their bin, but never beyond the smallest and largest of all.
  const place = (k: number, within: number) =>
    Math.max(min, Math.min(max, bins.low[k]! + (bins.high[k]! - bins.low[k]!) * (within / binCount(bins, k))));
  return {
    count,
    relativeError: TALLY_ERROR,
    at(rank) {
      if (rank === 0) return min;
      if (rank === count - 1) return max;
      const k = binOfRank(bins, rank);
      return place(k, rank - below(bins, k) + 0.5);
    },
    sum(first, end) {
      let sum = 0;
      for (let k = 0; k < bins.upTo.length; k++) {
        const from = Math.max(first, below(bins, k));
        const to = Math.min(end, bins.upTo[k]!);
        if (from < to) sum += (to - from) * place(k, 0.5 * (from + to) - below(bins, k));
      }
      return sum;
    },
  };
}

const below = (bins: Bins, k: number) => (k === 0 ? 0 : bins.upTo[k - 1]!);
const binCount = (bins: Bins, k: number) => bins.upTo[k]! - below(bins, k);

/** The first bin up to and in which there are more numbers than `rank`. */
function binOfRank(bins: Bins, rank: number): number {
  let [first, last] = [0, bins.upTo.length - 1];
  while (first < last) {
    const middle = (first + last) >> 1;
    if (bins.upTo[middle]! > rank) last = middle;
    else first = middle + 1;
  }
  return first;
}

/**
 * The number not exceeded with probability p, linear between the two nearest ranks (type 7 of R. J. Hyndman & Y. Fan 1996,
 * Sample quantiles in statistical packages). NaN of no numbers.
 *
 * @example
 * quantile(orderedValues(new Float64Array([1, 2, 3, 4])), 0.25); // → 1.75
 */
export function quantile(numbers: Ordered, p: number): number {
  if (numbers.count === 0) return Number.NaN;
  const place = p * (numbers.count - 1);
  const rank = Math.floor(place);
  const low = numbers.at(rank);
  return rank === place ? low : low + (place - rank) * (numbers.at(rank + 1) - low);
}

/**
 * Standard error of a quantile of independent draws: half the way between the quantiles one standard error of a binomial
 * share to either side. Of latin hypercube and Sobol draws it is mostly too large.
 *
 * Source: C. J. Clopper & E. S. Pearson's interval for quantiles, as in H. A. David & H. N. Nagaraja 2003, Order Statistics,
 * section 7.1, at one standard error.
 */
export function quantileError(numbers: Ordered, p: number): number {
  const step = Math.sqrt((p * (1 - p)) / numbers.count);
  const [low, high] = [Math.max(0, p - step), Math.min(1, p + step)];
  // Where one side is cut off, the whole way on the other counts.
  return (quantile(numbers, high) - quantile(numbers, low)) / ((high - low) / step);
}

/**
 * Mean of the worst share of draws (conditional value at risk, expected shortfall): the lowest, or the highest where less is better.
 * The draw at the edge counts in part.
 *
 * Source: R. T. Rockafellar & S. Uryasev 2002, Conditional value-at-risk for general loss distributions, Journal of Banking & Finance 26.
 *
 * @param share of the draws, 0 < share ≤ 1
 *
 * @example
 * tailMean(orderedValues(new Float64Array([1, 2, 3, 4])), 0.5, 'lowest'); // → 1.5
 * tailMean(orderedValues(new Float64Array([1, 2, 3, 4])), 0.3, 'highest'); // → 3.8333333333333335
 */
export function tailMean(numbers: Ordered, share: number, tail: 'lowest' | 'highest'): number {
  const { count, at, sum } = numbers;
  if (count === 0) return Number.NaN;
  const taken = Math.min(count, share * count);
  const whole = Math.floor(taken);
  const part = taken - whole;
  const edge = part === 0 ? 0 : part * at(tail === 'lowest' ? whole : count - 1 - whole);
  const rest = tail === 'lowest' ? sum(0, whole) : sum(count - whole, count);
  return (rest + edge) / taken;
}
