import { sum } from '../../statistics/sum.js';
/** Assumptions about a study area's industry for all that no figure says. */
export interface PriorAssumptions {
  /** All output of each year. */
  readonly totals: readonly number[];
  /** Part of all output by year and region; parts of a year need not sum to 1. */
  readonly regionParts: readonly (readonly number[])[];
  /** Part of all output by year and industry; parts of a year need not sum to 1. */
  readonly industryParts: readonly (readonly number[])[];
  /** Weight of a region in an industry as a multiple of its size, regions × industries row-major: 1 where nothing is known, 0 where absent. */
  readonly tilt: Float64Array;
}

/** Fitting stops where every row and column is as near as this to its sum. */
const CLOSE = 1e-13;
const MAX_ROUNDS = 2000;

/**
 * Outputs of each year with the given parts of regions and industries, and between them as near to size × size × tilt as possible:
 * iterative proportional fitting (Deming & Stephan 1940), which finds the table closest in cross-entropy.
 *
 * Where zeros make the margins impossible, the industries' parts hold and the regions' are approached.
 *
 * @example
 * const even = new Float64Array([1, 1, 1, 1]);
 * const [table] = buildPrior({ totals: [200], regionParts: [[1, 3]], industryParts: [[1, 1]], tilt: even });
 * [...table].map(Math.round); // → [25, 25, 75, 75]
 */
export function buildPrior(assumptions: PriorAssumptions): Float64Array[] {
  return assumptions.totals.map((total, year) => {
    const rows = scaled(assumptions.regionParts[year]!, total);
    const columns = scaled(assumptions.industryParts[year]!, total);
    return fitProportionally(assumptions.tilt, rows, columns);
  });
}

/**
 * Scales rows and columns of a table in turn until it has the given sums.
 *
 * @param table rows × columns, row-major, 0 or more; zeros stay.
 */
export function fitProportionally(
  table: Float64Array,
  rows: readonly number[],
  columns: readonly number[],
): Float64Array {
  const width = columns.length;
  const fitted = table.slice();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let worst = 0;
    rows.forEach((target, r) => {
      const now = sum(fitted, r * width, (r + 1) * width);
      if (now === 0) return;
      const factor = target / now;
      worst = Math.max(worst, Math.abs(factor - 1));
      for (let i = 0; i < width; i++) fitted[r * width + i]! *= factor;
    });
    columns.forEach((target, i) => {
      const now = sum(rows.map((_, r) => fitted[r * width + i]!));
      if (now === 0) return;
      for (let r = 0; r < rows.length; r++) fitted[r * width + i]! *= target / now;
    });
    if (worst < CLOSE) break;
  }
  return fitted;
}

function scaled(parts: readonly number[], total: number): number[] {
  const whole = sum(parts);
  return parts.map((part) => (part / whole) * total);
}
