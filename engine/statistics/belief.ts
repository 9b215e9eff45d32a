import { square } from '../exact-math/index.js';

/** A belief about a number: a value and its standard deviation. */
export interface Belief {
  readonly value: number;
  readonly sd: number;
}

/**
 * Combines a prior with data: each counts by the inverse of its variance, so the prior gives way in proportion to how
 * much the data say. Without data the prior stays.
 *
 * `value = w·data + (1 − w)·prior` with `w = prior.sd² / (prior.sd² + data.sd²)`, `sd² = (1 − w)·prior.sd²`.
 *
 * @example
 * combine({ value: 0.25, sd: 0.1 }, { value: 0.5, sd: 0.1 }).value; // → 0.375
 * combine({ value: 0.25, sd: 0.1 }, null); // → { value: 0.25, sd: 0.1, weight: 0 }
 */
export function combine(prior: Belief, data: Belief | null): Belief & { readonly weight: number } {
  if (data === null || !Number.isFinite(data.value) || !Number.isFinite(data.sd)) return { ...prior, weight: 0 };
  const weight = square(prior.sd) / (square(prior.sd) + square(data.sd));
  return {
    value: weight * data.value + (1 - weight) * prior.value,
    sd: prior.sd * Math.sqrt(1 - weight),
    weight,
  };
}
