import type { PARAMETERS } from '../parameters/parameters.js';
import { type CompareOptions, difference, runFutures } from './compare.js';
import type { FutureSource } from './future.js';
import { gainsOf } from './gains.js';

/** The difference between two futures, discounted over the years, in the case's currency. */
export interface ChainAnswer {
  /** Difference in output of the whole, and of each region, R. */
  readonly total: number;
  readonly regions: Float64Array;
  /** Difference in value added less that in cost. */
  readonly net: number;
}

/** The same difference with the channel between industries as the futures have it, and without it. */
export interface ChainPart {
  readonly on: ChainAnswer;
  readonly off: ChainAnswer;
}

/** Both parameters of the channel between industries at 0. */
const OFF = new Map(
  (['supplierAccess', 'customerAccess'] as const satisfies readonly (keyof typeof PARAMETERS)[]).map((key) => [
    `parameters.${key}`,
    0,
  ]),
);

/**
 * Compares two futures with the channel between industries and without it: what suppliers and customers within reach add to the answer.
 *
 * @returns null where the case has no input–output table
 */
export function chainPart(first: FutureSource, later: FutureSource, options: CompareOptions = {}): ChainPart | null {
  if (first.economy.inputOutput === null) return null;
  const answer = (values: ReadonlyMap<string, number>): ChainAnswer => {
    const chosen = new Map([...(options.values ?? []), ...values]);
    const { futures } = runFutures([first, later], { ...options, values: chosen });
    const { total, output, net } = difference(gainsOf(futures[1]!), gainsOf(futures[0]!));
    return { total, regions: output, net };
  };
  return { on: answer(new Map()), off: answer(OFF) };
}
