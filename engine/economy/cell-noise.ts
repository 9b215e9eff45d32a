import { log } from '../exact-math/index.js';
import { columnSums } from '../statistics/cells.js';

/** Fewest years of growth that tell one cell's noise from another's. */
const FEWEST_STEPS = 2;
/** Years of growth that the noise level of all cells together is worth beside a cell's own. Judgement, from trials on eleven panels. */
const POOLED_WORTH = 6;

/**
 * Noise level of each cell relative to the pooled one, R × I: mean absolute deviation of its log growth from its industry's and its region's,
 * drawn toward the mean over all cells with a strength of six years, divided by that mean. Null where fewer than three years are observed or no cell deviates.
 *
 * A deviation over a step of several years is divided by the square root of their number. A cell without output at either end of a step has no deviation there.
 *
 * @param outputs of each observed year, R × I
 */
export function relativeCellNoise(
  years: readonly number[],
  outputs: readonly Float64Array[],
  industries: number,
): Float64Array | null {
  const steps = years.length - 1;
  if (steps < FEWEST_STEPS) return null;
  const cells = outputs[0]!.length;
  const sizes = new Float64Array(cells);
  const counts = new Float64Array(cells);
  for (let k = 0; k < steps; k++) {
    const deviation = deviations(outputs[k]!, outputs[k + 1]!, industries);
    const unit = 1 / Math.sqrt(years[k + 1]! - years[k]!);
    for (let cell = 0; cell < cells; cell++) {
      if (Number.isNaN(deviation[cell]!)) continue;
      sizes[cell] = sizes[cell]! + unit * Math.abs(deviation[cell]!);
      counts[cell] = counts[cell]! + 1;
    }
  }
  const observed = [...sizes].flatMap((size, cell) => (counts[cell]! > 0 ? [size / counts[cell]!] : []));
  const pooled = observed.reduce((sum, size) => sum + size, 0) / observed.length;
  if (!(pooled > 0)) return null;
  return sizes.map((size, cell) => (size + POOLED_WORTH * pooled) / (counts[cell]! + POOLED_WORTH) / pooled);
}

/** Log growth of each cell less its industry's, less the mean of that over its region weighted by output; NaN where a cell is absent at either end. */
function deviations(from: Float64Array, to: Float64Array, industries: number): Float64Array {
  const [early, late] = [columnSums(from, industries), columnSums(to, industries)];
  const own = to.map((q, cell) => {
    const i = cell % industries;
    return q > 0 && from[cell]! > 0 ? log((q / from[cell]!) * (early[i]! / late[i]!)) : Number.NaN;
  });
  for (let start = 0; start < own.length; start += industries) {
    let [sum, weight] = [0, 0];
    for (let cell = start; cell < start + industries; cell++) {
      if (Number.isNaN(own[cell]!)) continue;
      sum += from[cell]! * own[cell]!;
      weight += from[cell]!;
    }
    for (let cell = start; cell < start + industries; cell++) own[cell] = own[cell]! - sum / weight;
  }
  return own;
}
