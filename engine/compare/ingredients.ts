import { COORDINATION_KEYS, type ParameterKey } from '../parameters/parameters.js';
import { type CompareOptions, difference, runFutures } from './compare.js';
import type { FutureSource } from './future.js';
import { gainsOf } from './gains.js';

/** The part of the difference between two futures that goes through one ingredient of coordination. */
export interface IngredientPart {
  readonly ingredient: ParameterKey;
  /** Difference in discounted output without the ingredient, in the case's currency. */
  readonly without: number;
  /** The full difference less that: what goes through the ingredient. */
  readonly carried: number;
}

/** Switches the ingredients of coordination off one at a time, in both futures: which of them carry the answer. */
export function ingredientParts(
  first: FutureSource,
  later: FutureSource,
  options: CompareOptions = {},
): { readonly total: number; readonly parts: readonly IngredientPart[] } {
  const gain = (values: ReadonlyMap<string, number>): number => {
    const { futures } = runFutures([first, later], {
      ...options,
      values: new Map([...(options.values ?? []), ...values]),
    });
    return difference(gainsOf(futures[1]!), gainsOf(futures[0]!)).total;
  };
  const total = gain(new Map());
  const parts = COORDINATION_KEYS.map((ingredient): IngredientPart => {
    const without = gain(new Map([[`parameters.${ingredient}`, 0]]));
    return { ingredient, without, carried: total - without };
  });
  return { total, parts };
}
