import { type CompletePanel, ORIGINS, type Origin } from '../reconcile/complete-panel.js';

const STATUS: Readonly<Record<Origin, string>> = {
  published: 'published',
  flagged: 'estimated',
  filled: 'estimated',
  absent: 'estimated',
  negative: 'estimated',
  residual: 'estimated',
  derived: 'derived',
};

const SAYS: Readonly<Record<Origin, string>> = {
  published: '',
  flagged: ', flagged as estimated',
  filled: ', missing: filled in',
  absent: ', missing: set to 0',
  negative: ', below zero: set to 0',
  residual: ', missing: from the published total',
  derived: ', a part of a name that was split',
};

/** Rows of outputs.csv without the header. */
export function* outputRows(panel: CompletePanel, source: string): Generator<readonly (string | number)[]> {
  const sources = ORIGINS.map((origin) => source + SAYS[origin]);
  let cell = 0;
  for (const year of panel.years) {
    for (const region of panel.regions) {
      for (const industry of panel.industries) {
        const origin = panel.origins[cell]!;
        yield [region, industry, year, panel.values[cell]!, STATUS[ORIGINS[origin]!], sources[origin]!];
        cell += 1;
      }
    }
  }
}
