import { type Arrays, freshArrays } from '../../projection/arrays.js';
import { createNoise, type Noise } from '../../projection/noise.js';
import type { NoiseParameters } from '../../projection/plan.js';
import { type Stream, stream } from '../../values/streams.js';

/** The noise of one draw, the same for all futures that have the same parameters of it. */
export interface DrawNoise {
  /** The noise of a future from its first year on; undefined where nothing moves. The one of before must not be used any more. */
  start(parameters: NoiseParameters): Noise | undefined;
}

/**
 * Prepares the noise of draws. The normal numbers of a draw are drawn once, from streams of their own, so that all futures
 * see the same even where they scale them differently.
 *
 * @param steps years of a plan less one
 * @param arrays where the noise of a year is written
 */
export function createDrawNoise(
  seed: number | string,
  steps: number,
  regions: number,
  industries: number,
  arrays: Arrays = freshArrays,
) {
  const groups = [
    { name: 'noise.industry', width: industries },
    { name: 'noise.region', width: regions },
    { name: 'noise.cell', width: regions * industries },
    { name: 'noise.common', width: 1 },
  ] as const;
  // One row for the start and one for each step, the last of which nobody sees.
  const normals = groups.map(({ width }) => new Float64Array(width * (steps + 1)));
  return (draw: number): DrawNoise => {
    let drawn = false;
    const drawAll = (): void => {
      groups.forEach(({ name }, g) => {
        const source: Stream = stream(seed, draw, name);
        source.fillNormals(normals[g]!);
      });
      drawn = true;
    };
    const replay = (g: number) => {
      let at = 0;
      return (target: Float64Array): void => {
        target.set(normals[g]!.subarray(at, at + target.length));
        at += target.length;
      };
    };
    return {
      start(parameters) {
        if (Math.max(parameters.common, parameters.industry, parameters.region, parameters.cell) === 0)
          return undefined;
        if (!drawn) drawAll();
        const fill = { industry: replay(0), region: replay(1), cell: replay(2), common: replay(3) };
        return createNoise(parameters, regions, industries, fill, arrays);
      },
    };
  };
}
