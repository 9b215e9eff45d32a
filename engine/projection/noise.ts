import { type Arrays, freshArrays } from './arrays.js';
import type { NoiseParameters } from './plan.js';

/** Noise of the current year, in log points, and the clock that moves it on. */
export interface Noise {
  /** Common to an industry in all regions, what all industries share included, I. */
  readonly industry: Float64Array;
  /** Common to a region, R. */
  readonly region: Float64Array;
  /** Values of each cell, R × I. */
  readonly cell: Float64Array;
  /** Moves every term one year on. */
  advance(): void;
}

/**
 * AR(1) noise, z' = θz + √(1−θ²)·σ·N(0,1), started in its long-run distribution.
 * Each of the four groups draws its normals from its own source, so that adding a region or an industry to one leaves the others as they were.
 *
 * @param fill fills an array with independent standard normals: one function for each group
 */
export function createNoise(
  parameters: NoiseParameters,
  regions: number,
  industries: number,
  fill: {
    readonly common: (target: Float64Array) => void;
    readonly industry: (target: Float64Array) => void;
    readonly region: (target: Float64Array) => void;
    readonly cell: (target: Float64Array) => void;
  },
  arrays: Arrays = freshArrays,
): Noise {
  const { persistence } = parameters;
  const own = arrays(industries);
  const region = arrays(regions);
  const cell = arrays(regions * industries);
  const common = arrays(1);
  const shared = parameters.common > 0;
  const groups = [
    { now: own, sd: parameters.industry, fill: fill.industry },
    { now: region, sd: parameters.region, fill: fill.region },
    { now: cell, sd: parameters.cell, fill: fill.cell },
    ...(shared ? [{ now: common, sd: parameters.common, fill: fill.common }] : []),
  ];
  const industry = shared ? arrays(industries) : own;
  const share = (): void => {
    if (shared) for (let i = 0; i < industries; i++) industry[i] = own[i]! + common[0]!;
  };
  const fresh = groups.map((group) => arrays(group.now.length));
  for (const group of groups) {
    group.fill(group.now);
    for (let k = 0; k < group.now.length; k++) group.now[k] = group.now[k]! * group.sd;
  }
  share();
  const innovation = Math.sqrt(1 - persistence * persistence);
  return {
    industry,
    region,
    cell,
    advance() {
      for (let g = 0; g < groups.length; g++) {
        const { now, sd, fill: draw } = groups[g]!;
        const next = fresh[g]!;
        draw(next);
        const scale = innovation * sd;
        for (let k = 0; k < now.length; k++) now[k] = persistence * now[k]! + scale * next[k]!;
      }
      share();
    },
  };
}
