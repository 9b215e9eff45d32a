import type { BeliefAnswer } from '../../montecarlo/answers/belief-answer.js';
import type { Exploited } from '../../optimise/exploited.js';
import { type Optimisation, type OptimisedPlan, planOf } from '../../optimise/optimisation.js';
import { formatFixed, formatNumber } from '../text/number-format.js';
import { type TableMoney, tableMoneyAtPrices } from '../text/table-money.js';

/** An optimisation with what was asked of its best plan afterwards. */
export interface OptimiseReport {
  readonly optimisation: Optimisation;
  /** The lead of the best plan with each kind left out, as written and under each belief; empty where there is no plan. */
  readonly exploited: readonly Exploited[];
  /** The best plan against the given one on draws, as written and under each belief; null where no belief was given. */
  readonly beliefs: readonly BeliefAnswer[] | null;
  /** Draws asked for in the two stages after the search. */
  readonly draws: number;
  readonly freshDraws: number;
}

/** The plan with the most gain; null where there is none. */
export function bestPlan({ picks, ...rest }: Optimisation): OptimisedPlan | null {
  const most = picks.find(({ name }) => name === 'most-gain');
  return most === undefined ? null : planOf({ picks, ...rest }, most.id);
}

/** Names of the picks that a plan is. */
export function pickNames({ picks }: Optimisation, id: string): string[] {
  return picks.filter((pick) => pick.id === id).map(({ name }) => name);
}

/** Plans worth a row of their own: the given one, the one made by hand, and each pick once. */
export function namedPlans(optimisation: Optimisation): { readonly name: string; readonly plan: OptimisedPlan }[] {
  const { given, greedy, picks, plans } = optimisation;
  const picked = plans.filter(({ id }) => picks.some((pick) => pick.id === id));
  return [
    { name: 'given', plan: given },
    { name: 'by hand', plan: greedy },
    ...picked.map((plan) => ({ name: pickNames(optimisation, plan.id).join(', '), plan })),
  ];
}

/** Money of a table or picture of an optimisation: the unit that suits some sums, with its price basis. */
export function moneyOf({ prepared }: Optimisation, values: readonly (number | null)[]): TableMoney {
  const { economy, scenario } = prepared.problem.source;
  return tableMoneyAtPrices(economy, scenario.years.from, values);
}

/**
 * A sum of money in a sentence: whole from a hundred on, else to three digits.
 *
 * @example
 * shortNumber(1141.54); // → '1,142'
 * shortNumber(0.52739); // → '0.527'
 */
export function shortNumber(value: number): string {
  return Math.abs(value) >= 100 ? formatFixed(value, 0) : formatNumber(value, 3);
}
