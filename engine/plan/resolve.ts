import type { Quantity } from '../values/quantity.js';
import { quantityAt } from '../values/resolve.js';

/** Gives quantities their values: central ones in a single run, sampled or chosen ones where a draw or a sweep says so. */
export interface Resolver {
  /** The value of a number at its path, such as `parameters.rivalry` or `policies.market.opening`. */
  number(path: string, quantity: Quantity): number;
  /** The same, for a number that may be an expression in `year`. */
  yearly(path: string, quantity: Quantity, year: number): number;
  /** The value chosen for a path in place of what the files say, if any. */
  chosen(path: string): number | undefined;
}

/**
 * A resolver that takes central values except where `values` names another.
 *
 * @param values by path
 * @param scale by path: factors on whatever the value is
 */
export function createResolver(
  values: ReadonlyMap<string, number> = new Map(),
  scale: ReadonlyMap<string, number> = new Map(),
): Resolver {
  const yearly = (path: string, quantity: Quantity, year: number): number =>
    (values.get(path) ?? quantityAt(quantity, year)) * (scale.get(path) ?? 1);
  return {
    yearly,
    number: (path, quantity) => yearly(path, quantity, Number.NaN),
    chosen: (path) => values.get(path),
  };
}
