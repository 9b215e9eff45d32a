import type { DataStatus } from '../../economy/economy.js';

/** Quantity that a figure measures in a set of outputs. Regions, industries and years are indices into those of the {@link Targets}. */
export type Measure =
  /** (q_ri / q_r) / (q_i / q). */
  | { readonly kind: 'locationQuotient'; readonly region: number; readonly industry: number; readonly year: number }
  /** S_ri / S_i with S = (q_to / q_from)^(1/n) − 1 a year, n the years between. */
  | {
      readonly kind: 'agglomerationIndex';
      readonly region: number;
      readonly industry: number;
      readonly from: number;
      readonly to: number;
    }
  /** Cosine of two regions' structures (UNIDO). */
  | { readonly kind: 'similarity'; readonly regions: readonly [number, number]; readonly year: number }
  /** Part of the industries' output that the region holds. */
  | {
      readonly kind: 'partOfIndustry';
      readonly region: number;
      readonly industries: readonly number[];
      readonly year: number;
    }
  /** Part of the region's output that the industries make up. */
  | {
      readonly kind: 'partOfRegion';
      readonly region: number;
      readonly industries: readonly number[];
      readonly year: number;
    }
  /** Part of all output that the region holds. */
  | { readonly kind: 'partOfTotal'; readonly region: number; readonly year: number }
  /** Output of the industries in the region; null stands for all of them. */
  | {
      readonly kind: 'output';
      readonly region: number | null;
      readonly industries: readonly number[] | null;
      readonly year: number;
    };

/** One figure that a table of outputs should give: printed somewhere, computed from printed figures, or assumed. */
export interface Figure {
  readonly name: string;
  readonly measure: Measure;
  /** Value that the measure should have; parts and shares as fractions of 1, outputs in the currency of the table. */
  readonly value: number;
  /** Place where it is printed, or grounds of an assumption. */
  readonly place: string;
  readonly status: DataStatus;
  /** Null for a figure that must hold exactly; else being off by x in logarithm costs weight·x²/2 nats of cross-entropy. */
  readonly weight: number | null;
}

/** Task of a reconstruction: the figures, and the prior that fills in all they leave open. */
export interface Targets {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  /** Ascending. */
  readonly years: readonly number[];
  /** Prior outputs of each year, regions × industries row-major; a cell that is 0 stays exactly 0. */
  readonly prior: readonly Float64Array[];
  /** Grounds of the prior of each cell, regions × industries row-major; may be empty. */
  readonly notes: readonly string[];
  readonly figures: readonly Figure[];
}

/**
 * A name for a figure that was given none.
 *
 * @example
 * const names = { regions: ['A', 'B'], industries: ['Food', 'Cars'], years: [2005, 2011] };
 * figureName({ kind: 'locationQuotient', region: 0, industry: 1, year: 1 }, names); // → 'location quotient of Cars in A, 2011'
 * figureName({ kind: 'similarity', regions: [0, 1], year: 0 }, names); // → 'similarity of A and B, 2005'
 */
export function figureName(measure: Measure, names: Pick<Targets, 'regions' | 'industries' | 'years'>): string {
  const region = (r: number): string => names.regions[r] ?? String(r);
  const year = (t: number): string => String(names.years[t] ?? t);
  const industry = (i: number): string => names.industries[i] ?? String(i);
  const list = (industries: readonly number[]): string => industries.map(industry).join(' + ');
  switch (measure.kind) {
    case 'locationQuotient':
      return `location quotient of ${industry(measure.industry)} in ${region(measure.region)}, ${year(measure.year)}`;
    case 'agglomerationIndex': {
      const span = `${year(measure.from)}–${year(measure.to)}`;
      return `agglomeration index of ${industry(measure.industry)} in ${region(measure.region)}, ${span}`;
    }
    case 'similarity':
      return `similarity of ${region(measure.regions[0])} and ${region(measure.regions[1])}, ${year(measure.year)}`;
    case 'partOfIndustry':
      return `${region(measure.region)}'s part of ${list(measure.industries)}, ${year(measure.year)}`;
    case 'partOfRegion':
      return `${list(measure.industries)} in ${region(measure.region)}'s output, ${year(measure.year)}`;
    case 'partOfTotal':
      return `${region(measure.region)}'s part of all output, ${year(measure.year)}`;
    case 'output': {
      const what = measure.industries === null ? 'all output' : `output of ${list(measure.industries)}`;
      return `${what}${measure.region === null ? '' : ` in ${region(measure.region)}`}, ${year(measure.year)}`;
    }
  }
}

/** Cells, as regions × industries row-major, of which at least one must have output for the measure to have a value. */
export function cellsOf(measure: Measure, regionCount: number, industryCount: number): number[] {
  const industries = industriesOf(measure) ?? [...Array(industryCount).keys()];
  return regionsOf(measure, regionCount).flatMap((r) => industries.map((i) => r * industryCount + i));
}

function regionsOf(measure: Measure, regionCount: number): readonly number[] {
  if (measure.kind === 'similarity') return measure.regions;
  if (measure.kind === 'output' && measure.region === null) return [...Array(regionCount).keys()];
  return [measure.region ?? 0];
}

/** Null for all. */
function industriesOf(measure: Measure): readonly number[] | null {
  if ('industry' in measure) return [measure.industry];
  return 'industries' in measure ? measure.industries : null;
}
