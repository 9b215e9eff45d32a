import type { StudyResult } from '../montecarlo/answers/answers.js';
import { pickPlans, spreadCandidates } from './choose-plans.js';
import { drawFigures, plansStudy } from './draw-figures.js';
import type { Optimisation, OptimisedPlan, Relaxation } from './optimisation.js';
import { type PreparedSearch, type SearchedPlan, searchedPlan, withoutConstraint } from './prepare.js';
import { CONSTRAINTS } from './problem.js';
import { RUN_HERE } from './run-here.js';
import type { Evaluated } from './search/archive.js';
import { ISLANDS, ROUNDS } from './search/evolve.js';
import type { OptimiseStages } from './stages.js';
import { assign } from './variables.js';

/** Plans of the frontier that are measured on draws. */
export const MOST_PLANS = 40;

/** Part of the evaluations that is spent on seeing what each constraint costs, where they contradict each other. */
const RELAXED_PART = 4;

/** Draws of the stages after the search. */
export interface DrawRequest {
  readonly draws: number;
  readonly fresh: number;
}

/**
 * Searches for portfolios of policies in three stages: many candidates at central values or on a few draws, the best of them on more draws, and the
 * picks on fresh draws of another seed, which no choice was made by.
 */
export async function optimise(
  prepared: PreparedSearch,
  { draws, fresh }: DrawRequest,
  stages: OptimiseStages = RUN_HERE,
): Promise<Optimisation> {
  const { problem, job } = prepared;
  const candidates = await stages.search(job, prepared.epsilon);
  const members = candidates.filter(({ violation }) => violation === 0);
  const seeds = { draws: problem.seed, fresh: problem.seed + 1 };
  const base = {
    prepared,
    seeds,
    evaluations: job.method === 'exhaustive' ? job.rows : job.definition.evaluations,
    frontier: members.length,
  };
  const found = distinctPlans(prepared, spreadCandidates(members, MOST_PLANS));
  const given: SearchedPlan = {
    assignments: [],
    source: prepared.given.source,
    figures: prepared.evaluator.ofScenario(prepared.given.source.scenario),
  };
  const measured = [given, prepared.greedy, ...found];
  if (found.length === 0) {
    const [first, second] = measured.map((plan) => unmeasured(plan)) as [OptimisedPlan, OptimisedPlan];
    const relaxations = await relax(prepared, stages);
    return { ...base, given: first, greedy: second, plans: [], picks: [], fresh: null, relaxations };
  }
  const [first, second, ...others] = await drawPlans(prepared, measured, draws, stages);
  const feasible = others.filter((plan) => plan.feasible);
  const picks = pickPlans(feasible.length > 0 ? feasible : others, first, problem.objectives);
  const picked = new Set(picks.map(({ id }) => id));
  const last = [first, second, ...others.filter(({ id }) => picked.has(id))];
  const sources = last.map(({ source }) => source);
  const { goals } = problem.source.scenario;
  const study = plansStudy(sources, problem.objectives, { draws: fresh, seed: seeds.fresh, goals });
  const result = await stages.draws(study, 'fresh');
  const withFresh = (plan: OptimisedPlan): OptimisedPlan => {
    const f = last.indexOf(plan);
    if (f < 0) return plan;
    return { ...plan, fresh: drawFigures(result, f, problem.objectives, prepared.evaluator.reference) };
  };
  return {
    ...base,
    given: withFresh(first),
    greedy: withFresh(second),
    plans: others.map(withFresh).sort((a, b) => b.draws!.mean - a.draws!.mean || (a.id < b.id ? -1 : 1)),
    picks,
    fresh: result,
    relaxations: [],
  };
}

type MeasuredPlans = readonly [given: OptimisedPlan, greedy: OptimisedPlan, ...frontier: OptimisedPlan[]];

/** Measures plans on the draws by which they are picked. */
async function drawPlans(
  prepared: PreparedSearch,
  plans: readonly SearchedPlan[],
  draws: number,
  stages: OptimiseStages,
): Promise<MeasuredPlans> {
  const { objectives, seed } = prepared.problem;
  const sources = plans.map(({ source }) => source);
  const result = await stages.draws(plansStudy(sources, objectives, { draws, seed, goals: {} }), 'draws');
  return plans.map((plan, f) => withDraws(prepared, plan, result, f)) as unknown as MeasuredPlans;
}

/** Plans of candidates, each once: different genes may round to the same plan. */
function distinctPlans(
  { variables, evaluator, problem }: PreparedSearch,
  members: readonly Evaluated[],
): SearchedPlan[] {
  const each = new Map<string, readonly number[]>();
  for (const { genes } of members) {
    const key = JSON.stringify(assign(variables, genes));
    if (!each.has(key)) each.set(key, genes);
  }
  return [...each.values()].map((genes, k) =>
    searchedPlan(`plan-${k + 1}`, `Plan ${k + 1} of the frontier`, genes, problem.source, evaluator),
  );
}

function unmeasured({ source, figures, assignments }: SearchedPlan): OptimisedPlan {
  return {
    id: source.id,
    cost: figures.cost,
    assignments: source.id === 'given' ? null : assignments,
    source,
    search: figures,
    draws: null,
    fresh: null,
    feasible: figures.violations.every((violation) => violation === 0),
  };
}

function withDraws(
  { problem, evaluator }: PreparedSearch,
  plan: SearchedPlan,
  result: StudyResult,
  future: number,
): OptimisedPlan {
  const measured = unmeasured(plan);
  const draws = drawFigures(result, future, problem.objectives, evaluator.reference);
  const kept = !problem.constraints.noRegionLoses || draws.losers.length === 0;
  return { ...measured, draws, feasible: measured.feasible && kept };
}

/** The best that would be possible without each of the constraints that were asked for. */
async function relax(prepared: PreparedSearch, stages: OptimiseStages): Promise<Relaxation[]> {
  const { problem, job, evaluator } = prepared;
  const { constraints } = problem;
  const evaluations =
    job.method === 'exhaustive'
      ? job.rows
      : Math.max(ISLANDS * ROUNDS, Math.ceil(job.definition.evaluations / RELAXED_PART));
  const relaxations: Relaxation[] = [];
  for (const constraint of CONSTRAINTS) {
    if (constraints[constraint] === false) continue;
    const without = { ...constraints, [constraint]: constraint === 'budget' ? Number.POSITIVE_INFINITY : false };
    const candidates = await stages.relaxed(withoutConstraint(prepared, without, evaluations), prepared.epsilon);
    const figures = candidates
      .filter(({ violation }) => violation === 0)
      .map(({ genes }) => evaluator.ofGenes(genes))
      .sort((a, b) => b.gain - a.gain);
    relaxations.push({ constraint, gain: figures[0]?.gain ?? null, cost: figures[0]?.cost ?? null });
  }
  return relaxations;
}
