import type { Measure, Targets } from '../targets/figure.js';

/** Regions × industries of one year; null for all. */
export interface CellSet {
  readonly region: number | null;
  readonly industries: readonly number[] | null;
  readonly year: number;
}

/** The sums that a measure is made of; for a similarity, single cells. */
export function cellSets(measure: Measure, width: number): CellSet[] {
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

/** Cells of a set, regions × industries row-major. */
export function* cellsIn(set: CellSet, targets: Targets): Generator<number> {
  const width = targets.industries.length;
  const regions = set.region === null ? targets.regions.map((_, r) => r) : [set.region];
  const industries = set.industries ?? targets.industries.map((_, i) => i);
  for (const r of regions) for (const i of industries) yield r * width + i;
}
