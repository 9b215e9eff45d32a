import { type Arrays, freshArrays } from '../../projection/arrays.js';
import { createNoise, type Noise } from '../../projection/noise.js';
import type { NoiseParameters } from '../../projection/plan.js';
import { stream } from '../../values/streams.js';
import { createInnovations } from './innovations.js';

/** The noise of one draw, the same for all futures that have the same parameters of it. */
export interface DrawNoise {
  /** The noise of a future from its first year on; undefined where nothing moves. The one of before must not be used any more. */
  start(parameters: NoiseParameters): Noise | undefined;
}

/**
 * Prepares the noise of draws. The innovations of a draw are drawn once, from streams of their own, so that all futures
 * see the same even where they scale them differently. The drift is normal, all others are Student's t.
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
  const innovations = createInnovations();
  const rows = steps + 1;
  // One row for the start and one for each step, the last of which nobody sees.
  const groups = {
    industry: innovationGroup('noise.industry', industries * rows),
    region: innovationGroup('noise.region', regions * rows),
    cell: innovationGroup('noise.cell', regions * industries * rows),
    common: innovationGroup('noise.common', rows),
    drift: innovationGroup('noise.drift', 1),
  };
  return (draw: number): DrawNoise => {
    let drawn = false;
    const drawAll = (): void => {
      for (const { name, numbers } of Object.values(groups)) stream(seed, draw, name).fillNormals(numbers);
      for (const { numbers } of [groups.industry, groups.region, groups.cell, groups.common]) innovations(numbers);
      drawn = true;
    };
    return {
      start(parameters) {
        const { common, industry, region, cell, drift } = parameters;
        if (Math.max(common, industry, region, cell, drift) === 0) return undefined;
        if (!drawn) drawAll();
        const sources = {
          industry: replay(groups.industry),
          region: replay(groups.region),
          cell: replay(groups.cell),
          common: replay(groups.common),
          drift: replay(groups.drift),
        };
        return createNoise(parameters, regions, industries, sources, arrays);
      },
    };
  };
}

interface InnovationGroup {
  readonly name: string;
  /** All years of a draw, overwritten by the next draw. */
  readonly numbers: Float64Array;
}

function innovationGroup(name: string, size: number): InnovationGroup {
  return { name, numbers: new Float64Array(size) };
}

/** Gives the numbers of a group again, from the first year on. */
function replay({ numbers }: InnovationGroup): (target: Float64Array) => void {
  let at = 0;
  return (target) => {
    target.set(numbers.subarray(at, at + target.length));
    at += target.length;
  };
}
