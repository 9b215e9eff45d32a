import type { FutureSource } from '../compare/future.js';
import type { StudyResult } from '../montecarlo/answers/answers.js';
import { createStudy, type Study, type StudyRequest } from '../montecarlo/study/study.js';
import type { Outcome } from '../scenario/scenario.js';
import type { Proportion } from '../statistics/proportion.js';
import type { Objective } from './problem.js';

/** Figures of a plan over draws: discounted output over no policy, in the case's currency. */
export interface DrawFigures {
  readonly mean: number;
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
  /** Mean of the worst tenth of the draws. */
  readonly cvar: number;
  /** The least mean gain of any region, as a part of its discounted output. */
  readonly worst: number;
  /** Mean gain of each region. */
  readonly regions: readonly number[];
  /** Regions that lose on average. */
  readonly losers: readonly string[];
  /** Values in the order of the problem's objectives; null where it needs no draws. */
  readonly objectives: readonly (number | null)[];
  /** Share of draws in which the plan brings more than the given one; null for that itself. */
  readonly better: Proportion | null;
  /** Regions that get less on average than under the given plan; none for that itself. */
  readonly behindGiven: readonly string[];
  /** Mean of what it brings more than the given plan, and its standard error; null for that itself. */
  readonly overGiven: { readonly mean: number; readonly error: number | null } | null;
}

/** A study needs some outcome, and this one costs least. */
const LEAST_OUTCOME: Readonly<Record<string, Outcome>> = {
  year: { expression: 'year', formula: { type: 'name', name: 'year' }, better: 'none' },
};

/** The study in which plans meet the same draws; the given plan comes first. */
export function plansStudy(
  plans: readonly FutureSource[],
  objectives: readonly Objective[],
  request: Pick<StudyRequest, 'draws' | 'seed' | 'goals'>,
): Study {
  const outcomes = Object.fromEntries(
    objectives.flatMap(({ name, outcome }) => (outcome === null ? [] : [[name, outcome]])),
  );
  return createStudy(plans, {
    ...request,
    equalCost: false,
    outcomes: Object.keys(outcomes).length > 0 ? outcomes : LEAST_OUTCOME,
  });
}

/**
 * Figures of one future of a study of plans.
 *
 * @param reference discounted output of each region without policies, at central values
 */
export function drawFigures(
  result: StudyResult,
  future: number,
  objectives: readonly Objective[],
  reference: readonly number[],
): DrawFigures {
  const { overNoPolicy, overFirst } = result.gains[future]!;
  const { total } = overNoPolicy;
  const regions = overNoPolicy.regions.map(({ mean }) => mean ?? Number.NaN);
  const cvar = total.lowestTenth ?? Number.NaN;
  const worst = Math.min(...regions.map((gain, r) => gain / reference[r]!));
  const mean = total.mean ?? Number.NaN;
  return {
    mean,
    median: total.p50 ?? Number.NaN,
    p10: total.p10 ?? Number.NaN,
    p90: total.p90 ?? Number.NaN,
    cvar,
    worst,
    regions,
    losers: result.regions.filter((_, r) => regions[r]! < -1e-9 * reference[r]!),
    objectives: objectives.map((objective) => {
      if (objective.outcome === null) return { gain: mean, worst, cost: null, cvar }[objective.name];
      const { runs } = result.outcomes.find(({ name }) => name === objective.name)!;
      return runs[future]!.at(-1)!.mean ?? Number.NaN;
    }),
    better: overFirst?.total.probabilityBetter ?? null,
    behindGiven: result.regions.filter((_, r) => (overFirst?.regions[r]?.mean ?? 0) < -1e-9 * reference[r]!),
    overGiven:
      overFirst === null ? null : { mean: overFirst.total.mean ?? Number.NaN, error: overFirst.total.meanError },
  };
}
