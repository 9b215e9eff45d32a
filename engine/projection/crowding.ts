/**
 * Moves one year's output to the next, equations (1) and (2): every cell follows its market, and a part δ of what the cells of an
 * industry gain on average is taken back from all of them, so that one region's gain is in part another's loss.
 *
 * @param output Y × R × I; reads the year at `offset`, writes the one after it
 * @param growth exp(f) of each cell, R × I
 * @param market exp(g + e) of each industry, I
 * @param industryTotal output of each industry in the year at `offset`, I
 * @param scratch I, overwritten
 */
export function stepOutput(
  output: Float64Array,
  offset: number,
  regions: number,
  industries: number,
  growth: Float64Array,
  market: Float64Array,
  industryTotal: Float64Array,
  displacement: number,
  scratch: Float64Array,
): void {
  const cells = regions * industries;
  scratch.fill(0);
  for (let r = 0, cell = 0; r < regions; r++) {
    for (let i = 0; i < industries; i++, cell++) {
      scratch[i] = scratch[i]! + output[offset + cell]! * growth[cell]!;
    }
  }
  for (let i = 0; i < industries; i++) {
    const all = industryTotal[i]!;
    // exp(F) is the industry's mean growth factor; an industry without output has none and stays at zero.
    scratch[i] = all > 0 ? market[i]! * (scratch[i]! / all) ** -displacement : 0;
  }
  const next = offset + cells;
  for (let r = 0, cell = 0; r < regions; r++) {
    for (let i = 0; i < industries; i++, cell++) {
      output[next + cell] = output[offset + cell]! * growth[cell]! * scratch[i]!;
    }
  }
}
