import type { Figure, Measure, Targets } from '../../engine/reconstruct/targets/figure.js';

/** A figure with what does not matter to the test filled in. */
export function figure(measure: Measure, value: number, weight: number | null = null): Figure {
  return { name: JSON.stringify(measure), measure, value, place: 'here', status: 'published', weight };
}

/** Targets for small tables; regions A, B, … and industries a, b, … */
export function targetsOf(prior: readonly (readonly number[])[], width: number, figures: readonly Figure[]): Targets {
  const letters = (count: number, first: string) =>
    Array.from({ length: count }, (_, i) => String.fromCharCode(first.charCodeAt(0) + i));
  return {
    regions: letters(prior[0]!.length / width, 'A'),
    industries: letters(width, 'a'),
    years: prior.map((_, t) => 2005 + 6 * t),
    prior: prior.map((year) => Float64Array.from(year)),
    notes: [],
    figures,
  };
}
