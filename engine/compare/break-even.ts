import type { Economy } from '../economy/economy.js';
import { COORDINATION_KEYS, PARAMETERS, type ParameterKey } from '../parameters/parameters.js';
import { findRoot } from '../statistics/root.js';
import { type CompareOptions, difference, runFutures } from './compare.js';
import type { FutureSource } from './future.js';
import { gainsOf } from './gains.js';

/** Parameters at which one asks where coordination stops paying. */
const BREAK_EVEN_KEYS = [
  'rivalry',
  'displacement',
  'barrier',
  'marketAccess',
  ...COORDINATION_KEYS,
] as const satisfies readonly ParameterKey[];

/** The same of a case: where it has an input–output table, those of the channel between industries, too. */
export function breakEvenKeys({ inputOutput }: Pick<Economy, 'inputOutput'>): readonly ParameterKey[] {
  return inputOutput === null ? BREAK_EVEN_KEYS : [...BREAK_EVEN_KEYS, 'supplierAccess', 'customerAccess'];
}

/** Steps in which a parameter's range is searched for a change of sign before the root is found. */
const STEPS = 8;

/** The values of a parameter at which two futures are equally good. */
export interface BreakEven {
  readonly parameter: ParameterKey;
  readonly range: readonly [number, number];
  /** The parameter's values at which the net gain in value added of the whole is 0, ascending; empty where there is none in the range. */
  readonly total: readonly number[];
  /** The net gain at both ends of the range. */
  readonly ends: readonly [number, number];
  /** The same for each region's output, R. */
  readonly regions: readonly (readonly number[])[];
  /** Each region's difference in output at both ends, R. */
  readonly regionEnds: readonly (readonly [number, number])[];
}

/**
 * Finds the values of a parameter at which the later future stops paying, for the total (value added less cost) and for each region (output).
 * The range is searched for changes of sign and each root is found by Brent's method, not read off the grid.
 */
export function breakEven(
  first: FutureSource,
  later: FutureSource,
  parameter: ParameterKey,
  options: CompareOptions = {},
): BreakEven {
  const [low, high] = PARAMETERS[parameter].range;
  const cache = new Map<number, { net: number; output: Float64Array }>();
  const at = (x: number): { net: number; output: Float64Array } => {
    let known = cache.get(x);
    if (known === undefined) {
      const values = new Map([...(options.values ?? []), [`parameters.${parameter}`, x] as const]);
      const { futures } = runFutures([first, later], { ...options, values });
      known = difference(gainsOf(futures[1]!), gainsOf(futures[0]!));
      cache.set(x, known);
    }
    return known;
  };
  const grid = Array.from({ length: STEPS + 1 }, (_, k) => low + ((high - low) * k) / STEPS);
  const roots = (value: (x: number) => number): number[] =>
    grid.slice(1).flatMap((to, k) => {
      const from = grid[k]!;
      // A root on a grid point belongs to the step that ends there.
      if (k > 0 && value(from) === 0) return [];
      const root = findRoot(value, from, to, (high - low) * 1e-9);
      return root === null ? [] : [root];
    });
  const region = (r: number) => (x: number) => at(x).output[r]!;
  return {
    parameter,
    range: [low, high],
    total: roots((x) => at(x).net),
    ends: [at(low).net, at(high).net],
    regions: first.economy.regions.map((_, r) => roots(region(r))),
    regionEnds: first.economy.regions.map((_, r) => [region(r)(low), region(r)(high)]),
  };
}
