import { keyedPermutation } from './keyed-permutation.js';
import { keyedUniform } from './keyed-uniform.js';

/**
 * Writes the numbers of a latin hypercube: of the n strata [k/n, (k+1)/n) each dimension meets every one in exactly one of
 * the n draws, in an order of its own, at a random place within.
 *
 * Source: M. D. McKay, R. J. Beckman & W. J. Conover 1979, A comparison of three methods for selecting values of input
 * variables, Technometrics 21.
 */
export function latinHypercubeSampler(study: {
  readonly seed: number | string;
  readonly draws: number;
  readonly dimensions: readonly string[];
}): (draw: number, target: Float64Array, from?: number) => void {
  const { seed, draws, dimensions } = study;
  const places = dimensions.map((name) => keyedUniform(seed, name));
  const strata = dimensions.map((name) => keyedPermutation(draws, seed, name));
  return (draw, target, from = 0) => {
    for (let j = 0; j < places.length; j++) target[from + j] = (strata[j]!(draw) + places[j]!(draw)) / draws;
  };
}
