import { latinHypercubeSampler } from './latin-hypercube.js';
import { randomSampler } from './random.js';
import { sobolSampler } from './sobol.js';

/** Method of spreading the uniform numbers of a study: independently, one per stratum, or by a scrambled Sobol sequence. */
export type SamplingMethod = 'random' | 'latin' | 'sobol';

export const SAMPLING_METHODS: readonly SamplingMethod[] = ['random', 'latin', 'sobol'];

/** Everything that the uniform numbers of a study depend on. */
export interface SampledStudy {
  readonly seed: number | string;
  /** Draws of the whole study; below 2³². Only a latin hypercube changes with it. */
  readonly draws: number;
  /** Names of the uncertain numbers, each once; their order only decides where a number is written. */
  readonly dimensions: readonly string[];
  /** Names that keep the first places of the Sobol sequence, whether a study uses them or not; see {@link sobolSampler}. */
  readonly places?: readonly string[];
}

/**
 * The uniform numbers of a study, each a function of the seed, the draw and its dimension's name (and, in a latin hypercube,
 * of the number of draws): any draw can be made alone, and a further dimension changes no other.
 */
export interface Sampler {
  readonly method: SamplingMethod;
  readonly draws: number;
  readonly dimensions: readonly string[];
  /** Writes the numbers of a draw, each in (0, 1), in the order of `dimensions`, from `from` on (default 0). */
  readonly fill: (draw: number, target: Float64Array, from?: number) => void;
}

/**
 * The sampler of a study.
 *
 * @example
 * const study = { seed: 1, draws: 1000, dimensions: ['rivalry', 'barrier'] };
 * const [batch, alone] = [new Float64Array(2), new Float64Array(2)];
 * for (let draw = 0; draw <= 471; draw++) createSampler('sobol', study).fill(draw, batch);
 * createSampler('sobol', study).fill(471, alone);
 * batch.every((u, j) => u === alone[j]); // → true
 */
export function createSampler(method: SamplingMethod, study: SampledStudy): Sampler {
  const { draws, dimensions } = study;
  switch (method) {
    case 'random':
      return { method, draws, dimensions, fill: randomSampler(study) };
    case 'latin':
      return { method, draws, dimensions, fill: latinHypercubeSampler(study) };
    case 'sobol':
      return { method, draws, dimensions, fill: sobolSampler(study) };
  }
}
