import { type Arrays, freshArrays } from '../../../engine/projection/arrays.js';
import { type Between, basePairs, pairsOfYear } from '../../../engine/projection/between.js';
import type { Plan, Projection } from '../../../engine/projection/plan.js';
import { createChainAccess } from './chain-access.js';
import { channelSetup, createChannels } from './channels.js';
import { closeGap } from './competition.js';
import { computeChannels } from './compute-channels.js';
import { createStep, stepOutput } from './crowding.js';
import type { Noise } from './noise.js';
import { computePushes, createPushes } from './pushes.js';
import { projectReference, type ReferencePath } from './reference.js';
import { createResponse } from './response.js';

/**
 * Projects a plan: steps the growth equation, (1)–(5), from the first year to the last, all cells at once.
 *
 * @param plan every number the equation uses
 * @param noise the noise of one draw; none in a single run
 * @param reference the plan's reference path, where the caller has it already
 * @param arrays where the projection is written; default new arrays
 * @returns output by year on this path and on the reference path, in the case's currency
 */
export function project(
  plan: Plan,
  noise?: Noise,
  reference: ReferencePath = projectReference(plan),
  arrays: Arrays = freshArrays,
): Projection {
  const setup = channelSetup(plan, arrays);
  const { regions, industries } = setup;
  const cells = regions * industries;
  const years = plan.years.length;
  const { displacement, persistence } = plan.parameters;
  const { shock } = plan.levers;

  const output = arrays(years * cells);
  const channels = createChannels(setup, arrays);
  const level = arrays(cells);
  const step = createStep(regions, industries, arrays);
  const { growth, market } = step;
  // Noise common to an industry moves it in the whole higher-level region, so a future keeps its own copy of that series.
  const higherLevel = plan.higherLevel === null ? null : plan.higherLevel.slice();
  const path = { output, higherLevel };
  const changing = roomForPairs(plan, arrays);
  const response = createResponse(plan, output, higherLevel, arrays);
  const pushes = createPushes(plan, arrays);
  const competition = {
    response: response.factor,
    push: pushes.capped,
    chains: createChainAccess(plan, arrays),
    level,
    growth,
  };

  output.set(plan.initial.output);
  let fade = 1;
  for (let y = 0; y < years - 1; y++) {
    const between = pairsOfYear(plan, y, changing);
    computeChannels(channels, setup, path, y, between);
    response.update(y, channels);
    computePushes(pushes, plan, channels, y, between);
    closeGap(competition, plan, reference, channels, y);
    for (let cell = 0; cell < cells; cell++) growth[cell] = growth[cell]! + fade * plan.initial.differential[cell]!;
    if (noise !== undefined) addNoise(growth, noise, regions, industries);
    for (let cell = 0; cell < cells; cell++) growth[cell] = Math.exp(growth[cell]!);
    for (let i = 0; i < industries; i++) {
      const common = plan.trend[y * industries + i]! + (noise === undefined ? 0 : noise.industry[i]!);
      market[i] = Math.exp(common);
      if (higherLevel !== null) higherLevel[(y + 1) * industries + i] = higherLevel[y * industries + i]! * market[i]!;
    }
    stepOutput(step, output, y, channels.industryTotal, displacement);
    if (shock !== null) addShock(output, shock, y, cells);
    fade *= persistence;
    noise?.advance();
  }
  return { plan, output, reference: reference.output, higherLevel };
}

/** The base year's distances and barriers in arrays of their own, where years are to be written over them. */
function roomForPairs(plan: Plan, arrays: Arrays): Between | undefined {
  const base = basePairs(plan);
  if (base === null || (plan.levers.between?.pairs.length ?? 0) === 0) return undefined;
  const room = { distance: arrays(base.distance.length), barrier: arrays(base.barrier.length) };
  room.distance.set(base.distance);
  room.barrier.set(base.barrier);
  return room;
}

/** Changes the output of the year after `y` by what events add from year to year: outside crowding, so nobody gains what they take. */
function addShock(output: Float64Array, shock: Float64Array, y: number, cells: number): void {
  const next = (y + 1) * cells;
  for (let at = next; at < next + cells; at++) {
    output[at] = output[at]! * Math.exp(shock[at]! - shock[at - cells]!);
  }
}

/** Adds the noise of regions and of cells; that of industries moves their markets. */
function addNoise(growth: Float64Array, noise: Noise, regions: number, industries: number): void {
  for (let r = 0, cell = 0; r < regions; r++) {
    const common = noise.region[r]!;
    for (let i = 0; i < industries; i++, cell++) growth[cell] = growth[cell]! + common + noise.cell[cell]!;
  }
}
