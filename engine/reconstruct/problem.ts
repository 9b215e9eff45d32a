import type { Figure, Measure, Targets } from './figure.js';

/**
 * The targets as an optimiser sees them. Cells that every figure treats alike (those of regions that no figure names, say) form a
 * group: at the smallest cross-entropy they all move by one factor, so a group is one variable z, its output mass·e^z. That keeps
 * outputs positive and makes the problem small without changing its solution.
 */
export interface Problem {
  /** Prior output of each group. */
  readonly mass: Float64Array;
  /** What a group's cross-entropy counts: 1 over its year's prior total, so that every year counts alike whatever its prices. */
  readonly weight: Float64Array;
  /** Sums of cells that figures are made of, as the groups in each. */
  readonly sums: readonly Int32Array[];
  /** One for each figure, in their order. */
  readonly constraints: readonly Constraint[];
  /** Group of each cell by year, −1 where the cell is 0. */
  readonly groupOf: readonly Int32Array[];
}

/** A figure in the form in which it is closest to linear in z: zero where the figure holds. */
export type Constraint =
  /** Σ power·ln(sum) − target. */
  | {
      readonly kind: 'product';
      readonly sums: readonly number[];
      readonly powers: readonly number[];
      readonly target: number;
    }
  /** (S_part − index·S_whole)·scale: no pole where the whole does not grow. */
  | {
      readonly kind: 'growth';
      readonly part: { readonly from: number; readonly to: number };
      readonly whole: { readonly from: number; readonly to: number };
      readonly span: number;
      readonly index: number;
      readonly scale: number;
    }
  /** ln cosine − target, over the groups of two regions aligned by industry. */
  | { readonly kind: 'similarity'; readonly a: Int32Array; readonly b: Int32Array; readonly target: number };

/** Regions × industries of one year; null for all. */
interface CellSet {
  readonly region: number | null;
  readonly industries: readonly number[] | null;
  readonly year: number;
}

/** Below this growth of the whole industry, the error of an agglomeration index is no longer measured relative to it. */
const SMALLEST_GROWTH = 0.01;

/**
 * Compiles targets.
 *
 * Throws a RangeError where a figure rests on cells that are all 0 in the prior, or whose value its kind cannot take.
 */
export function compileProblem(targets: Targets, figures: readonly Figure[] = targets.figures): Problem {
  const width = targets.industries.length;
  const sets: CellSet[] = [];
  const indexOf = new Map<string, number>();
  const need = (set: CellSet): number => {
    const key = JSON.stringify([set.region, set.industries, set.year]);
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    indexOf.set(key, sets.length);
    sets.push(set);
    return sets.length - 1;
  };
  for (const figure of figures) for (const set of cellSets(figure.measure, width)) need(set);
  const { groupOf, mass, weight } = groupCells(targets, sets);
  const sums = sets.map((set) => groupsIn(set, targets, groupOf));
  const constraints = figures.map((figure) => {
    const { measure, value } = figure;
    const at = cellSets(measure, width).map(need);
    if (measure.kind !== 'similarity' && at.some((set) => sums[set]!.length === 0)) {
      throw new RangeError(`${figure.name}: the prior has no output there`);
    }
    if (measure.kind === 'agglomerationIndex') {
      const [partFrom, partTo, wholeFrom, wholeTo] = at as [number, number, number, number];
      const span = targets.years[measure.to]! - targets.years[measure.from]!;
      const total = (set: number): number => sums[set]!.reduce((sum, group) => sum + mass[group]!, 0);
      const growth = Math.abs(averageGrowth(total(wholeFrom), total(wholeTo), span));
      const scale = 1 / (Math.max(Math.abs(value), SMALLEST_GROWTH) * Math.max(growth, SMALLEST_GROWTH));
      const part = { from: partFrom, to: partTo };
      return { kind: 'growth', part, whole: { from: wholeFrom, to: wholeTo }, span, index: value, scale } as const;
    }
    if (!(value > 0)) throw new RangeError(`${figure.name}: ${value} is not above 0`);
    const target = Math.log(value);
    if (measure.kind === 'similarity') {
      const row = (region: number): Int32Array => groupOf[measure.year]!.slice(region * width, (region + 1) * width);
      return { kind: 'similarity', a: row(measure.regions[0]), b: row(measure.regions[1]), target } as const;
    }
    return { kind: 'product', sums: at, powers: POWERS[measure.kind], target } as const;
  });
  return { mass, weight, sums, constraints, groupOf };
}

/** Growth a year between two levels, as a rate. */
function averageGrowth(from: number, to: number, span: number): number {
  return Math.exp(Math.log(to / from) / span) - 1;
}

/** Powers of the sums that {@link cellSets} lists. */
const POWERS = {
  locationQuotient: [1, -1, -1, 1],
  partOfIndustry: [1, -1],
  partOfRegion: [1, -1],
  partOfTotal: [1, -1],
  output: [1],
} as const;

/** The sums that a measure is made of; for a similarity, single cells. */
function cellSets(measure: Measure, width: number): CellSet[] {
  const all = { region: null, industries: null };
  switch (measure.kind) {
    case 'locationQuotient': {
      const { region, year } = measure;
      const industries = [measure.industry];
      return [
        { region, industries, year },
        { region, industries: null, year },
        { region: null, industries, year },
        { ...all, year },
      ];
    }
    case 'agglomerationIndex': {
      const { region, from, to } = measure;
      const industries = [measure.industry];
      return [
        { region, industries, year: from },
        { region, industries, year: to },
        { region: null, industries, year: from },
        { region: null, industries, year: to },
      ];
    }
    case 'similarity':
      return measure.regions.flatMap((region) =>
        Array.from({ length: width }, (_, i) => ({ region, industries: [i], year: measure.year })),
      );
    case 'partOfIndustry':
      return [measure, { ...measure, region: null }].map(({ region, industries, year }) => ({
        region,
        industries,
        year,
      }));
    case 'partOfRegion':
      return [measure, { ...measure, industries: null }].map(({ region, industries, year }) => ({
        region,
        industries,
        year,
      }));
    case 'partOfTotal':
      return [
        { region: measure.region, industries: null, year: measure.year },
        { ...all, year: measure.year },
      ];
    case 'output':
      return [{ region: measure.region, industries: measure.industries, year: measure.year }];
  }
}

/** Puts cells that the same sums hold into one group. */
function groupCells(targets: Targets, sets: readonly CellSet[]) {
  const width = targets.industries.length;
  const membership = targets.prior.map((prior) => Array.from({ length: prior.length }, () => ''));
  sets.forEach((set, index) => {
    for (const cell of cellsIn(set, targets)) membership[set.year]![cell] += `${index},`;
  });
  const mass: number[] = [];
  const weight: number[] = [];
  const groupOf = targets.prior.map((prior, year) => {
    const total = prior.reduce((sum, value) => sum + value, 0);
    const known = new Map<string, number>();
    return Int32Array.from({ length: targets.regions.length * width }, (_, cell) => {
      const value = prior[cell]!;
      if (value === 0) return -1;
      const key = membership[year]![cell]!;
      const group = known.get(key) ?? mass.length;
      if (group === mass.length) {
        known.set(key, group);
        mass.push(0);
        weight.push(1 / total);
      }
      mass[group]! += value;
      return group;
    });
  });
  return { groupOf, mass: Float64Array.from(mass), weight: Float64Array.from(weight) };
}

function groupsIn(set: CellSet, targets: Targets, groupOf: readonly Int32Array[]): Int32Array {
  const groups = new Set<number>();
  for (const cell of cellsIn(set, targets)) {
    const group = groupOf[set.year]![cell]!;
    if (group >= 0) groups.add(group);
  }
  return Int32Array.from(groups);
}

function* cellsIn(set: CellSet, targets: Targets): Generator<number> {
  const width = targets.industries.length;
  const regions = set.region === null ? targets.regions.map((_, r) => r) : [set.region];
  const industries = set.industries ?? targets.industries.map((_, i) => i);
  for (const r of regions) for (const i of industries) yield r * width + i;
}
