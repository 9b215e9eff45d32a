import type { FutureSource } from '../compare/future.js';
import { planSource, writtenGenes } from './derive-plan.js';
import { createEvaluator, type Evaluator, type PlanFigures, toMinimise } from './evaluate.js';
import { cheapestGenes, type GivenPlan, givenPlan, greedyGenes } from './given-plans.js';
import type { Constraints, Objective, Problem } from './problem.js';
import type { SearchJob } from './search-job.js';
import { type Assignment, assign, combinations, geneOf, type Variable } from './variables.js';

/** Largest grid of which every point is tried. */
const MOST_COMBINATIONS = 20_000;

/** Boxes of the archive along an objective, by how many objectives there are: more of them make it large and say nothing more. */
const BOXES = [400, 400, 200, 80, 40] as const;

/** The request of a search. */
export interface SearchRequest {
  readonly objectives: readonly Objective[];
  readonly constraints: Constraints;
  /** Candidates to judge, unless all are. */
  readonly evaluations: number;
  readonly searchDraws: number;
  readonly seed: number;
}

/** A plan with what it says and what it came to in the search. */
export interface SearchedPlan {
  readonly assignments: readonly Assignment[];
  readonly source: FutureSource;
  readonly figures: PlanFigures;
}

/** A search ready to run, with the plans that it starts from and is measured by. */
export interface PreparedSearch {
  readonly problem: Problem;
  readonly variables: readonly Variable[];
  readonly evaluator: Evaluator;
  readonly job: SearchJob;
  /** Side of the archive's boxes, by objective. */
  readonly epsilon: readonly number[];
  readonly given: GivenPlan;
  readonly greedy: SearchedPlan;
  /** The least that a plan costs which does anything. */
  readonly cheapest: number;
}

/** Prepares a search over the policies of a scenario. */
export function prepareSearch(source: FutureSource, request: SearchRequest): PreparedSearch {
  const { objectives, constraints, searchDraws, seed, evaluations } = request;
  const problem: Problem = { source, objectives, constraints, searchDraws, seed };
  const evaluator = createEvaluator(problem);
  const { variables } = evaluator;
  const { scenario } = source;
  const given = givenPlan(source, constraints.budget);
  const greedy = greedyGenes(scenario, evaluator, constraints.budget);
  const seeds = [writtenGenes(scenario, variables, given.factor), greedy, ...cornerGenes(variables, scenario)];
  const points = seeds.map((genes) => toMinimise(problem, evaluator.ofGenes(genes)));
  const epsilon = sides(points, objectives.length);
  const rows = combinations(variables);
  const job: SearchJob =
    rows <= MOST_COMBINATIONS
      ? { kind: 'search', method: 'exhaustive', problem, rows, genes: variables.length }
      : {
          kind: 'search',
          method: 'evolutionary',
          problem,
          definition: { genes: variables.map(geneOf), epsilon, seeds, evaluations, seed },
        };
  return {
    problem,
    variables,
    evaluator,
    job,
    epsilon,
    given,
    greedy: searchedPlan('greedy', 'By gain per unit of cost', greedy, source, evaluator),
    cheapest: evaluator.ofGenes(cheapestGenes(scenario, evaluator)).cost,
  };
}

/** A plan from its genes. */
export function searchedPlan(
  id: string,
  title: string,
  genes: readonly number[],
  source: FutureSource,
  evaluator: Evaluator,
): SearchedPlan {
  const assignments = assign(evaluator.variables, genes);
  return { assignments, source: planSource(id, source, assignments, title), figures: evaluator.ofGenes(genes) };
}

/** The same search without one of its constraints. */
export function withoutConstraint(prepared: PreparedSearch, constraints: Constraints, evaluations: number): SearchJob {
  const { job } = prepared;
  const problem = { ...prepared.problem, constraints };
  if (job.method === 'exhaustive') return { ...job, problem };
  return { ...job, problem, definition: { ...job.definition, evaluations } };
}

/** Plans at the ends of what may vary: nothing, everything, and each policy alone. */
function cornerGenes(variables: readonly Variable[], scenario: FutureSource['scenario']): number[][] {
  const written = writtenGenes(scenario, variables);
  const ends = (on: (k: number) => boolean): number[] =>
    variables.map((variable, k) => {
      if (variable.field !== 'intensity') return written[k]!;
      if (!on(k)) return 0;
      return 'from' in variable.options ? 1 : variable.options.length - 1;
    });
  const single = variables.flatMap(({ field }, k) => (field === 'intensity' ? [ends((other) => other === k)] : []));
  return [ends(() => false), ends(() => true), ...single];
}

/** Sides of boxes that cut what the corners of a search span into so many parts. */
function sides(points: readonly (readonly number[])[], objectives: number): number[] {
  const parts = BOXES[Math.min(objectives, BOXES.length - 1)]!;
  return Array.from({ length: objectives }, (_, k) => {
    const values = points.map((point) => point[k]!).filter(Number.isFinite);
    const span = values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
    return span > 0 ? span / parts : 1e-9;
  });
}
