import { log, square } from '../../exact-math/index.js';
import { regionalLead } from '../../plan/trend.js';
import { columnSums } from '../../statistics/cells.js';
import { sum } from '../../statistics/sum.js';
import type { Expectation } from './expectation.js';
import type { GrowthHistory, Origin } from './growth-moments.js';

export type NoiseGroup = 'common' | 'industry' | 'region' | 'cell';
export const NOISE_GROUPS: readonly NoiseGroup[] = ['common', 'industry', 'region', 'cell'];

/** Errors of projections at one horizon, over all pairs of years, by what they are common to. */
export interface GroupErrors {
  /** Size of each error, divided by what the mean that it is measured against takes from it. */
  readonly sizes: Readonly<Record<NoiseGroup, number[]>>;
  /** Part of the variance of smaller units that the errors of a group carry on, added up over its errors. */
  readonly carried: {
    regionOfCells: number;
    industryOfCells: number;
    commonOfCells: number;
    commonOfRegions: number;
    commonOfIndustries: number;
  };
  pairs: number;
}

/** A unit that makes up nearly all of the mean it is measured against says nothing about its own noise. */
const SMALLEST_PART = 0.05;

/** No errors yet. */
export function noErrors(): GroupErrors {
  return {
    sizes: { common: [], industry: [], region: [], cell: [] },
    carried: { regionOfCells: 0, industryOfCells: 0, commonOfCells: 0, commonOfRegions: 0, commonOfIndustries: 0 },
    pairs: 0,
  };
}

/** Growth between two observed years less what a projection from the earlier one expected. */
export interface Surprise {
  /** Outputs in the earlier year, R × I, and of industries in the higher-level region, I. */
  readonly from: Float64Array;
  readonly whole: Float64Array;
  /** Error of each industry, I; NaN where it is absent at either end. */
  readonly industry: Float64Array;
  /** Error of each cell against its industry, R × I; NaN where it is absent at either end. */
  readonly off: Float64Array;
  /** Variance of each cell's noise relative to the pooled one, R × I. */
  readonly variance: Float64Array;
}

/**
 * Adds the errors of the projection from one observed year to a later one.
 *
 * @param taken part of what a region gains that is taken from the others, δ
 * @param kept true for the cells whose errors are kept
 */
export function addErrors(
  errors: GroupErrors,
  projection: Surprise,
  taken: number,
  kept: (cell: number) => boolean,
): void {
  addIndustries(errors, projection, taken);
  addRegions(errors, projection, kept);
}

/** The errors of the projection from an origin to a later observed year. */
export function surpriseAt(
  { economy, cellVariance: variance }: GrowthHistory,
  expectation: Expectation,
  origin: Origin,
  target: number,
): Surprise {
  const count = economy.industries.length;
  const years = economy.years[target]! - economy.years[origin.index]!;
  const from = origin.cells.output;
  const to = economy.outputs[target]!;
  const whole = economy.higherLevel?.[origin.index] ?? columnSums(from, count);
  const late = economy.higherLevel?.[target] ?? columnSums(to, count);
  const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);
  const growth = late.map((q, i) => log(q / whole[i]!));
  const expected = expectation.industry(origin, years);
  const lead = expectation.lead(origin, years);
  return {
    from,
    whole,
    industry: growth.map((each, i) => finite(each - expected[i]!)),
    off: to.map((q, cell) => finite(log(q / from[cell]!) - growth[cell % count]! - lead[cell]!)),
    variance,
  };
}

/** Errors of industries, and of all together, each of which holds some of the noise of the cells, less what displacement takes back. */
function addIndustries({ sizes, carried }: GroupErrors, projection: Surprise, taken: number): void {
  const { from, whole, industry } = projection;
  const count = industry.length;
  const weights = whole.map((q, i) => (Number.isNaN(industry[i]!) ? 0 : q));
  const all = sum(weights);
  if (all === 0) return;
  for (let i = 0; i < count; i++) weights[i] = weights[i]! / all;
  const reaching = square(1 - taken);
  const ofCells = cellVariances(projection);
  const squares = sumSquares(weights);
  const common = weights.reduce((mean, weight, i) => (weight > 0 ? mean + weight * industry[i]! : mean), 0);
  sizes.common.push(Math.abs(common));
  carried.commonOfIndustries += squares;
  carried.commonOfCells += reaching * weights.reduce((total, weight, i) => total + weight * weight * ofCells[i]!, 0);
  carried.commonOfRegions += reaching * sumSquares(regionShares(from, count, sum(whole)));
  weights.forEach((weight, i) => {
    const own = 1 - 2 * weight + squares;
    if (weight === 0 || own < SMALLEST_PART) return;
    sizes.industry.push(Math.abs(industry[i]! - common) / Math.sqrt(own));
    carried.industryOfCells += reaching * ofCells[i]!;
  });
}

/**
 * Errors of regions, which hold some of the noise of their cells, and of cells, in units of the pooled level.
 *
 * @param kept true for the cells whose errors are kept
 */
function addRegions({ sizes, carried }: GroupErrors, projection: Surprise, kept: (cell: number) => boolean): void {
  const { from, whole, off, variance } = projection;
  const count = whole.length;
  const ofCells = cellVariances(projection);
  const shares = regionShares(from, count, sum(from));
  const squares = sumSquares(shares);
  const common = regionalLead(
    off.map((each) => (Number.isNaN(each) ? 0 : each)),
    from,
    count,
  );
  shares.forEach((share, r) => {
    if (!(share > 0)) return;
    const row = from.subarray(r * count, (r + 1) * count);
    const output = sum(row);
    // Variance that a cell has left against its industry's mean.
    const left = row.map((q, i) => (q > 0 ? variance[r * count + i]! * (1 - (2 * q) / whole[i]!) + ofCells[i]! : 0));
    const held = left.reduce((total, part, i) => total + part * square(row[i]! / output), 0);
    const own = 1 - 2 * share + squares;
    if (own >= SMALLEST_PART) {
      sizes.region.push(Math.abs(common[r]!) / Math.sqrt(own));
      carried.regionOfCells += held / own;
    }
    row.forEach((q, i) => {
      const cell = r * count + i;
      const part = left[i]! * (1 - (2 * q) / output) + held;
      if (Number.isNaN(off[cell]!) || part < SMALLEST_PART * variance[cell]! || !kept(cell)) return;
      sizes.cell.push(Math.abs(off[cell]! - common[r]!) / Math.sqrt(part));
    });
  });
}

/** Variance of each industry's mean that its cells' own noise makes, relative to the pooled variance of a cell, I. */
function cellVariances({ from, whole, variance }: Surprise): Float64Array {
  const found = new Float64Array(whole.length);
  from.forEach((q, cell) => {
    const i = cell % whole.length;
    if (q > 0) found[i] = found[i]! + variance[cell]! * square(q / whole[i]!);
  });
  return found;
}

/** Part of each region in all output, R. */
function regionShares(output: Float64Array, count: number, all: number): Float64Array {
  return Float64Array.from(
    { length: output.length / count },
    (_, r) => sum(output.subarray(r * count, (r + 1) * count)) / all,
  );
}

/** Sum of squares. */
export function sumSquares(values: Float64Array): number {
  return values.reduce((total, value) => total + value * value, 0);
}
