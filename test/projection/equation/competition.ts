import type { Plan } from '../../../engine/projection/plan.js';
import { type ChainAccess, computeChainAccess } from './chain-access.js';
import type { Channels } from './channels.js';
import { landPressure } from './land-pressure.js';
import type { ReferencePath } from './reference.js';

/** The factors that move the competitive level of cells besides the channels, and the level and growth they move; all R × I. */
export interface Competition {
  /** s, by stage. */
  readonly response: Float64Array;
  /** cap(H). */
  readonly push: Float64Array;
  /** N, of the region at hand. */
  readonly chains: ChainAccess;
  /** X, overwritten. */
  readonly level: Float64Array;
  /** f, overwritten. */
  readonly growth: Float64Array;
}

/** Moves the competitive level X of every cell a part κ of the way to its target, equations (3)–(5): growth becomes κ·(X* − X). */
export function closeGap(
  { response, push, chains, level, growth }: Competition,
  plan: Plan,
  reference: ReferencePath,
  channels: Channels,
  y: number,
): void {
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const { localisation, marketAccess, rivalry, land, adjustment } = plan.parameters;
  const tied = plan.levers.between !== null;
  const yearCells = y * regions * industries;
  for (let r = 0; r < regions; r++) {
    const at = y * regions + r;
    const access = tied ? marketAccess * (channels.logAccess[r]! - reference.logAccess[at]!) : 0;
    const use = channels.regionTotal[r]! / reference.regionTotal[at]! / plan.levers.land[at]!;
    const pressed = land * (landPressure(use) - landPressure(1));
    computeChainAccess(chains, channels, reference, y, r);
    for (let i = 0; i < industries; i++) {
      const cell = r * industries + i;
      const advantage = localisation * (channels.advantage[cell]! - reference.advantage[yearCells + cell]!);
      const rivalled = rivalry * (channels.rivalry[cell]! - reference.rivalry[yearCells + cell]!);
      const target = response[cell]! * (advantage + access + chains.access[i]! + push[cell]!) - rivalled - pressed;
      const moved = adjustment * (target - level[cell]!);
      level[cell] = level[cell]! + moved;
      growth[cell] = moved;
    }
  }
}
