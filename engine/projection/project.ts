import { type Arrays, freshArrays } from './arrays.js';
import { type Channels, createChannels } from './channels.js';
import { createStep, stepOutput } from './crowding.js';
import type { Noise } from './noise.js';
import type { Plan, Projection } from './plan.js';
import { readChannels } from './read-channels.js';
import { projectReference, type ReferencePath } from './reference.js';
import { createStageReader } from './response.js';
import { channelSetup } from './setup.js';

/** Largest push of policies on a cell's competitive level, log points: cap(H) = 0.25·tanh(H / 0.25). */
const PUSH_CAP = 0.25;
/** Land in use on the reference path, as a part of capacity, and where pressure sets in; width of the soft threshold. */
const LAND_IN_USE = 0.85;
const LAND_PRESSURE_FROM = 0.95;
const LAND_SOFTNESS = 0.05;

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
  const { distance, barrier } = plan.levers;

  const output = arrays(years * cells);
  const channels = createChannels(regions, industries, arrays);
  const level = arrays(cells);
  const step = createStep(regions, industries, arrays);
  const { growth, market } = step;
  // Noise common to an industry moves it in the whole higher-level region, so a future keeps its own copy of that series.
  const higherLevel = plan.higherLevel === null ? null : plan.higherLevel.slice();
  const path = { output, higherLevel, distance, barrier };
  const response = createStageReader(plan, output, higherLevel, arrays);
  const pushes = createPushes(plan, arrays);
  const competition = { response: response.factor, push: pushes.capped, level, growth };

  output.set(plan.initial.output);
  let fade = 1;
  for (let y = 0; y < years - 1; y++) {
    readChannels(channels, setup, path, y);
    response.read(y, channels);
    readPushes(pushes, plan, channels, y);
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
    fade *= persistence;
    noise?.advance();
  }
  return { plan, output, reference: reference.output, higherLevel };
}

/** H before the cap: the push of policies on every cell, with what neighbours share. */
interface Pushes {
  /** Regions that share anything in any year: the others cost nothing. */
  readonly sharing: readonly number[];
  /** I, overwritten. */
  readonly now: Float64Array;
  /** R × I, of the current year. */
  readonly pushed: Float64Array;
  /** cap(H), R × I; kept from year to year, since most pushes stay as they are once their ramp is over. */
  readonly capped: Float64Array;
}

function createPushes(plan: Plan, arrays: Arrays): Pushes {
  const industries = plan.industries.length;
  const cells = plan.regions.length * industries;
  return {
    sharing: plan.levers.barrier === null ? [] : findSharing(plan.levers.spill, plan.regions.length, industries),
    now: arrays(industries),
    pushed: arrays(cells),
    capped: arrays(cells),
  };
}

/** Regions that share anything with their neighbours in any year, from Y × R × I. */
function findSharing(spill: Float64Array, regions: number, industries: number): number[] {
  const found = new Set<number>();
  for (let k = 0; k < spill.length; k++) if (spill[k] !== 0) found.add(Math.floor(k / industries) % regions);
  return [...found];
}

/** Reads the pushes of a year and caps them: cap(H) = 0.25·tanh(H / 0.25). */
function readPushes(pushes: Pushes, plan: Plan, channels: Channels, y: number): void {
  const { sharing, now, pushed, capped } = pushes;
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const cells = regions * industries;
  const { push, spill, barrier } = plan.levers;
  for (let r = 0; r < regions; r++) {
    const row = r * industries;
    for (let i = 0; i < industries; i++) now[i] = push[y * cells + row + i]!;
    for (let k = 0; k < sharing.length; k++) {
      const s = sharing[k]!;
      if (s === r) continue;
      const received = channels.tieShare[r * regions + s]! * (1 - barrier![(y * regions + r) * regions + s]!);
      const shared = y * cells + s * industries;
      for (let i = 0; i < industries; i++) now[i] = now[i]! + received * spill[shared + i]!;
    }
    for (let i = 0; i < industries; i++) {
      const cell = row + i;
      if (now[i] === pushed[cell]) continue;
      pushed[cell] = now[i]!;
      capped[cell] = PUSH_CAP * Math.tanh(now[i]! / PUSH_CAP);
    }
  }
}

/** What moves the competitive level of cells besides channels, and what it moves; all R × I. */
interface Competition {
  /** s, by stage. */
  readonly response: Float64Array;
  /** cap(H). */
  readonly push: Float64Array;
  /** X, overwritten. */
  readonly level: Float64Array;
  /** f, overwritten. */
  readonly growth: Float64Array;
}

/** Moves the competitive level X of every cell a part κ of the way to its target, equations (3)–(5): growth becomes κ·(X* − X). */
function closeGap(
  { response, push, level, growth }: Competition,
  plan: Plan,
  reference: ReferencePath,
  channels: Channels,
  y: number,
): void {
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const { localisation, marketAccess, rivalry, land, adjustment } = plan.parameters;
  const tied = plan.levers.barrier !== null;
  const yearCells = y * regions * industries;
  for (let r = 0; r < regions; r++) {
    const at = y * regions + r;
    const access = tied ? marketAccess * (channels.logAccess[r]! - reference.logAccess[at]!) : 0;
    const use = channels.regionTotal[r]! / reference.regionTotal[at]! / plan.levers.land[at]!;
    const pressed = land * (landPressure(use) - landPressure(1));
    for (let i = 0; i < industries; i++) {
      const cell = r * industries + i;
      const advantage = localisation * (channels.advantage[cell]! - reference.advantage[yearCells + cell]!);
      const rivalled = rivalry * (channels.rivalry[cell]! - reference.rivalry[yearCells + cell]!);
      const target = response[cell]! * (advantage + access + push[cell]!) - rivalled - pressed;
      const moved = adjustment * (target - level[cell]!);
      level[cell] = level[cell]! + moved;
      growth[cell] = moved;
    }
  }
}

/**
 * U, the pressure on land, at a use relative to the reference path's: near 0 with room to spare, rising log-linearly once
 * the land in use passes its threshold.
 */
function landPressure(relativeUse: number): number {
  const over = (Math.log(LAND_IN_USE * relativeUse) - Math.log(LAND_PRESSURE_FROM)) / LAND_SOFTNESS;
  // ln(1 + e^x) is x to machine precision long before e^x overflows.
  return LAND_SOFTNESS * (over > 40 ? over : Math.log1p(Math.exp(over)));
}

function addNoise(growth: Float64Array, noise: Noise, regions: number, industries: number): void {
  for (let r = 0, cell = 0; r < regions; r++) {
    const common = noise.region[r]!;
    for (let i = 0; i < industries; i++, cell++) growth[cell] = growth[cell]! + common + noise.cell[cell]!;
  }
}
