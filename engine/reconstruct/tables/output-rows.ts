import type { DataStatus } from '../../economy/economy.js';
import type { Targets } from '../targets/figure.js';
import type { Reconstruction } from './reconstruct.js';

/** A row of a case's outputs table. */
export type OutputRow = readonly [
  region: string,
  industry: string,
  year: number,
  output: number,
  status: DataStatus,
  source: string,
];

/** Enough that rounding moves no figure by a millionth of a millionth of itself. */
const DIGITS = 12;

/**
 * The rows of a reconstructed table, for a CSV file. A cell is `derived` where published figures that hold exactly name it: they fix it,
 * given the totals. All others are `estimated`.
 */
export function outputRows(targets: Targets, reconstruction: Reconstruction): OutputRow[] {
  const width = targets.industries.length;
  const places = placesOf(targets);
  const rows: OutputRow[] = [];
  targets.regions.forEach((region, r) => {
    targets.industries.forEach((industry, i) => {
      targets.years.forEach((year, t) => {
        const cell = r * width + i;
        const output = Number(reconstruction.tables[t]![cell]!.toPrecision(DIGITS));
        const found = [...(places.get(t * targets.regions.length * width + cell) ?? [])];
        if (found.length > 0)
          rows.push([region, industry, year, output, 'derived', `${found.join('; ')}, given the totals`]);
        else rows.push([region, industry, year, output, 'estimated', targets.notes[cell] ?? '']);
      });
    });
  });
  return rows;
}

/** Places of the published figures that name a single cell of a year. */
function placesOf(targets: Targets): Map<number, Set<string>> {
  const width = targets.industries.length;
  const size = targets.regions.length * width;
  const places = new Map<number, Set<string>>();
  for (const { measure, weight, status, place } of targets.figures) {
    if (weight !== null || status !== 'published' || measure.kind === 'similarity' || measure.kind === 'partOfTotal') {
      continue;
    }
    if (measure.region === null) continue;
    const industries = 'industry' in measure ? [measure.industry] : (measure.industries ?? []);
    if (industries.length !== 1) continue;
    const years = measure.kind === 'agglomerationIndex' ? [measure.from, measure.to] : [measure.year];
    for (const year of years) {
      const key = year * size + measure.region * width + industries[0]!;
      const known = places.get(key) ?? new Set<string>();
      places.set(key, known.add(place));
    }
  }
  return places;
}
