import { orderedValues, quantile } from '../../montecarlo/summaries/quantiles.js';
import { regionalLead, sumIndustries } from '../../plan/trend.js';
import { type Belief, combine } from './belief.js';
import type { Expectation } from './expectation.js';
import type { GrowthHistory, Origin } from './growth-moments.js';

/** Horizons used, in years. */
const LONGEST = 10;
/** Errors of single cells kept for each horizon: more say nothing new. */
const KEPT_CELLS = 50_000;
/** 90 % of a normal variable lie within this many standard deviations. */
const NINETY = 1.6448536269514722;
/** Neighbouring years are alike, so two of them say about as much as one that stands alone. */
const YEARS_ALIKE = 2;
/** How much the level of noise differs between years, as a standard deviation of its log: there are calm years and crises. */
const YEARLY_SPREAD = 0.3;
const PERSISTENCE_GRID = Array.from({ length: 20 }, (_, k) => k * 0.05);

export type NoiseGroup = 'industry' | 'region' | 'cell';
export const NOISE_GROUPS: readonly NoiseGroup[] = ['industry', 'region', 'cell'];

/** What is believed about the noise: logs of the standard deviations, and persistence. */
export interface NoiseBeliefs {
  /** By group, in log points, natural logs of the level; null data where there is nothing to tell. */
  readonly levels: Readonly<
    Record<NoiseGroup, { readonly data: Belief | null; readonly posterior: Belief; readonly weight: number }>
  >;
  readonly persistence: Belief;
  readonly persistenceWeight: number;
}

/**
 * Estimates the noise from the errors that projections from every earlier year, as now calibrated, would have made.
 *
 * Errors are taken over 1 to 10 years ahead, split into what an industry, a region and a cell have each to themselves, and their spread read off
 * the size that 90 % of them do not exceed, so that one broken series does not set the noise of all. AR(1) noise of level σ and persistence θ makes errors of variance
 * `σ²·(h + 2·Σ_j (h − j)·θ^j)` h years ahead: θ is integrated over a grid, and σ is the level that fits all horizons best.
 */
export function noiseLevels(
  history: GrowthHistory,
  expectation: Expectation,
  priors: { readonly levels: Readonly<Record<NoiseGroup, Belief>>; readonly persistence: Belief },
): NoiseBeliefs {
  const spreads = readSpreads(history, expectation);
  const candidates = PERSISTENCE_GRID.map((persistence) => {
    let badness = ((persistence - priors.persistence.value) / priors.persistence.sd) ** 2;
    for (const group of NOISE_GROUPS) badness += fitLevel(spreads[group], persistence).badness;
    return { persistence, badness };
  });
  const least = Math.min(...candidates.map(({ badness }) => badness));
  const belief = (weigh: (candidate: (typeof candidates)[number]) => number): Belief => {
    const weights = candidates.map(weigh);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const value = candidates.reduce((sum, { persistence }, k) => sum + weights[k]! * persistence, 0) / all;
    const variance = candidates.reduce((sum, { persistence }, k) => sum + weights[k]! * (persistence - value) ** 2, 0);
    return { value, sd: Math.sqrt(variance / all) };
  };
  const persistence = belief(({ badness }) => Math.exp(-0.5 * (badness - least)));
  const before = belief((candidate) =>
    Math.exp(-0.5 * ((candidate.persistence - priors.persistence.value) / priors.persistence.sd) ** 2),
  );
  const levels = Object.fromEntries(
    NOISE_GROUPS.map((group) => {
      const data = fitLevel(spreads[group], persistence.value).level;
      const { weight, ...posterior } = combine(priors.levels[group], data);
      return [group, { data, posterior, weight }];
    }),
  ) as unknown as NoiseBeliefs['levels'];
  return { levels, persistence, persistenceWeight: Math.max(0, 1 - (persistence.sd / before.sd) ** 2) };
}

/** Spread of the errors at one horizon. */
interface Spread {
  readonly years: number;
  /** Standard deviation of a normal variable whose size stays below the same number 90 times in 100. */
  readonly level: number;
  /** How often the horizon fits side by side into the years. */
  readonly periods: number;
  /** Errors in each of them. */
  readonly units: number;
}

/** Level of the noise that fits the spreads at all horizons, on a log scale, and how badly it does. */
function fitLevel(spreads: readonly Spread[], persistence: number): { level: Belief | null; badness: number } {
  const usable = spreads.filter(({ level }) => level > 1e-9);
  const weight = usable.reduce((sum, { periods }) => sum + periods, 0);
  if (weight === 0) return { level: null, badness: 0 };
  const logs = usable.map(({ years, level }) => Math.log(level) - 0.5 * Math.log(growthOfVariance(years, persistence)));
  const mean = usable.reduce((sum, { periods }, k) => sum + periods * logs[k]!, 0) / weight;
  // Horizons share their years, and with them what calm and agitated years differ by, which leaves the shape over horizons alone.
  const badness = usable.reduce((sum, spread, k) => sum + (logs[k]! - mean) ** 2 / levelVariance(spread), 0);
  const sd = Math.sqrt(Math.min(...usable.map(levelVariance)));
  return { level: { value: mean, sd }, badness };
}

/**
 * Variance of the log of a level: 1/(2n) for n independent errors, and what calm and agitated years differ by, which counts
 * years however many cells they have.
 */
function levelVariance({ periods, units }: Spread): number {
  return 1 / (2 * units * periods) + (YEARS_ALIKE * YEARLY_SPREAD ** 2) / periods;
}

/**
 * Variance of h years of AR(1) noise added up, in units of one year's.
 *
 * @example
 * growthOfVariance(3, 0); // → 3
 * growthOfVariance(2, 0.5); // → 3
 */
export function growthOfVariance(years: number, persistence: number): number {
  let sum = years;
  for (let j = 1; j < years; j++) sum += 2 * (years - j) * persistence ** j;
  return sum;
}

function readSpreads(history: GrowthHistory, expectation: Expectation): Record<NoiseGroup, Spread[]> {
  const { economy, origins } = history;
  const errors = new Map<number, Record<NoiseGroup, number[]> & { pairs: number }>();
  const last = economy.years.length - 1;
  for (const origin of origins) {
    for (let k = origin.index + 1; k <= last; k++) {
      const years = economy.years[k]! - economy.years[origin.index]!;
      if (years > LONGEST) break;
      let entry = errors.get(years);
      if (entry === undefined) {
        entry = { industry: [], region: [], cell: [], pairs: 0 };
        errors.set(years, entry);
      }
      entry.pairs += 1;
      addErrors(entry, history, expectation, origin, k, years);
    }
  }
  const groups: Record<NoiseGroup, Spread[]> = { industry: [], region: [], cell: [] };
  for (const [years, entry] of errors) {
    for (const group of NOISE_GROUPS) {
      if (entry[group].length === 0) continue;
      const sorted = Float64Array.from(entry[group]).sort();
      const level = quantile(orderedValues(sorted), 0.9) / NINETY;
      groups[group].push({
        years,
        level,
        periods: Math.max(1, entry.pairs / years),
        units: sorted.length / entry.pairs,
      });
    }
  }
  return groups;
}

function addErrors(
  errors: Record<NoiseGroup, number[]>,
  { economy, origins }: GrowthHistory,
  expectation: Expectation,
  origin: Origin,
  target: number,
  years: number,
): void {
  const count = economy.industries.length;
  const from = origin.cells.output;
  const to = economy.outputs[target]!;
  const higher = economy.higherLevel;
  const early = higher?.[origin.index] ?? sumIndustries(from, count);
  const late = higher?.[target] ?? sumIndustries(to, count);
  const expected = expectation.industry(origin, years);
  const industry = late.map((q, i) => Math.log(q / early[i]!));
  industry.forEach((growth, i) => {
    const error = Math.abs(growth - expected[i]!);
    if (Number.isFinite(error)) errors.industry.push(error);
  });
  const lead = expectation.lead(origin, years);
  const off = to.map((q, cell) => {
    const error = Math.log(q / from[cell]!) - industry[cell % count]! - lead[cell]!;
    return Number.isFinite(error) ? error : 0;
  });
  const common = regionalLead(off, from, count);
  for (const each of common) errors.region.push(Math.abs(each));
  const stride = Math.ceil((off.length * origins.length) / KEPT_CELLS);
  for (let cell = origin.index % stride; cell < off.length; cell += stride) {
    if (from[cell]! > 0 && to[cell]! > 0) errors.cell.push(Math.abs(off[cell]! - common[Math.floor(cell / count)]!));
  }
}
