import { square } from '../../exact-math/index.js';
import { NORMAL_90 } from '../../statistics/normal.js';
import { orderedValues, quantile } from '../../statistics/quantiles.js';
import {
  addErrors,
  type GroupErrors,
  NOISE_GROUPS,
  type NoiseGroup,
  noErrors,
  sumSquares,
  surpriseAt,
} from './errors-by-group.js';
import type { Expectation } from './expectation.js';
import type { GrowthHistory } from './growth-moments.js';

/** Longest horizon used, in years. */
export const LONGEST_HORIZON = 10;
/** Errors of single cells kept for each horizon: more say nothing new. */
const KEPT_CELLS = 50_000;
/** Spread of the errors of one group at one horizon. */
export interface Spread {
  readonly years: number;
  /** Variance of the errors as they stand, in squared log points. */
  readonly gross: number;
  /** The same without what they carry of the noise of smaller units; below 0 where that is more than all of it. */
  readonly net: number;
  /** Number of times that the horizon fits side by side into the years. */
  readonly periods: number;
  /** Errors in each of them. */
  readonly units: number;
}

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
 * @param known numbers that are not estimated here: the part of what a region gains that is taken from the others, δ, since so much less of the noise of
 *   cells reaches their industry, and the drift of the whole, whose part of the common errors is taken off
 */
export function noiseSpreads(
  history: GrowthHistory,
  expectation: Expectation,
  known: { readonly displacement: number; readonly drift: number },
): Record<NoiseGroup, Spread[]> {
  const spreads: Record<NoiseGroup, Spread[]> = { common: [], industry: [], region: [], cell: [] };
  for (const [years, errors] of errorsByHorizon(history, expectation, known.displacement)) {
    for (const [group, spread] of spreadsAt(years, errors, known.drift)) spreads[group].push(spread);
  }
  return spreads;
}

/** Errors of the projections from every origin to every later year within reach, by the years between the two. */
function errorsByHorizon(history: GrowthHistory, expectation: Expectation, taken: number): Map<number, GroupErrors> {
  const { economy, origins } = history;
  const byYears = new Map<number, GroupErrors>();
  const cells = economy.regions.length * economy.industries.length;
  const stride = Math.ceil((cells * origins.length) / KEPT_CELLS);
  for (const origin of origins) {
    for (let k = origin.index + 1; k < economy.years.length; k++) {
      const years = economy.years[k]! - economy.years[origin.index]!;
      if (years > LONGEST_HORIZON) break;
      const errors = byYears.get(years) ?? noErrors();
      byYears.set(years, errors);
      errors.pairs += 1;
      const found = surpriseAt(history, expectation, origin, k);
      addErrors(errors, found, taken, (cell) => cell % stride === origin.index % stride);
    }
  }
  return byYears;
}

/** The spread of every group at one horizon, where it has any errors. */
function spreadsAt(years: number, errors: GroupErrors, drift: number): [NoiseGroup, Spread][] {
  const { sizes, pairs } = errors;
  const gross = grossVariances(errors);
  const net = netVariances(errors, gross);
  const drifted = square(drift * years);
  return NOISE_GROUPS.filter((group) => sizes[group].length > 0).map((group) => [
    group,
    {
      years,
      gross: gross[group],
      net: group === 'common' ? net.common - drifted : net[group],
      periods: Math.max(1, pairs / years),
      units: sizes[group].length / pairs,
    },
  ]);
}

type Variances = Readonly<Record<NoiseGroup, number>>;

/** Variances of the errors as they stand. */
function grossVariances({ sizes }: GroupErrors): Variances {
  return {
    common: sumSquares(Float64Array.from(sizes.common)) / sizes.common.length,
    industry: square(levelOf(sizes.industry)),
    region: square(levelOf(sizes.region)),
    cell: square(levelOf(sizes.cell)),
  };
}

/** The same less what the errors carry of the noise of smaller units. */
function netVariances({ sizes, carried }: GroupErrors, gross: Variances): Variances {
  const share = (sum: number, group: NoiseGroup) => (sizes[group].length === 0 ? 0 : sum / sizes[group].length);
  const region = gross.region - gross.cell * share(carried.regionOfCells, 'region');
  const industry = gross.industry - gross.cell * share(carried.industryOfCells, 'industry');
  const common =
    gross.common -
    gross.cell * share(carried.commonOfCells, 'common') -
    Math.max(0, region) * share(carried.commonOfRegions, 'common') -
    Math.max(0, industry) * share(carried.commonOfIndustries, 'common');
  return { common, industry, region, cell: gross.cell };
}

/** Standard deviation of a normal variable whose size stays below the same number 90 times in 100. */
function levelOf(sizes: readonly number[]): number {
  return sizes.length === 0 ? 0 : quantile(orderedValues(Float64Array.from(sizes).sort()), 0.9) / NORMAL_90;
}
