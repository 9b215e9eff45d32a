import { SAME } from '../../../engine/indicators/same.js';
import { observedCells } from '../../../engine/kernel/observed-cells.js';
import type { Arrays } from '../../../engine/projection/arrays.js';
import type { Plan } from '../../../engine/projection/plan.js';
import { columnSums, rowOf } from '../../../engine/statistics/cells.js';
import type { Channels } from './channels.js';

/** The responsiveness s of each cell to its channels, by the cell's stage in the current year. */
export interface Response {
  /** R × I. */
  readonly factor: Float64Array;
  /** Writes the factors of a year, by its index; `channels` are of that year. */
  update(year: number, channels: Channels): void;
}

/**
 * Prepares the responsiveness of cells by stage, taken from the output that a projection is writing. Where every stage responds alike, as it
 * does by default, the stage does not matter and nothing is computed.
 *
 * @param output Y × R × I, being written
 * @param higherLevel Y × I, being written; null where the higher-level region is the sum of the regions
 */
export function createResponse(
  plan: Plan,
  output: Float64Array,
  higherLevel: Float64Array | null,
  arrays: Arrays,
): Response {
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const cells = regions * industries;
  const { formative, growing, mature, recession } = plan.parameters.response;
  const factor = arrays(cells).fill(1);
  if (formative === 1 && growing === 1 && mature === 1 && recession === 1) return { factor, update: () => {} };

  const base = plan.years[0]!;
  const observed = plan.years.map((year) =>
    year - plan.window < base ? observedCells(plan.history, year - plan.window) : null,
  );
  const pastTotal = arrays(industries);
  const sameGrowth = (1 - SAME) ** plan.window;
  return {
    factor,
    update(y, channels) {
      const simulated = plan.years[y]! - plan.window >= base;
      const past = simulated ? output : (observed[y]?.output ?? null);
      if (past === null) {
        factor.fill(1);
        return;
      }
      const pastYear = y - plan.window;
      const pastOffset = simulated ? pastYear * cells : 0;
      if (higherLevel === null) columnSums(past.subarray(pastOffset, pastOffset + cells), industries, pastTotal);
      else pastTotal.set(simulated ? rowOf(higherLevel, industries, pastYear) : observed[y]!.higherLevel!);
      for (let cell = 0; cell < cells; cell++) {
        const i = cell % industries;
        const now = output[y * cells + cell]!;
        const all = higherLevel === null ? channels.industryTotal[i]! : higherLevel[y * industries + i]!;
        if (now === 0 || all === 0 || pastTotal[i] === 0) {
          factor[cell] = 1;
          continue;
        }
        const ahead = now * pastTotal[i]! >= past[pastOffset + cell]! * all * sameGrowth;
        // φ has the sign of LQ − 1.
        if (channels.advantage[cell]! >= -SAME) factor[cell] = ahead ? growing : mature;
        else factor[cell] = ahead ? formative : recession;
      }
    },
  };
}
