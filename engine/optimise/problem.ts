import type { FutureSource } from '../compare/future.js';
import type { Outcome } from '../scenario/scenario.js';

/** Objectives that every search knows. */
export const BUILT_IN_OBJECTIVES = ['gain', 'worst', 'cost', 'cvar'] as const;

export type BuiltInObjective = (typeof BUILT_IN_OBJECTIVES)[number];

/**
 * The quantity that is to be made large, or small. `gain`: discounted output over no policy, in the case's currency; `worst`: the least gain of any region, as a
 * part of its discounted output; `cost`: discounted, in the case's currency; `cvar`: the mean gain in the worst tenth of the draws. Anything else is
 * an outcome, in the last year.
 */
export type Objective =
  | { readonly name: BuiltInObjective; readonly outcome: null }
  | { readonly name: string; readonly outcome: Outcome };

/** A condition that a plan must keep to. */
export interface Constraints {
  /** Most discounted cost at central values, in the case's currency. */
  readonly budget: number;
  /** True where no region may lose output against no policy, on average. */
  readonly noRegionLoses: boolean;
  /** True where every goal of the scenario must be met in the last year. */
  readonly goals: boolean;
}

/** The names of constraints, in the order in which their violations are written. */
export const CONSTRAINTS = ['budget', 'noRegionLoses', 'goals'] as const satisfies readonly (keyof Constraints)[];

/** A question to search: plain data, the same for every worker. */
export interface Problem {
  /** The menu: its scenario has every policy that a plan may take. */
  readonly source: FutureSource;
  readonly objectives: readonly Objective[];
  readonly constraints: Constraints;
  /** Draws on which candidates are judged while searching; 0 for central values alone. */
  readonly searchDraws: number;
  readonly seed: number;
}

/** True where more of an objective is better. */
export function isHigherBetter({ name, outcome }: Objective): boolean {
  return outcome === null ? name !== 'cost' : outcome.better !== 'lower';
}
