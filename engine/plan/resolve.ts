import type { Quantity } from '../values/quantity.js';
import { quantityAt } from '../values/resolve.js';
import type { Scalar } from '../values/scalar.js';

/**
 * Gives quantities their values: central ones in a single run, sampled or chosen ones where a draw or a sweep says so. A path is looked up once;
 * what comes back reads the number of each draw from its place.
 */
export interface Resolver {
  /** The number at a path, such as `parameters.rivalry` or `policies.market.opening`. */
  number(path: string, quantity: Quantity): Scalar;
  /** The same, for a number that may be an expression in `year`: by index into the years. */
  yearly(path: string, quantity: Quantity, years: readonly number[]): (y: number) => number;
  /** The value chosen for a path in place of what the files say; null where none is. */
  chosen(path: string): Scalar | null;
}

/**
 * A resolver that takes central values except where `values` names another.
 *
 * @param values by path
 * @param scale by path: factors on whatever the value is; they are read anew whenever a number is
 */
export function createResolver(
  values: ReadonlyMap<string, number> = new Map(),
  scale: ReadonlyMap<string, number> = new Map(),
): Resolver {
  return drawResolver([...values.keys()], Float64Array.from(values.values()), scale);
}

/**
 * A resolver of many draws: the numbers of some paths are read from an array that every draw overwrites.
 *
 * @param values of each path, in their order
 * @param scale as of `createResolver`
 *
 * @example
 * const values = new Float64Array([0.25]);
 * const rivalry = drawResolver(['parameters.rivalry'], values).number('parameters.rivalry', { kind: 'constant', value: 0.5 });
 * values[0] = 0.75;
 * rivalry(); // → 0.75
 */
export function drawResolver(
  paths: readonly string[],
  values: Float64Array,
  scale: ReadonlyMap<string, number> = new Map(),
): Resolver {
  const places = new Map(paths.map((path, place) => [path, place]));
  const scaled = (path: string, value: Scalar): Scalar => (scale.has(path) ? () => value() * scale.get(path)! : value);
  const number = (path: string, quantity: Quantity): Scalar => {
    const place = places.get(path);
    if (place !== undefined) return scaled(path, () => values[place]!);
    const value = quantityAt(quantity, Number.NaN);
    return scaled(path, () => value);
  };
  return {
    number,
    yearly(path, quantity, years) {
      if (places.has(path) || quantity.kind !== 'expression') return number(path, quantity);
      const series = years.map((year) => quantityAt(quantity, year));
      return scale.has(path) ? (y) => series[y]! * scale.get(path)! : (y) => series[y]!;
    },
    chosen(path) {
      const place = places.get(path);
      return place === undefined ? null : () => values[place]!;
    },
  };
}
