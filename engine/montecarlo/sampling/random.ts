import { keyedUniform } from './keyed-uniform.js';

/** Writes independent uniform numbers. */
export function randomSampler(study: {
  readonly seed: number | string;
  readonly dimensions: readonly string[];
}): (draw: number, target: Float64Array, from?: number) => void {
  const uniforms = study.dimensions.map((name) => keyedUniform(study.seed, name));
  return (draw, target, from = 0) => {
    for (let j = 0; j < uniforms.length; j++) target[from + j] = uniforms[j]!(draw);
  };
}
