import { completeGroups, groupIndices, type InputGroup } from './input-groups.js';
import { createSampler } from './sampler.js';

/** The points at which an outcome is wanted for Sobol indices. */
export interface SobolDesign {
  readonly method: 'sobol';
  readonly seed: number | string;
  readonly inputs: readonly string[];
  readonly groups: readonly InputGroup[];
  /** Base samples. */
  readonly samples: number;
  /** Points in all: samples × (groups + 2). Those of a base sample follow each other: A, B, then A with each group from B. */
  readonly rows: number;
  /** Writes the uniform numbers of a point, each in (0, 1), in the order of `inputs`, from `from` on (default 0). */
  readonly fill: (row: number, target: Float64Array, from?: number) => void;
}

/**
 * Makes the points for Sobol indices: A and B are the even and the odd places of a scrambled Sobol sequence with two for each
 * input. (Neighbouring places are stratified together best: at 2^14 base samples the largest error over forty seeds for
 * Sobol's G function was 0.0007, with A as the first half of the places 0.004.) Any point can be made alone.
 *
 * Source: A. Saltelli et al. 2010, Variance based sensitivity analysis of model output, Computer Physics Communications 181.
 *
 * @param options `samples` best a power of two, for which the sequence is balanced; at most 256 inputs have places in it, and
 *   further ones are sampled as a latin hypercube would
 *
 * @example
 * sobolDesign({ inputs: ['a', 'b', 'c'], samples: 1024, seed: 1 }).rows; // → 5120
 */
export function sobolDesign(options: {
  readonly inputs: readonly string[];
  readonly groups?: readonly InputGroup[];
  readonly samples: number;
  readonly seed: number | string;
}): SobolDesign {
  const { inputs, samples, seed } = options;
  const groups = completeGroups(inputs, options.groups);
  const groupOf = groupIndices(inputs, groups);
  const count = inputs.length;
  const dimensions = inputs.flatMap((name) => [`A ${name}`, `B ${name}`]);
  const sampler = createSampler('sobol', { seed, draws: samples, dimensions, places: dimensions });
  const points = groups.length + 2;
  const both = new Float64Array(2 * count);
  return {
    method: 'sobol',
    seed,
    inputs,
    groups,
    samples,
    rows: samples * points,
    fill(row, target, from = 0) {
      const sample = Math.floor(row / points);
      const kind = row - sample * points;
      sampler.fill(sample, both);
      for (let j = 0; j < count; j++) {
        const fromB = kind === 1 || kind - 2 === groupOf[j];
        target[from + j] = both[2 * j + (fromB ? 1 : 0)]!;
      }
    },
  };
}
