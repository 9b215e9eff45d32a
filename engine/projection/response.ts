import { SAME } from '../indicators/same.js';
import type { Arrays } from './arrays.js';
import type { Channels } from './channels.js';
import { observedCells } from './history.js';
import type { Plan } from './plan.js';

/** The responsiveness s of each cell to its channels, by the cell's stage in the current year. */
export interface StageReader {
  /** R × I. */
  readonly factor: Float64Array;
  read(year: number, channels: Channels): void;
}

/**
 * Prepares to read stages off the output a projection is writing. Where every stage responds alike, as it does by default,
 * the stage does not matter and nothing is read.
 *
 * @param output Y × R × I, being written
 * @param higherLevel Y × I, being written; null where the higher-level region is the sum of the regions
 */
export function createStageReader(
  plan: Plan,
  output: Float64Array,
  higherLevel: Float64Array | null,
  arrays: Arrays,
): StageReader {
  const regions = plan.regions.length;
  const industries = plan.industries.length;
  const cells = regions * industries;
  const { formative, growing, mature, recession } = plan.parameters.response;
  const factor = arrays(cells).fill(1);
  if (formative === 1 && growing === 1 && mature === 1 && recession === 1) return { factor, read: () => {} };

  const base = plan.years[0]!;
  const observed = plan.years.map((year) =>
    year - plan.window < base ? observedCells(plan.history, year - plan.window) : null,
  );
  const pastTotal = arrays(industries);
  const sameGrowth = (1 - SAME) ** plan.window;
  return {
    factor,
    read(y, channels) {
      const simulated = plan.years[y]! - plan.window >= base;
      const past = simulated ? output : (observed[y]?.output ?? null);
      if (past === null) {
        factor.fill(1);
        return;
      }
      const pastYear = y - plan.window;
      const pastOffset = simulated ? pastYear * cells : 0;
      if (higherLevel === null) sumIndustries(pastTotal, past, pastOffset, cells);
      else
        readSeries(
          pastTotal,
          simulated ? higherLevel : observed[y]!.higherLevel!,
          simulated ? pastYear * industries : 0,
        );
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

function sumIndustries(total: Float64Array, output: Float64Array, offset: number, cells: number): void {
  total.fill(0);
  for (let cell = 0; cell < cells; cell++) {
    const i = cell % total.length;
    total[i] = total[i]! + output[offset + cell]!;
  }
}

function readSeries(total: Float64Array, series: Float64Array, offset: number): void {
  for (let i = 0; i < total.length; i++) total[i] = series[offset + i]!;
}
