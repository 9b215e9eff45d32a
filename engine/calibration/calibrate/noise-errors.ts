import { regionalLead, sumIndustries } from '../../plan/trend.js';
import { orderedValues, quantile } from '../../statistics/quantiles.js';
import type { Expectation } from './expectation.js';
import type { GrowthHistory, Origin } from './growth-moments.js';

/** Horizons used, in years. */
const LONGEST = 10;
/** Errors of single cells kept for each horizon: more say nothing new. */
const KEPT_CELLS = 50_000;
/** 90 % of a normal variable lie within this many standard deviations. */
const NINETY = 1.6448536269514722;

export type NoiseGroup = 'common' | 'industry' | 'region' | 'cell';
export const NOISE_GROUPS: readonly NoiseGroup[] = ['common', 'industry', 'region', 'cell'];

/** Spread of the errors of one group at one horizon. */
export interface Spread {
  readonly years: number;
  /** Variance of the errors as they stand, in squared log points. */
  readonly gross: number;
  /** The same without what they carry of the noise of smaller units; below 0 where that is more than all of it. */
  readonly net: number;
  /** How often the horizon fits side by side into the years. */
  readonly periods: number;
  /** Errors in each of them. */
  readonly units: number;
}

/** Errors at one horizon, over all pairs of years. */
interface Errors {
  /** Size of each error, divided by what the mean that it is measured against takes from it. */
  readonly sizes: Readonly<Record<NoiseGroup, number[]>>;
  /** How much of the variance of smaller units the errors of a group carry on, added up over its errors. */
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

/**
 * Reads off the observed years how far projections from every earlier one, as now calibrated, would have been off, split into what all
 * industries have in common, what an industry, a region and a cell have each to themselves.
 *
 * A region's mean error holds some of the noise of its cells, since few large cells do not cancel out; so do the errors of
 * industries and of all. What a mean carries of independent errors is their variance times the sum of its squared weights, and a single error less the mean has
 * `1 − 2·weight + Σ weight²` of its variance: the former is taken off, the latter divided out, so that nothing is counted twice.
 *
 * Spreads of industries, regions and cells are read off the size that 90 % of the errors do not exceed, so that one broken series does
 * not set the noise of all.
 *
 * @param taken part of what a region gains that is taken from the others, δ: so much less of the noise of cells reaches their industry
 */
export function noiseSpreads(
  history: GrowthHistory,
  expectation: Expectation,
  taken: number,
): Record<NoiseGroup, Spread[]> {
  const { economy, origins } = history;
  const byYears = new Map<number, Errors>();
  const cells = economy.regions.length * economy.industries.length;
  const stride = Math.ceil((cells * origins.length) / KEPT_CELLS);
  for (const origin of origins) {
    for (let k = origin.index + 1; k < economy.years.length; k++) {
      const years = economy.years[k]! - economy.years[origin.index]!;
      if (years > LONGEST) break;
      let errors = byYears.get(years);
      if (errors === undefined) {
        errors = noErrors();
        byYears.set(years, errors);
      }
      const found = surprise(history, expectation, origin, k);
      errors.pairs += 1;
      addIndustries(errors, found, taken);
      addRegions(errors, found, (cell) => cell % stride === origin.index % stride);
    }
  }
  const groups: Record<NoiseGroup, Spread[]> = { common: [], industry: [], region: [], cell: [] };
  for (const [years, { sizes, carried, pairs }] of byYears) {
    const gross = (group: NoiseGroup) =>
      group === 'common'
        ? sumSquares(Float64Array.from(sizes.common)) / sizes.common.length
        : levelOf(sizes[group]) ** 2;
    const share = (sum: number, group: NoiseGroup) => (sizes[group].length === 0 ? 0 : sum / sizes[group].length);
    const cell = gross('cell');
    const region = gross('region') - cell * share(carried.regionOfCells, 'region');
    const industry = gross('industry') - cell * share(carried.industryOfCells, 'industry');
    const common =
      gross('common') -
      cell * share(carried.commonOfCells, 'common') -
      Math.max(0, region) * share(carried.commonOfRegions, 'common') -
      Math.max(0, industry) * share(carried.commonOfIndustries, 'common');
    const net = { common, industry, region, cell };
    for (const group of NOISE_GROUPS) {
      const count = sizes[group].length;
      if (count === 0) continue;
      groups[group].push({
        years,
        gross: gross(group),
        net: net[group],
        periods: Math.max(1, pairs / years),
        units: count / pairs,
      });
    }
  }
  return groups;
}

function noErrors(): Errors {
  return {
    sizes: { common: [], industry: [], region: [], cell: [] },
    carried: { regionOfCells: 0, industryOfCells: 0, commonOfCells: 0, commonOfRegions: 0, commonOfIndustries: 0 },
    pairs: 0,
  };
}

/** What came between two observed years against what was expected. */
interface Surprise {
  /** Outputs in the earlier year, R × I, and of industries in the higher-level region, I. */
  readonly from: Float64Array;
  readonly whole: Float64Array;
  /** Error of each industry, I; NaN where it is absent at either end. */
  readonly industry: Float64Array;
  /** Error of each cell against its industry, R × I; NaN where it is absent at either end. */
  readonly off: Float64Array;
}

function surprise(history: GrowthHistory, expectation: Expectation, origin: Origin, target: number): Surprise {
  const { economy } = history;
  const count = economy.industries.length;
  const years = economy.years[target]! - economy.years[origin.index]!;
  const from = origin.cells.output;
  const to = economy.outputs[target]!;
  const whole = economy.higherLevel?.[origin.index] ?? sumIndustries(from, count);
  const late = economy.higherLevel?.[target] ?? sumIndustries(to, count);
  const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);
  const growth = late.map((q, i) => Math.log(q / whole[i]!));
  const expected = expectation.industry(origin, years);
  const lead = expectation.lead(origin, years);
  return {
    from,
    whole,
    industry: growth.map((each, i) => finite(each - expected[i]!)),
    off: to.map((q, cell) => finite(Math.log(q / from[cell]!) - growth[cell % count]! - lead[cell]!)),
  };
}

/** Errors of industries, and of all together, each of which holds some of the noise of the cells, less what displacement takes back. */
function addIndustries({ sizes, carried }: Errors, { from, whole, industry }: Surprise, taken: number): void {
  const count = industry.length;
  const weights = whole.map((q, i) => (Number.isNaN(industry[i]!) ? 0 : q));
  const all = sum(weights);
  if (all === 0) return;
  for (let i = 0; i < count; i++) weights[i] = weights[i]! / all;
  const reaching = (1 - taken) ** 2;
  const ofCells = squaredShares(from, whole);
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
 * Errors of regions, which hold some of the noise of their cells, and of cells.
 *
 * @param kept says which cells are kept
 */
function addRegions({ sizes, carried }: Errors, { from, whole, off }: Surprise, kept: (cell: number) => boolean): void {
  const count = whole.length;
  const ofCells = squaredShares(from, whole);
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
    // What of its variance a cell has left against its industry's mean.
    const left = row.map((q, i) => (q > 0 ? 1 - (2 * q) / whole[i]! + ofCells[i]! : 0));
    const held = left.reduce((total, part, i) => total + part * (row[i]! / output) ** 2, 0);
    const own = 1 - 2 * share + squares;
    if (own >= SMALLEST_PART) {
      sizes.region.push(Math.abs(common[r]!) / Math.sqrt(own));
      carried.regionOfCells += held / own;
    }
    row.forEach((q, i) => {
      const cell = r * count + i;
      const part = left[i]! * (1 - (2 * q) / output) + held;
      if (Number.isNaN(off[cell]!) || part < SMALLEST_PART || !kept(cell)) return;
      sizes.cell.push(Math.abs(off[cell]! - common[r]!) / Math.sqrt(part));
    });
  });
}

/** Squared shares of the cells of each industry in it, added up, I. */
function squaredShares(from: Float64Array, whole: Float64Array): Float64Array {
  const squares = new Float64Array(whole.length);
  from.forEach((q, cell) => {
    const i = cell % whole.length;
    if (q > 0) squares[i] = squares[i]! + (q / whole[i]!) ** 2;
  });
  return squares;
}

/** Part of each region in all output, R. */
function regionShares(output: Float64Array, count: number, all: number): Float64Array {
  return Float64Array.from(
    { length: output.length / count },
    (_, r) => sum(output.subarray(r * count, (r + 1) * count)) / all,
  );
}

/** Standard deviation of a normal variable whose size stays below the same number 90 times in 100. */
function levelOf(sizes: readonly number[]): number {
  return sizes.length === 0 ? 0 : quantile(orderedValues(Float64Array.from(sizes).sort()), 0.9) / NINETY;
}

function sumSquares(values: Float64Array): number {
  return values.reduce((total, value) => total + value * value, 0);
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k]!;
  return total;
}
