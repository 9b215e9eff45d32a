import type { NoiseParameters } from '../../../engine/kernel/inputs.js';
import { type Arrays, freshArrays } from '../../../engine/projection/arrays.js';

/** Noise of the current year, in log points, and the clock that moves it on. */
export interface Noise {
  /** Common to an industry in all regions, with what all industries share: the common noise and the drift, I. */
  readonly industry: Float64Array;
  /** Common to a region, R. */
  readonly region: Float64Array;
  /** Values of each cell, R × I. */
  readonly cell: Float64Array;
  /** Moves every term one year on. */
  advance(): void;
}

/**
 * Sources of independent numbers of mean 0 and variance 1, one for each group of noise, so that adding a region or an industry to one leaves the
 * others as they were. Each fills the array that it is given.
 */
export type NoiseSources = Readonly<
  Record<'common' | 'industry' | 'region' | 'cell' | 'drift', (target: Float64Array) => void>
>;

/**
 * AR(1) noise, `z' = θ·z + √(1−θ²)·σ·ε`, started in its long-run spread, and a drift that is drawn once and stays: `e_i = z_i + z_common + drift`.
 * The level σ of a cell is the pooled one times its own relative level.
 */
export function createNoise(
  parameters: NoiseParameters,
  regions: number,
  industries: number,
  sources: NoiseSources,
  arrays: Arrays = freshArrays,
): Noise {
  const { persistence, relativeCell } = parameters;
  const group = (size: number, level: number, fill: (target: Float64Array) => void): NoiseGroup => {
    const levels = arrays(size).fill(level);
    return { now: arrays(size), next: arrays(size), levels, fill };
  };
  const own = group(industries, parameters.industry, sources.industry);
  const region = group(regions, parameters.region, sources.region);
  const cell = group(regions * industries, parameters.cell, sources.cell);
  const common = group(1, parameters.common, sources.common);
  if (relativeCell !== null) for (let k = 0; k < cell.levels.length; k++) cell.levels[k]! *= relativeCell[k]!;
  const groups = [own, region, cell, ...(parameters.common > 0 ? [common] : [])];
  const drift = arrays(1);
  if (parameters.drift > 0) sources.drift(drift);
  const drifted = parameters.drift * drift[0]!;
  const industry = arrays(industries);
  const share = (): void => {
    for (let i = 0; i < industries; i++) industry[i] = own.now[i]! + common.now[0]! + drifted;
  };
  for (const each of groups) startGroup(each);
  share();
  const innovation = Math.sqrt(1 - persistence * persistence);
  return {
    industry,
    region: region.now,
    cell: cell.now,
    advance() {
      for (let g = 0; g < groups.length; g++) advanceGroup(groups[g]!, persistence, innovation);
      share();
    },
  };
}

interface NoiseGroup {
  /** The noise of the current year, overwritten each year. */
  readonly now: Float64Array;
  /** Room for the innovations of the next. */
  readonly next: Float64Array;
  /** Standard deviation of each term. */
  readonly levels: Float64Array;
  readonly fill: (target: Float64Array) => void;
}

function startGroup({ now, levels, fill }: NoiseGroup): void {
  fill(now);
  for (let k = 0; k < now.length; k++) now[k] = levels[k]! * now[k]!;
}

function advanceGroup({ now, next, levels, fill }: NoiseGroup, persistence: number, innovation: number): void {
  fill(next);
  for (let k = 0; k < now.length; k++) now[k] = persistence * now[k]! + innovation * levels[k]! * next[k]!;
}
