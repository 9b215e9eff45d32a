import type { Values } from '../../statistics/cells.js';

/** A flat row-major array as nested lists, outermost dimension first; NaN becomes null. */
export type Nested = (number | null)[] | Nested[];

/**
 * Nests a flat array by its dimensions, as JSON shows it.
 *
 * @example
 * nest(new Float64Array([1, 2, 3, 4, 5, 6]), [3, 2]); // → [[1, 2], [3, 4], [5, 6]]
 * nest(new Float64Array([1, Number.NaN]), [2]); // → [1, null]
 */
export function nest(values: Values, dimensions: readonly number[]): Nested {
  return nestAt(values, dimensions, 0, 0);
}

/** The same, or null where there is nothing. */
export function nestOrNull(values: Values | null, dimensions: readonly number[]): Nested | null {
  return values === null ? null : nest(values, dimensions);
}

function nestAt(values: Values, dimensions: readonly number[], depth: number, offset: number): Nested {
  const length = dimensions[depth]!;
  if (depth === dimensions.length - 1) {
    return Array.from({ length }, (_, k) => {
      const value = values.at(offset + k)!;
      return Number.isNaN(value) ? null : value;
    });
  }
  const stride = dimensions.slice(depth + 1).reduce((product, n) => product * n, 1);
  return Array.from({ length }, (_, k) => nestAt(values, dimensions, depth + 1, offset + k * stride));
}
