import type { Arrays } from '../../../engine/projection/arrays.js';
import type { Between } from '../../../engine/projection/between.js';
import type { Plan } from '../../../engine/projection/plan.js';
import type { Channels } from './channels.js';

/** Largest push of policies on a cell's competitive level, log points. */
const PUSH_CAP = 0.25;

/** H, the push of policies on every cell with what neighbours share, and what the cap leaves of it. */
export interface Pushes {
  /** Regions that share anything in any year: the others cost nothing. */
  readonly sharing: readonly number[];
  /** I, overwritten. */
  readonly now: Float64Array;
  /** R × I, of the current year. */
  readonly pushed: Float64Array;
  /** cap(H), R × I; kept from year to year, since most pushes stay as they are once their ramp is over. */
  readonly capped: Float64Array;
}

/** Arrays for the pushes of one year, and the regions that share any. */
export function createPushes(plan: Plan, arrays: Arrays): Pushes {
  const industries = plan.industries.length;
  const cells = plan.regions.length * industries;
  return {
    sharing: plan.levers.between === null ? [] : findSharing(plan.levers.spill, plan.regions.length, industries),
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

/**
 * Computes the pushes of a year, H_ri = push_ri + Σ_s ω_rs·(1−b_rs)·spill_si, and caps them.
 *
 * @param channels of the year, for ω
 * @param between of the year; null where nothing is shared
 */
export function computePushes(
  pushes: Pushes,
  plan: Plan,
  channels: Channels,
  y: number,
  between: Between | null,
): void {
  const { sharing, now, pushed, capped } = pushes;
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const cells = regions * industries;
  const { push, spill } = plan.levers;
  for (let r = 0; r < regions; r++) {
    const row = r * industries;
    for (let i = 0; i < industries; i++) now[i] = push[y * cells + row + i]!;
    for (let k = 0; k < sharing.length; k++) {
      const s = sharing[k]!;
      if (s === r) continue;
      const received = channels.tieShare[r * regions + s]! * (1 - between!.barrier[r * regions + s]!);
      const shared = y * cells + s * industries;
      for (let i = 0; i < industries; i++) now[i] = now[i]! + received * spill[shared + i]!;
    }
    for (let i = 0; i < industries; i++) {
      const cell = row + i;
      if (now[i] === pushed[cell]) continue;
      pushed[cell] = now[i]!;
      capped[cell] = capPush(now[i]!);
    }
  }
}

/**
 * The part of a push that takes effect, `cap(H) = 0.25·tanh(H / 0.25)`, in log points: all of a small push, never more than 0.25.
 *
 * @example
 * capPush(0.01); // → 0.00999467007779
 */
export function capPush(push: number): number {
  return PUSH_CAP * Math.tanh(push / PUSH_CAP);
}
