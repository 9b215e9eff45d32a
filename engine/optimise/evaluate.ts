import { type CompiledOutcome, compileOutcomes } from '../outcomes/evaluate.js';
import { createView } from '../outcomes/view.js';
import { compilePlan } from '../plan/compile.js';
import { type ObservedBase, observedBase } from '../plan/observed-base.js';
import { planTemplate } from '../plan/plan-template.js';
import type { Scenario } from '../scenario/scenario.js';
import { discountedSum } from '../statistics/discount.js';
import { derivePlan } from './derive-plan.js';
import { isHigherBetter, type Problem } from './problem.js';
import { centralSetting, discountedByRegion, drawnSettings, type Setting } from './settings.js';
import { assign, type Variable, variablesOf } from './variables.js';

/** Figures of a plan while searching. */
export interface PlanFigures {
  /** Discounted output over no policy, in the case's currency: in all, and by region. */
  readonly gain: number;
  readonly regions: readonly number[];
  /** The least of the regions' gains, as a part of its discounted output. */
  readonly worst: number;
  /** Discounted, at central values. */
  readonly cost: number;
  /** Values in the order of the problem's objectives, as they are written: more is better where it is. */
  readonly objectives: readonly number[];
  /** By how much each constraint is broken, as a part of what it allows; 0 where it holds. In the order of `CONSTRAINTS`. */
  readonly violations: readonly number[];
}

/** Judges plans of one problem, everything that no plan changes computed once. */
export interface Evaluator {
  readonly variables: readonly Variable[];
  /** Discounted output of each region without policies, at central values. */
  readonly reference: readonly number[];
  ofGenes(genes: readonly number[]): PlanFigures;
  ofScenario(scenario: Scenario): PlanFigures;
}

/** One plan in one setting. */
interface PlanRun {
  readonly regions: readonly number[];
  readonly cost: number;
  readonly outcomes: readonly number[];
  readonly unmetGoals: number;
}

/** Prepares to judge plans. */
export function createEvaluator(problem: Problem): Evaluator {
  const { source, objectives, constraints, searchDraws } = problem;
  const { economy, scenario } = source;
  const variables = variablesOf(scenario);
  const observed = observedBase(economy, scenario);
  const central = centralSetting(problem, observed);
  const settings = searchDraws === 0 ? [central] : drawnSettings(problem, observed);
  const run = planRunner(problem, observed);
  const ofScenario = (plan: Scenario): PlanFigures => {
    const runs = settings.map((setting) => run(plan, setting));
    const regions = central.noPolicy.map((_, r) => meanOf(runs.map((each) => each.regions[r]!)));
    const { cost, unmetGoals } = settings[0] === central ? runs[0]! : run(plan, central);
    const gains = runs.map((each) => sumOf(each.regions));
    const worst = Math.min(...regions.map((gain, r) => gain / central.noPolicy[r]!));
    const builtIn = { gain: meanOf(gains), worst, cost, cvar: lowestTenth(gains) };
    let place = 0;
    return {
      gain: builtIn.gain,
      regions,
      worst,
      cost,
      objectives: objectives.map((objective) => {
        if (objective.outcome === null) return builtIn[objective.name];
        const k = place++;
        return meanOf(runs.map(({ outcomes }) => outcomes[k]!));
      }),
      violations: [
        Math.max(0, cost / constraints.budget - 1 - 1e-9) || 0,
        constraints.noRegionLoses
          ? regions.reduce((lost, gain, r) => lost + Math.max(0, -gain / central.noPolicy[r]! - 1e-9), 0)
          : 0,
        constraints.goals ? unmetGoals : 0,
      ],
    };
  };
  return {
    variables,
    reference: central.noPolicy,
    ofScenario,
    ofGenes: (genes) => ofScenario(derivePlan(scenario, assign(variables, genes))),
  };
}

/** Objectives as the search wants them: all to be made small. */
export function toMinimise({ objectives }: Problem, figures: PlanFigures): number[] {
  return figures.objectives.map((value, k) => (isHigherBetter(objectives[k]!) ? -value : value));
}

function planRunner({ source, objectives, constraints }: Problem, observed: ObservedBase) {
  const { economy, scenario } = source;
  const { valueAddedShare } = economy;
  const formulas = Object.fromEntries(
    objectives.flatMap(({ name, outcome }) => (outcome === null ? [] : [[name, outcome.formula]])),
  );
  const outcomes = compileOutcomes(formulas, economy);
  const goals = constraints.goals
    ? compileOutcomes(
        Object.fromEntries(Object.entries(scenario.goals).map(([name, { formula }]) => [name, formula])),
        economy,
      )
    : [];
  return (plan: Scenario, setting: Setting): PlanRun => {
    const template = planTemplate(economy, plan, observed);
    const compiled = compilePlan(economy, plan, setting.resolver, { template, reference: setting.reference });
    const projection = setting.projectPlan(compiled);
    const { discountRate } = compiled;
    const output = discountedByRegion(projection, discountRate);
    const last = (compiledOutcomes: readonly CompiledOutcome[]): number[] => {
      if (compiledOutcomes.length === 0) return [];
      const view = createView(projection, { discountRate, valueAddedShare }, setting.noPolicyPath);
      const scope = { view, y: projection.plan.years.length - 1 };
      return compiledOutcomes.map(({ evaluate }) => evaluate(scope));
    };
    return {
      regions: output.map((value, r) => value - setting.noPolicy[r]!),
      cost: discountedSum(compiled.plan.cost, discountRate),
      outcomes: last(outcomes),
      unmetGoals: last(goals).filter((met) => met === 0 || Number.isNaN(met)).length,
    };
  };
}

/** Mean of the worst tenth of some numbers, at least one of them. */
function lowestTenth(values: readonly number[]): number {
  const worst = values.toSorted((a, b) => a - b).slice(0, Math.max(1, Math.round(values.length / 10)));
  return meanOf(worst);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}
