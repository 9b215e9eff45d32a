import type { FutureSource } from '../compare/future.js';
import type { StudyResult } from '../montecarlo/answers/answers.js';
import type { DrawFigures } from './draw-figures.js';
import type { PlanFigures } from './evaluate.js';
import type { PreparedSearch } from './prepare.js';
import type { Constraints } from './problem.js';
import type { Assignment } from './variables.js';

/** A plan with what it came to, stage by stage. */
export interface OptimisedPlan {
  /** `given`, `greedy`, or `plan-` and a number. */
  readonly id: string;
  /** Discounted, at central values, in the case's currency. */
  readonly cost: number;
  /** Null for the given plan, which need not be one that its choices allow. */
  readonly assignments: readonly Assignment[] | null;
  readonly source: FutureSource;
  readonly search: PlanFigures;
  /** On the draws by which plans were picked. */
  readonly draws: DrawFigures | null;
  /** On draws that no choice was made by; null for a plan that was not picked. */
  readonly fresh: DrawFigures | null;
  /** True where it keeps to all constraints: in the search, and on the draws. */
  readonly feasible: boolean;
}

/** A plan picked out of all, with what it is the best at. */
export interface Pick {
  readonly name: string;
  readonly meaning: string;
  readonly id: string;
}

/** The result of a search without one of its constraints. */
export interface Relaxation {
  readonly constraint: keyof Constraints;
  /** The most gain of a plan that keeps to all others, in the case's currency; null where there is none. */
  readonly gain: number | null;
  readonly cost: number | null;
}

/** The answer to a search. */
export interface Optimisation {
  readonly prepared: PreparedSearch;
  readonly seeds: { readonly draws: number; readonly fresh: number };
  /** Candidates that were judged. */
  readonly evaluations: number;
  /** Candidates on the frontier of the search. */
  readonly frontier: number;
  readonly given: OptimisedPlan;
  readonly greedy: OptimisedPlan;
  /** Plans of the frontier, the most gain first; empty where none keeps to all constraints. */
  readonly plans: readonly OptimisedPlan[];
  readonly picks: readonly Pick[];
  /** The given plan, the greedy one and the picks on fresh draws; null where there is no plan. */
  readonly fresh: StudyResult | null;
  /** The best that would be possible without each constraint, where no plan keeps to all of them. */
  readonly relaxations: readonly Relaxation[];
}

/** The plan of an id. */
export function planOf({ given, greedy, plans }: Optimisation, id: string): OptimisedPlan {
  return [given, greedy, ...plans].find((plan) => plan.id === id)!;
}
