import { type Arrays, freshArrays } from '../../../engine/projection/arrays.js';
import { basePairs } from '../../../engine/projection/between.js';
import type { Plan } from '../../../engine/projection/plan.js';
import { channelSetup, createChannels } from './channels.js';
import { computeChannels } from './compute-channels.js';
import { createStep, stepOutput } from './crowding.js';

/**
 * The projection without policies and noise: trend and fading inherited lead only. The growth equation measures every channel
 * as its difference from this path, and costs count on it. All arrays hold one row a year.
 */
export interface ReferencePath {
  /** Y × R × I. */
  readonly output: Float64Array;
  /** Y × R. */
  readonly regionTotal: Float64Array;
  /** φ(LQ), Y × R × I. */
  readonly advantage: Float64Array;
  /** ln M, Y × R; all 0 where ties are off. */
  readonly logAccess: Float64Array;
  /** V, Y × R × I; all 0 where ties are off. */
  readonly rivalry: Float64Array;
  /** K, Y × R × I; empty where the channel between industries is off. */
  readonly reach: Float64Array;
}

/** Projects the reference path of a plan: equations (1)–(3) with X ≡ 0, base-year distances and barriers. */
export function projectReference(plan: Plan, arrays: Arrays = freshArrays): ReferencePath {
  const setup = channelSetup(plan, arrays);
  const { regions, industries } = setup;
  const cells = regions * industries;
  const years = plan.years.length;
  const path: ReferencePath = {
    output: arrays(years * cells),
    regionTotal: arrays(years * regions),
    advantage: arrays(years * cells),
    logAccess: arrays(years * regions),
    rivalry: arrays(years * cells),
    reach: arrays(setup.chained ? years * cells : 0),
  };
  const channels = createChannels(setup, arrays);
  const step = createStep(regions, industries, arrays);
  const { growth, market } = step;
  const { differential } = plan.initial;
  const { persistence, displacement } = plan.parameters;
  const own = { output: path.output, higherLevel: plan.higherLevel };
  const between = basePairs(plan);

  path.output.set(plan.initial.output);
  let fade = 1;
  for (let y = 0; y < years; y++) {
    const offset = y * cells;
    computeChannels(channels, setup, own, y, between);
    path.regionTotal.set(channels.regionTotal, y * regions);
    path.advantage.set(channels.advantage, offset);
    path.logAccess.set(channels.logAccess, y * regions);
    path.rivalry.set(channels.rivalry, offset);
    if (setup.chained) path.reach.set(channels.reach, offset);
    if (y === years - 1) break;
    for (let cell = 0; cell < cells; cell++) growth[cell] = Math.exp(fade * differential[cell]!);
    for (let i = 0; i < industries; i++) market[i] = Math.exp(plan.trend[y * industries + i]!);
    stepOutput(step, path.output, y, channels.industryTotal, displacement);
    fade *= persistence;
  }
  return path;
}
