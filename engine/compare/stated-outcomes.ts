import { compileOutcomes, outcomeSeries } from '../outcomes/evaluate.js';
import { createView } from '../outcomes/view.js';
import type { Outcome, Scenario } from '../scenario/scenario.js';
import type { Future } from './future.js';

/** An outcome that a scenario names, in every future of a comparison. */
export interface StatedOutcome {
  readonly name: string;
  readonly expression: string;
  readonly better: Outcome['better'];
  /** By year, one series for each future; NaN where undefined. */
  readonly series: readonly Float64Array[];
}

/** A goal that a scenario names, in every future of a comparison. */
export interface StatedGoal {
  readonly name: string;
  readonly expression: string;
  /** True where it is met in the last year, one for each future. */
  readonly met: readonly boolean[];
}

/** Evaluates every outcome that any of the futures names in all of them; of two with one name the first counts. */
export function statedOutcomes(futures: readonly Future[]): StatedOutcome[] {
  const outcomes = firstOfEachName(futures.map(({ scenario }) => scenario.outcomes));
  return evaluate(futures, outcomes).map(({ name, series }) => {
    const { expression, better } = outcomes[name]!;
    return { name, expression, better, series };
  });
}

/** Evaluates every goal that any of the futures names in all of them. */
export function statedGoals(futures: readonly Future[]): StatedGoal[] {
  const goals = firstOfEachName(futures.map(({ scenario }) => scenario.goals));
  return evaluate(futures, goals).map(({ name, series }) => ({
    name,
    expression: goals[name]!.expression,
    met: series.map((values) => values.at(-1)! !== 0 && !Number.isNaN(values.at(-1)!)),
  }));
}

type Formulas = Scenario['goals'];

function firstOfEachName<Stated>(records: readonly Readonly<Record<string, Stated>>[]): Record<string, Stated> {
  return Object.assign({}, ...records.toReversed());
}

function evaluate(futures: readonly Future[], stated: Formulas): { name: string; series: Float64Array[] }[] {
  const formulas = Object.fromEntries(Object.entries(stated).map(([name, { formula }]) => [name, formula]));
  const views = futures.map(({ projection, compiled, economy }) =>
    createView(projection, { discountRate: compiled.discountRate, valueAddedShare: economy.valueAddedShare }),
  );
  return compileOutcomes(formulas, futures[0]!.economy).map((outcome) => ({
    name: outcome.name,
    series: views.map((view) => outcomeSeries(outcome, view)),
  }));
}
