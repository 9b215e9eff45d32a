import { relativeCellNoise } from '../../economy/cell-noise.js';
import type { Economy } from '../../economy/economy.js';
import { square } from '../../exact-math/index.js';
import { type ObservedCells, observedCells } from '../../kernel/observed-cells.js';
import { cutDifferential, type ObservedGrowth, observedGrowth, regionalLead } from '../../plan/trend.js';
import { columnSums } from '../../statistics/cells.js';
import { sum } from '../../statistics/sum.js';

/** Years of past growth that an origin looks back over at least, where so many are observed. */
const SHORTEST_PAST = 4;

/** Years ahead beyond which growth says nothing more about fading. */
export const LONGEST_LEAD = 10;

/** An observed year to look ahead from, with growth over the window before it. */
export interface Origin {
  /** Index into the economy's years. */
  readonly index: number;
  readonly cells: ObservedCells;
  readonly growth: ObservedGrowth;
  /** Lead that each region's industries have in common, R. */
  readonly common: Float64Array;
}

/** Growth between two neighbouring observed years. */
export interface Step {
  /** Years between the two. */
  readonly span: number;
  readonly growth: ObservedGrowth;
}

/** Growth before and after every observed year, annualised, in log points. */
export interface GrowthHistory {
  readonly economy: Economy;
  readonly origins: readonly Origin[];
  /** One fewer than observed years. */
  readonly steps: readonly Step[];
  /** Variance of each cell's noise relative to the pooled one, R × I. */
  readonly cellVariance: Float64Array;
}

/**
 * Second moments of growth in one step and growth over the window before an earlier year: all that a slope between the two needs,
 * so that a panel of any size comes down to a few numbers for each pair of years. Sums are weighted by output, the weights
 * of a pair adding to 1.
 */
export interface GrowthMoments {
  /** Index of the step looked ahead to. */
  readonly step: number;
  /** Years from the origin to the start of the step. */
  readonly lead: number;
  /** Years the step takes. */
  readonly span: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** The three groups whose growth is drawn toward a larger whole: industries to all, regions to their industries' mean, cells to their region. */
export interface GroupedMoments {
  readonly industries: readonly GrowthMoments[];
  readonly regions: readonly GrowthMoments[];
  readonly cells: readonly GrowthMoments[];
}

/**
 * Growth before and after observed years.
 *
 * Origins are the years that look back over four years at least, or over half of what is observed where that is less: over a shorter time growth is
 * more of chance, and slopes would come out too low.
 */
export function growthHistory(economy: Economy): GrowthHistory {
  const { years, industries } = economy;
  const history = { years, output: economy.outputs, higherLevel: economy.higherLevel };
  const at = (k: number) => observedCells(history, years[k]!)!;
  const steps = years.slice(1).map((year, k) => {
    const span = year - years[k]!;
    return { span, growth: observedGrowth(at(k), at(k + 1), span, industries.length) };
  });
  const least = Math.min(SHORTEST_PAST, (years.at(-1)! - years[0]!) / 2);
  const origins = years.flatMap((year, index) => {
    const back = year - years[0]!;
    if (back === 0 || back < least) return [];
    const cells = at(index);
    const growth = cutDifferential(observedGrowth(at(0), cells, back, industries.length));
    return [
      {
        index,
        cells,
        growth,
        common: regionalLead(growth.differential, cells.output, industries.length),
      },
    ];
  });
  const relative = relativeCellNoise(years, economy.outputs, industries.length);
  const cellVariance = economy.outputs[0]!.map((_, cell) => (relative === null ? 1 : square(relative[cell]!)));
  return { economy, origins, steps, cellVariance };
}

/** The moments of every origin with every later step, up to ten years ahead. */
export function growthMoments({ economy, origins, steps }: GrowthHistory): GroupedMoments {
  const { years } = economy;
  const industries: GrowthMoments[] = [];
  const regions: GrowthMoments[] = [];
  const cells: GrowthMoments[] = [];
  for (const origin of origins) {
    steps.forEach((step, k) => {
      const lead = years[k]! - years[origin.index]!;
      if (lead < 0 || lead >= LONGEST_LEAD) return;
      const when = { step: k, lead, span: step.span };
      industries.push({ ...when, ...industryMoments(origin, step) });
      const local = localMoments(origin, step, economy.industries.length);
      regions.push({ ...when, ...local.regions });
      cells.push({ ...when, ...local.cells });
    });
  }
  return { industries, regions, cells };
}

interface Sums {
  xx: number;
  xy: number;
  yy: number;
}

function industryMoments(origin: Origin, step: Step): Sums {
  const count = step.growth.industry.length;
  const weight = columnSums(origin.cells.output, count);
  const all = sum(weight);
  const sums = { xx: 0, xy: 0, yy: 0 };
  for (let i = 0; i < count; i++) {
    const x = origin.growth.industry[i]! - origin.growth.overall;
    const y = step.growth.industry[i]! - step.growth.overall;
    if (!Number.isNaN(x) && !Number.isNaN(y)) add(sums, weight[i]! / all, x, y);
  }
  return sums;
}

function localMoments(origin: Origin, step: Step, industries: number): { regions: Sums; cells: Sums } {
  const { output } = origin.cells;
  const all = sum(output);
  const later = regionalLead(step.growth.differential, output, industries);
  const regions = { xx: 0, xy: 0, yy: 0 };
  const cells = { xx: 0, xy: 0, yy: 0 };
  for (let r = 0; r < later.length; r++) {
    let weight = 0;
    for (let cell = r * industries; cell < (r + 1) * industries; cell++) {
      const share = output[cell]! / all;
      weight += share;
      const x = origin.growth.differential[cell]! - origin.common[r]!;
      add(cells, share, x, step.growth.differential[cell]! - later[r]!);
    }
    add(regions, weight, origin.common[r]!, later[r]!);
  }
  return { regions, cells };
}

function add(sums: Sums, weight: number, x: number, y: number): void {
  sums.xx += weight * x * x;
  sums.xy += weight * x * y;
  sums.yy += weight * y * y;
}
