/** Distance of forecasts from what came. */
export interface PointScore {
  /** Weighted absolute percentage error: the absolute errors added up, as a part of all output. */
  readonly wape: number;
  /** Median over cells of the absolute error as a part of the actual value; null where nothing had output. */
  readonly median: number | null;
  /** The errors added up, with their sign, as a part of all output: above 0 where too much was forecast. */
  readonly bias: number;
}

/** Quality of forecast distributions. */
export interface BandScore {
  /** Continuous ranked probability score added up, as a part of all output: for a single number it is the weighted absolute percentage error. */
  readonly crps: number;
  /** Part of the values that the bands of 50, 80 and 90 % held. */
  readonly covered50: number;
  readonly covered80: number;
  readonly covered90: number;
}

/** Thirds of the cells by their size in the year forecast from. */
export const THIRDS = ['small', 'middle', 'large'] as const;
export type Third = (typeof THIRDS)[number];

/** Part of the values that each band held. */
export type Coverage = Pick<BandScore, 'covered50' | 'covered80' | 'covered90'>;

/** Scores of the bands of cells, with the part held by third of cell size; null for a third without cells. */
export interface CellBandScore extends BandScore {
  readonly thirds: Readonly<Record<Third, Coverage | null>>;
}

/**
 * Scores forecasts against what came.
 *
 * @example
 * pointScore([110, 40], [100, 50]); // → { wape: 0.13333333333333333, median: 0.15, bias: 0 }
 */
export function pointScore(forecast: ArrayLike<number>, actual: ArrayLike<number>): PointScore {
  let absolute = 0;
  let signed = 0;
  let all = 0;
  const relative: number[] = [];
  for (let k = 0; k < actual.length; k++) {
    const error = forecast[k]! - actual[k]!;
    absolute += Math.abs(error);
    signed += error;
    all += Math.abs(actual[k]!);
    if (actual[k] !== 0) relative.push(Math.abs(error / actual[k]!));
  }
  relative.sort((a, b) => a - b);
  const middle = relative.length >> 1;
  const median =
    relative.length === 0
      ? null
      : relative.length % 2 === 1
        ? relative[middle]!
        : (relative[middle - 1]! + relative[middle]!) / 2;
  return { wape: absolute / all, median, bias: signed / all };
}

/**
 * Continuous ranked probability score of a sample: the mean distance of its members from what came, less half their mean distance from each other.
 *
 * Source: Gneiting & Raftery 2007, equation 21.
 *
 * @param sorted the sample, ascending
 *
 * @example
 * continuousRankedProbability(new Float64Array([3]), 5); // → 2
 * continuousRankedProbability(new Float64Array([0, 2]), 1); // → 0.5
 */
export function continuousRankedProbability(sorted: Float64Array, actual: number): number {
  const count = sorted.length;
  let distance = 0;
  let spread = 0;
  for (let k = 0; k < count; k++) {
    distance += Math.abs(sorted[k]! - actual);
    // Σ_k Σ_l |x_k − x_l| = 2·Σ_k (2k + 1 − n)·x_k over the sorted sample.
    spread += (2 * k + 1 - count) * sorted[k]!;
  }
  return distance / count - spread / (count * count);
}

/**
 * Scores samples against what came.
 *
 * @param samples one sorted sample for each value
 */
export function bandScore(samples: readonly Float64Array[], actual: ArrayLike<number>): BandScore {
  let crps = 0;
  let all = 0;
  let [within50, within80, within90] = [0, 0, 0];
  samples.forEach((sorted, k) => {
    const value = actual[k]!;
    crps += continuousRankedProbability(sorted, value);
    all += Math.abs(value);
    const inside = (part: number) =>
      value >= sampleQuantile(sorted, (1 - part) / 2) && value <= sampleQuantile(sorted, (1 + part) / 2);
    if (inside(0.5)) within50 += 1;
    if (inside(0.8)) within80 += 1;
    if (inside(0.9)) within90 += 1;
  });
  const count = samples.length;
  return {
    crps: crps / all,
    covered50: within50 / count,
    covered80: within80 / count,
    covered90: within90 / count,
  };
}

/**
 * Scores samples of cells, with coverage by thirds of their size.
 *
 * @param sizes output of each cell in the year forecast from
 */
export function cellBandScore(
  samples: readonly Float64Array[],
  actual: readonly number[],
  sizes: readonly number[],
): CellBandScore {
  const order = [...sizes.keys()].sort((a, b) => sizes[a]! - sizes[b]!);
  const third = (k: number) => {
    const some = order.slice(Math.round((k * order.length) / 3), Math.round(((k + 1) * order.length) / 3));
    if (some.length === 0) return null;
    const { crps: _crps, ...coverage } = bandScore(
      some.map((cell) => samples[cell]!),
      some.map((cell) => actual[cell]!),
    );
    return coverage;
  };
  return { ...bandScore(samples, actual), thirds: { small: third(0), middle: third(1), large: third(2) } };
}

/**
 * Quantile at which a further draw lies below with the given probability, p·(n + 1) in order: with few draws a band would otherwise
 * be too narrow for what it says.
 *
 * Source: Hyndman & Fan 1996, The American Statistician 50(4), 361–365, definition 6.
 *
 * @param sorted the sample, ascending
 *
 * @example
 * sampleQuantile(new Float64Array([1, 2, 3]), 0.5); // → 2
 * sampleQuantile(new Float64Array([1, 2, 3]), 0.25); // → 1
 */
export function sampleQuantile(sorted: Float64Array, probability: number): number {
  const last = sorted.length - 1;
  const place = Math.min(last, Math.max(0, probability * (sorted.length + 1) - 1));
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * (sorted[Math.min(last, below + 1)]! - low);
}
