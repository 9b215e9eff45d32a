import { compileFuture, type FutureSource } from '../compare/future.js';
import { policyKind } from '../policies/index.js';
import type { Policy, Scenario } from '../scenario/scenario.js';
import { discountedSum } from '../statistics/discount.js';
import { findRoot } from '../statistics/root.js';
import { writtenGenes } from './derive-plan.js';
import type { Evaluator } from './evaluate.js';
import type { Variable } from './variables.js';

/** The plan of the file, made to fit the budget. */
export interface GivenPlan {
  readonly source: FutureSource;
  /** Factor on the intensities of its policies that can be scaled; 1 where it fits as it is, 0 where nothing of it does. */
  readonly factor: number;
  readonly cost: number;
}

/** Discounted cost of a scenario at central values. */
export function costOf({ economy, scenario }: Pick<FutureSource, 'economy' | 'scenario'>): number {
  const compiled = compileFuture({ id: '', economy, scenario });
  return discountedSum(compiled.plan.cost, compiled.discountRate);
}

/**
 * The plan that a file writes, all intensities scaled by one factor where it costs more than the budget; none of its policies where even so what is
 * built whole costs more.
 */
export function givenPlan(source: FutureSource, budget: number): GivenPlan {
  const at = (factor: number): GivenPlan => {
    const scaled = { ...source, id: 'given', scenario: scaledScenario(source.scenario, factor) };
    return { source: scaled, factor, cost: costOf(scaled) };
  };
  const whole = at(1);
  if (whole.cost <= budget * (1 + 1e-9)) return whole;
  const built = costOf({ ...source, scenario: scaledScenario(source.scenario, Number.MIN_VALUE) });
  if (built >= budget) return at(0);
  return at(findRoot((factor) => at(factor).cost - budget, Number.MIN_VALUE, 1, 1e-9)!);
}

/** A scenario with its intensities scaled; without policies where the factor is 0. */
export function scaledScenario(scenario: Scenario, factor: number): Scenario {
  if (factor === 1) return scenario;
  const policies = factor === 0 ? [] : scenario.policies.map((policy) => scaledPolicy(policy, factor));
  return { ...scenario, policies };
}

function scaledPolicy(policy: Policy, factor: number): Policy {
  const intensity = policy.numbers.intensity;
  if (policyKind(policy.kind)?.scalable !== true || intensity === undefined) return policy;
  const times = { type: 'number', value: factor } as const;
  const changed =
    intensity.kind === 'constant'
      ? ({ kind: 'constant', value: intensity.value * factor } as const)
      : intensity.kind === 'expression'
        ? ({
            kind: 'expression',
            text: `${factor} * (${intensity.text})`,
            formula: { type: 'binary', operator: '*', left: times, right: intensity.formula },
          } as const)
        : intensity;
  return { ...policy, numbers: { ...policy.numbers, intensity: changed } };
}

/** One step of the plan made by hand. */
interface Step {
  readonly policy: string;
  readonly variable: number;
  /** Genes of the intensity, the least first. */
  readonly options: readonly number[];
  /** Gain per unit of cost where it is the only policy, carried out in full. */
  readonly ratio: number;
}

/**
 * The plan that a planner would make by hand: policies by gain ÷ cost, each carried out as far as the budget reaches.
 *
 * @returns genes
 */
export function greedyGenes(scenario: Scenario, evaluator: Evaluator, budget: number): number[] {
  const { variables } = evaluator;
  const least = writtenGenes(scenario, variables).map((gene, k) => (variables[k]!.field === 'intensity' ? 0 : gene));
  const base = evaluator.ofGenes(least);
  const steps = variables.flatMap((variable, k): Step[] => {
    if (variable.field !== 'intensity') return [];
    const options = intensityGenes(variable.options);
    const { gain, cost } = evaluator.ofGenes(replaced(least, k, options.at(-1)!));
    const spent = cost - base.cost;
    const gained = gain - base.gain;
    if (!(gained > 0)) return [];
    return [
      { policy: variable.policy, variable: k, options, ratio: spent > 0 ? gained / spent : Number.POSITIVE_INFINITY },
    ];
  });
  let genes = least;
  for (const { variable, options } of steps.sort((a, b) => b.ratio - a.ratio || a.variable - b.variable)) {
    const fits = (place: number): boolean =>
      evaluator.ofGenes(replaced(genes, variable, options[place]!)).cost <= budget * (1 + 1e-9);
    const place = lastThat(options.length, fits);
    if (place >= 0) genes = replaced(genes, variable, options[place]!);
  }
  return genes;
}

/** The last of so many places at which something holds that holds at all places before it; −1 where it holds at none. */
function lastThat(count: number, holds: (place: number) => boolean): number {
  if (holds(count - 1)) return count - 1;
  let [low, high] = [-1, count - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Genes of an intensity: every choice, or every percent of a range. */
function intensityGenes(options: Extract<Variable, { field: 'intensity' }>['options']): number[] {
  if (!('from' in options)) return [...options.keys()];
  const steps = Math.max(1, Math.round((options.to - options.from) * 100));
  return Array.from({ length: steps + 1 }, (_, k) => k / steps);
}

function replaced(genes: readonly number[], place: number, gene: number): number[] {
  return genes.map((each, k) => (k === place ? gene : each));
}

/** The least that any plan costs which does something, and that plan's genes. */
export function cheapestGenes(scenario: Scenario, evaluator: Evaluator): number[] {
  const { variables } = evaluator;
  const written = writtenGenes(scenario, variables);
  const least = cheapestOf(variables, written, evaluator, (k) => {
    const variable = variables[k]!;
    return variable.field === 'intensity' ? [0] : allGenes(variable);
  });
  if (evaluator.ofGenes(least).cost > 0) return least;
  const single = variables.flatMap((variable, k) => {
    if (variable.field !== 'intensity') return [];
    const some = intensityGenes(variable.options).find((gene) => gene > 0);
    return some === undefined ? [] : [replaced(least, k, some)];
  });
  const costs = single.map((genes) => evaluator.ofGenes(genes).cost);
  return single[costs.indexOf(Math.min(...costs))] ?? least;
}

/** Goes through the variables one by one and keeps the value at which the plan costs least. */
function cheapestOf(
  variables: readonly Variable[],
  start: readonly number[],
  evaluator: Evaluator,
  options: (k: number) => readonly number[],
): number[] {
  return variables.reduce<number[]>(
    (genes, _, k) => {
      const plans = options(k).map((gene) => replaced(genes, k, gene));
      const costs = plans.map((plan) => evaluator.ofGenes(plan).cost);
      return plans[costs.indexOf(Math.min(...costs))] ?? genes;
    },
    [...start],
  );
}

function allGenes({ options }: Variable): number[] {
  return 'from' in options ? [0, 1] : [...options.keys()];
}
