import type { DrawnNoise, NoiseParameters } from '../../kernel/inputs.js';

/** The noise of a draw for a future with these parameters of it; undefined where nothing moves. */
export function drawnNoise(seed: number | string, draw: number, parameters: NoiseParameters): DrawnNoise | undefined {
  const { common, industry, region, cell, drift } = parameters;
  return Math.max(common, industry, region, cell, drift) === 0 ? undefined : { parameters, seed, draw };
}
