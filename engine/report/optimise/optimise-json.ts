import type { DrawFigures } from '../../optimise/draw-figures.js';
import type { OptimisedPlan } from '../../optimise/optimisation.js';
import { writtenValue } from '../../optimise/plan-settings.js';
import type { Objective } from '../../optimise/problem.js';
import type { Proportion } from '../../statistics/proportion.js';
import { beliefsJson } from '../comparison/beliefs-table.js';
import { optimiseAnswer } from './optimise-answer.js';
import type { OptimiseReport } from './optimise-report.js';

/** An optimisation as one plain object. Money is in the case's currency, discounted; worst is a share of discounted output. */
export function optimiseJson(report: OptimiseReport, portable: (path: string) => string) {
  const { optimisation, exploited, beliefs } = report;
  const { prepared, plans, picks, given, greedy, relaxations } = optimisation;
  const { problem, job } = prepared;
  const { economy, scenario } = problem.source;
  const plan = (each: OptimisedPlan) => planJson(each, problem.objectives, economy.regions);
  return {
    answer: optimiseAnswer(report),
    budget: problem.constraints.budget,
    unit: economy.currency,
    menu: portable(scenario.file),
    method: job.method,
    objectives: problem.objectives.map(({ name, outcome }) => ({ name, expression: outcome?.expression ?? null })),
    constraints: problem.constraints,
    evaluations: optimisation.evaluations,
    searchDraws: problem.searchDraws,
    draws: report.draws,
    freshDraws: report.freshDraws,
    seeds: optimisation.seeds,
    frontier: optimisation.frontier,
    givenFactor: prepared.given.factor,
    plans: [given, greedy, ...plans].map(plan),
    picks: Object.fromEntries(picks.map(({ name, id }) => [name, id])),
    exploits: exploited.map(({ belief, kinds: { total, kinds } }) => ({ belief, total, kinds })),
    beliefs: beliefs === null ? {} : beliefsJson(beliefs),
    relaxations,
  };
}

function planJson(plan: OptimisedPlan, objectives: readonly Objective[], regions: readonly string[]) {
  const { id, cost, search, draws, fresh, feasible, assignments } = plan;
  const choices: Record<string, Record<string, unknown>> = {};
  for (const assignment of assignments ?? []) {
    choices[assignment.policy] = { ...choices[assignment.policy], [assignment.field]: writtenValue(assignment) };
  }
  const named = (values: readonly (number | null)[]) =>
    Object.fromEntries(
      objectives.flatMap(({ name, outcome }, k) => (outcome === null ? [] : [[name, values[k] ?? null]])),
    );
  const drawn = (figures: DrawFigures | null) =>
    figures === null
      ? null
      : { ...drawnJson(figures), ...named(figures.objectives), regions: byRegion(regions, figures.regions) };
  return {
    id,
    cost,
    feasible,
    objectives: {
      gain: draws?.mean ?? search.gain,
      worst: draws?.worst ?? search.worst,
      cost,
      ...(draws === null ? {} : { cvar: draws.cvar }),
      ...named(draws?.objectives ?? search.objectives),
    },
    choices,
    search: { gain: search.gain, worst: search.worst, ...named(search.objectives) },
    draws: drawn(draws),
    fresh: drawn(fresh),
  };
}

function drawnJson({ mean, median, p10, p90, cvar, worst, better, overGiven, losers, behindGiven }: DrawFigures) {
  return { mean, median, p10, p90, cvar, worst, probabilityBetter: shareOf(better), overGiven, losers, behindGiven };
}

function shareOf(proportion: Proportion | null): number | null {
  return proportion?.share ?? null;
}

function byRegion(names: readonly string[], values: readonly number[]) {
  return Object.fromEntries(names.map((name, r) => [name, values[r]!]));
}
