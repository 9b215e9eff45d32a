import { stream } from '../../../engine/values/streams.js';
import { zigguratNormal } from './ziggurat.js';

/** Standard normal numbers of a stream. */
export interface Normals {
  readonly normal: () => number;
  /** Fills an array with the next ones. */
  readonly fillNormals: (target: Float64Array) => void;
}

/** The standard normal numbers of the stream with this key, as the kernel draws them. */
export function normals(seed: number | string, draw: number, name: string): Normals {
  const { uniform } = stream(seed, draw, name);
  // A stream's numbers lie half a step of 2⁻³² above those of the generator.
  const normal = zigguratNormal(() => uniform() - 2 ** -33);
  return {
    normal,
    fillNormals(target) {
      for (let k = 0; k < target.length; k++) target[k] = normal();
    },
  };
}
