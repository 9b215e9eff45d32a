import type { Economy } from './economy.js';

/**
 * The economy as it was known in a year: without the outputs of any later year. What is calibrated or projected from the
 * result cannot have seen what came after. Facts about regions and the network carry no year and stay as the case gives them.
 *
 * @param first drops the years before this one too
 */
export function knownUntil<T extends Pick<Economy, 'years' | 'outputs' | 'higherLevel'>>(
  economy: T,
  year: number,
  first = Number.NEGATIVE_INFINITY,
): T {
  const known = economy.years.flatMap((each, k) => (each >= first && each <= year ? [k] : []));
  return {
    ...economy,
    years: known.map((k) => economy.years[k]!),
    outputs: known.map((k) => economy.outputs[k]!),
    higherLevel: economy.higherLevel === null ? null : known.map((k) => economy.higherLevel![k]!),
  };
}
