import type { DrawnNoise } from '../../../engine/kernel/inputs.js';
import { createInnovations } from './innovations.js';
import { createNoise, type Noise } from './noise.js';
import { normals } from './normals.js';

const innovations = createInnovations();

/** The noise of a draw, in TypeScript. */
export function noiseOf({ parameters, seed, draw }: DrawnNoise, regions: number, industries: number): Noise {
  const source = (name: string, heavy: boolean) => {
    const { fillNormals } = normals(seed, draw, `noise.${name}`);
    return (target: Float64Array) => {
      fillNormals(target);
      if (heavy) innovations(target);
    };
  };
  return createNoise(parameters, regions, industries, {
    common: source('common', true),
    industry: source('industry', true),
    region: source('region', true),
    cell: source('cell', true),
    drift: source('drift', false),
  });
}
