import { pow, square } from '../../exact-math/index.js';
import type { Measure, Targets } from '../targets/figure.js';

/**
 * The value of a figure in a table, computed from its definition alone, so that it checks the optimiser's own arithmetic.
 *
 * @param tables outputs of each year, regions × industries row-major.
 */
export function measureFigure(
  measure: Measure,
  targets: Pick<Targets, 'regions' | 'industries' | 'years'>,
  tables: readonly Float64Array[],
): number {
  const width = targets.industries.length;
  const sum = (year: number, region: number | null, industries: readonly number[] | null): number => {
    let total = 0;
    const regions = region === null ? targets.regions.map((_, r) => r) : [region];
    for (const r of regions) {
      for (const i of industries ?? targets.industries.keys()) total += tables[year]![r * width + i]!;
    }
    return total;
  };
  switch (measure.kind) {
    case 'locationQuotient': {
      const { region, industry, year } = measure;
      const inRegion = sum(year, region, [industry]) / sum(year, region, null);
      return inRegion / (sum(year, null, [industry]) / sum(year, null, null));
    }
    case 'agglomerationIndex': {
      const { region, industry, from, to } = measure;
      const span = targets.years[to]! - targets.years[from]!;
      const growth = (r: number | null): number => pow(sum(to, r, [industry]) / sum(from, r, [industry]), 1 / span) - 1;
      return growth(region) / growth(null);
    }
    case 'similarity': {
      const [a, b] = measure.regions;
      const table = tables[measure.year]!;
      let both = 0;
      let squaresA = 0;
      let squaresB = 0;
      for (let i = 0; i < width; i++) {
        both += table[a * width + i]! * table[b * width + i]!;
        squaresA += square(table[a * width + i]!);
        squaresB += square(table[b * width + i]!);
      }
      return both / Math.sqrt(squaresA * squaresB);
    }
    case 'partOfIndustry':
      return sum(measure.year, measure.region, measure.industries) / sum(measure.year, null, measure.industries);
    case 'partOfRegion':
      return sum(measure.year, measure.region, measure.industries) / sum(measure.year, measure.region, null);
    case 'partOfTotal':
      return sum(measure.year, measure.region, null) / sum(measure.year, null, null);
    case 'output':
      return sum(measure.year, measure.region, measure.industries);
  }
}
