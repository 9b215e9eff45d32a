import type { Measure } from './figure.js';
import { type Lookup, type Path, type Report, reportRepeated } from './lookup.js';
import type { FigureInput } from './targets-schema.js';

/** The measure of a figure as it is written, its names looked up; `path` is where it stands. */
export function measureOf(input: FigureInput, path: Path, lookup: Lookup, report: Report): Measure {
  const region = (name: string): number => lookup.region(name, [...path, 'region']);
  const industry = (name: string): number => lookup.industry(name, [...path, 'industry']);
  const industries = (names: readonly string[]): number[] => {
    reportRepeated(names, (k) => [...path, 'industries', k], report);
    return names.map((name, k) => lookup.industry(name, [...path, 'industries', k]));
  };
  const year = (value: number): number => lookup.year(value, [...path, 'year']);
  switch (input.kind) {
    case 'locationQuotient':
      return {
        kind: input.kind,
        region: region(input.region),
        industry: industry(input.industry),
        year: year(input.year),
      };
    case 'agglomerationIndex': {
      const [from, to] = input.years.map((value, k) => lookup.year(value, [...path, 'years', k])) as [number, number];
      if (input.years[0] >= input.years[1]) report([...path, 'years'], 'the first year must come before the last');
      return { kind: input.kind, region: region(input.region), industry: industry(input.industry), from, to };
    }
    case 'similarity': {
      const [a, b] = input.regions.map((name, k) => lookup.region(name, [...path, 'regions', k])) as [number, number];
      if (input.regions[0] === input.regions[1]) {
        report([...path, 'regions', 1], 'a region is always similar to itself', 'name two different regions');
      }
      return { kind: input.kind, regions: [a, b], year: year(input.year) };
    }
    case 'partOfIndustry':
    case 'partOfRegion':
      return {
        kind: input.kind,
        region: region(input.region),
        industries: industries(input.industries),
        year: year(input.year),
      };
    case 'partOfTotal':
      return { kind: input.kind, region: region(input.region), year: year(input.year) };
    case 'output':
      return {
        kind: input.kind,
        region: input.region === undefined ? null : region(input.region),
        industries: input.industries === undefined ? null : industries(input.industries),
        year: year(input.year),
      };
  }
}
