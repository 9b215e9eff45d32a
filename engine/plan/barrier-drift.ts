import type { Series } from '../values/scalar.js';
import { pairLevel, placesOf, type RegionLevels } from './coordination.js';
import type { DrawnValues } from './drawn-values.js';
import type { ActingPolicy, PolicyInputs } from './policy-inputs.js';

/** Remaining openness of the pairs of regions that may act apart, as a factor. */
export interface BarrierDrift {
  /** Pairs r·R + s with r < s, ascending; empty where ties are off. */
  readonly pairs: readonly number[];
  /** Of each of them, by year. Pairs under the same policies and coordination share a series. */
  readonly left: readonly Series[];
}

/**
 * Declares the drift of barriers. Openness is multiplied by 1 − h·(1−c)·m̄ each year, with m̄ the largest intensity × profile of the policies in
 * force in both regions; the first year is as observed.
 */
export function barrierDrift(
  inputs: PolicyInputs,
  policies: readonly ActingPolicy[],
  values: DrawnValues,
): BarrierDrift {
  const regions = inputs.economy.regions.length;
  const pairs: number[] = [];
  const left: Series[] = [];
  const known = new Map<string, Series>();
  const scattered = policies.filter(
    ({ context }) => context.regions.length > 1 && !context.alwaysTogether(context.regions),
  );
  if (inputs.template.network === null || scattered.length === 0) return { pairs, left };
  for (let r = 0; r < regions; r++) {
    for (let s = r + 1; s < regions; s++) {
      const apart = scattered.filter(
        ({ context, member }) => member[r] === 1 && member[s] === 1 && !context.alwaysTogether([r, s]),
      );
      if (apart.length === 0) continue;
      const key = apart
        .map((each) => `${policies.indexOf(each)}:${placesOf(each.coordination.levels, [r, s])}`)
        .join(';');
      const series = known.get(key) ?? openLeft(inputs, apart, [r, s], values);
      known.set(key, series);
      pairs.push(r * regions + s);
      left.push(series);
    }
  }
  return { pairs, left };
}

/** What is left of the openness between two regions. */
function openLeft(
  { magnitudes }: PolicyInputs,
  policies: readonly ActingPolicy[],
  [r, s]: readonly [number, number],
  values: DrawnValues,
): Series {
  const closing: { readonly levels: RegionLevels; readonly profile: Series }[] = policies.map(
    ({ context, coordination: { levels } }) => ({ levels, profile: context.jointProfile([r, s]) }),
  );
  let left = 1;
  return values.series((y) => {
    if (y === 0) left = 1;
    const now = left;
    let most = 0;
    for (let k = 0; k < closing.length; k++) {
      const { levels, profile } = closing[k]!;
      most = Math.max(most, (1 - pairLevel(levels, r, s)) * profile[y]!);
    }
    left *= 1 - magnitudes.barrierDrift() * most;
    return now;
  });
}
