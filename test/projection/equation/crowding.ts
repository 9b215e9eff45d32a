import type { Arrays } from '../../../engine/projection/arrays.js';

/** The parts of one step of the growth equation, written anew every year. */
export interface Step {
  /** f, then exp(f), of each cell, R × I. */
  readonly growth: Float64Array;
  /** exp(g + e) of each industry, I. */
  readonly market: Float64Array;
  /** The factor that crowding leaves of each industry's market, I. */
  readonly left: Float64Array;
}

export function createStep(regions: number, industries: number, arrays: Arrays): Step {
  return { growth: arrays(regions * industries), market: arrays(industries), left: arrays(industries) };
}

/**
 * Moves one year's output to the next, equations (1) and (2): every cell follows its market, and a part δ of what the cells of an
 * industry gain on average is taken back from all of them, so that one region's gain is in part another's loss.
 *
 * @param step exp(f) of each cell and exp(g + e) of each industry
 * @param output Y × R × I; reads year `y`, writes the one after it
 * @param industryTotal output of each industry in year `y`, I
 * @param displacement δ
 */
export function stepOutput(
  { growth, market, left }: Step,
  output: Float64Array,
  y: number,
  industryTotal: Float64Array,
  displacement: number,
): void {
  const cells = growth.length;
  const industries = market.length;
  const offset = y * cells;
  left.fill(0);
  for (let row = 0; row < cells; row += industries) {
    for (let i = 0; i < industries; i++) left[i] = left[i]! + output[offset + row + i]! * growth[row + i]!;
  }
  for (let i = 0; i < industries; i++) {
    const all = industryTotal[i]!;
    // exp(F) is the industry's mean growth factor; an industry without output has none and stays at zero.
    left[i] = all > 0 ? market[i]! * (left[i]! / all) ** -displacement : 0;
  }
  const next = offset + cells;
  for (let row = 0; row < cells; row += industries) {
    for (let i = 0; i < industries; i++) {
      const cell = row + i;
      output[next + cell] = output[offset + cell]! * growth[cell]! * left[i]!;
    }
  }
}
