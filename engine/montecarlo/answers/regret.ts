import { type Ordered, ordered, quantile } from '../../statistics/quantiles.js';
import { addValue, type Sample } from '../../statistics/sample.js';

/**
 * Regrets of the futures in one draw: by how much the best of all futures is better, 0 for the best itself. A future
 * without a finite number has none, and is not the best of others.
 *
 * Source: L. J. Savage 1951, The theory of statistical decision, Journal of the American Statistical Association 46.
 *
 * @example
 * regretsOf([3, 5, 4], 'higher'); // → [2, 0, 1]
 * regretsOf([3, 5, Number.NaN], 'lower'); // → [0, 2, NaN]
 */
export function regretsOf(values: ArrayLike<number>, better: 'higher' | 'lower', target?: Float64Array): Float64Array {
  const regrets = target ?? new Float64Array(values.length);
  const sign = better === 'higher' ? 1 : -1;
  let best = -Infinity;
  for (let f = 0; f < values.length; f++) {
    if (Number.isFinite(values[f]!) && sign * values[f]! > best) best = sign * values[f]!;
  }
  for (let f = 0; f < values.length; f++) {
    regrets[f] = Number.isFinite(values[f]!) ? best - sign * values[f]! : Number.NaN;
  }
  return regrets;
}

/** Adds one draw's regrets to the samples of the futures, in their order. */
export function addRegrets(samples: readonly Sample[], values: ArrayLike<number>, better: 'higher' | 'lower'): void {
  const regrets = regretsOf(values, better);
  for (let f = 0; f < samples.length; f++) addValue(samples[f]!, regrets[f]!);
}

/** The regret of a future over all draws; null where no draw has one. */
export interface Regret {
  readonly max: number | null;
  readonly p90: number | null;
  /** Largest error of the 90th percentile, relative to its size. */
  readonly relativeError: number;
}

/** Summarises the regrets of a future. */
export function summariseRegret(sample: Sample): Regret {
  const numbers: Ordered = ordered(sample);
  const { count } = sample;
  return {
    max: count === 0 ? null : sample.max,
    p90: count === 0 ? null : quantile(numbers, 0.9),
    relativeError: numbers.relativeError,
  };
}
