import type { Batch, BatchRange } from '../montecarlo/draws/batch.js';
import { createEvaluator, type Evaluator, toMinimise } from './evaluate.js';
import type { Problem } from './problem.js';
import type { Evaluated } from './search/archive.js';
import {
  type Evaluate,
  evaluationsOf,
  evolveIsland,
  ISLANDS,
  type IslandRound,
  ROUNDS,
  type RoundPlace,
  type SearchDefinition,
  type SearchState,
} from './search/evolve.js';
import { combinationAt } from './variables.js';

/**
 * Work that is cut into rows: every combination of a grid, or every round of every island. Plain data. A row holds the candidates that were judged,
 * one after the other: genes, objectives to be made small, and by how much constraints are broken.
 */
export type SearchJob = { readonly kind: 'search'; readonly problem: Problem } & (
  | { readonly method: 'exhaustive'; readonly rows: number; readonly genes: number }
  | { readonly method: 'evolutionary'; readonly definition: SearchDefinition }
);

/** Rows to compute. An island's round needs the search as it stands before it. */
export interface SearchTask extends BatchRange {
  readonly state?: SearchState;
}

/** Rows of a job in all. */
export function searchRows(job: SearchJob): number {
  return job.method === 'exhaustive' ? job.rows : ISLANDS * ROUNDS;
}

/** Numbers in a row. */
export function searchWidth(job: SearchJob): number {
  return candidateWidth(job) * mostCandidates(job);
}

/** Candidates that a row has room for. */
function mostCandidates(job: SearchJob): number {
  return job.method === 'exhaustive' ? 1 : Math.ceil(job.definition.evaluations / (ISLANDS * ROUNDS));
}

function candidateWidth(job: SearchJob): number {
  const genes = job.method === 'exhaustive' ? job.genes : job.definition.genes.length;
  return genes + job.problem.objectives.length + 1;
}

/** Island and round of a row. */
export function placeOf(row: number): RoundPlace {
  return { index: row % ISLANDS, round: Math.floor(row / ISLANDS) };
}

/** Prepares to compute rows of a job in this thread. */
export function searchBatches(job: SearchJob): (task: SearchTask) => Batch {
  const evaluator = createEvaluator(job.problem);
  const evaluate = candidateOf(job.problem, evaluator);
  const width = searchWidth(job);
  return ({ from, count, state }) => {
    const rows = new Float64Array(width * count).fill(Number.NaN);
    for (let k = 0; k < count; k++) {
      writeRow(rows.subarray(k * width, (k + 1) * width), judged(job, from + k, state, evaluator, evaluate));
    }
    return { from, count, rows, failures: [] };
  };
}

/** The worth of a candidate, as the search wants it. */
export function candidateOf(problem: Problem, evaluator: Evaluator): Evaluate {
  return (genes) => {
    const figures = evaluator.ofGenes(genes);
    const violation = figures.violations.reduce((sum, each) => sum + each, 0);
    return { objectives: toMinimise(problem, figures), violation };
  };
}

function judged(
  job: SearchJob,
  row: number,
  state: SearchState | undefined,
  { variables }: Evaluator,
  evaluate: Evaluate,
): Evaluated[] {
  if (job.method === 'exhaustive') {
    const genes = combinationAt(variables, row);
    return [{ genes, ...evaluate(genes) }];
  }
  if (state === undefined) throw new RangeError(`row ${row} of a search needs what the rounds before have found`);
  const candidates: Evaluated[] = [];
  evolveIsland(job.definition, state, placeOf(row), (genes) => {
    const result = evaluate(genes);
    candidates.push({ genes, ...result });
    return result;
  });
  return candidates;
}

function writeRow(row: Float64Array, candidates: readonly Evaluated[]): void {
  let at = 0;
  for (const { genes, objectives, violation } of candidates) {
    for (const value of [...genes, ...objectives, violation]) row[at++] = value;
  }
}

/** The candidates of a row, in the order in which they were judged. */
export function readRow(job: SearchJob, row: Float64Array, number: number): Evaluated[] {
  const width = candidateWidth(job);
  const objectives = job.problem.objectives.length;
  const genes = width - objectives - 1;
  const { index, round } = placeOf(number);
  const count = job.method === 'exhaustive' ? 1 : evaluationsOf(job.definition.evaluations, index, round);
  return Array.from({ length: count }, (_, k) => {
    const candidate = [...row.subarray(k * width, (k + 1) * width)];
    return {
      genes: candidate.slice(0, genes),
      objectives: candidate.slice(genes, genes + objectives),
      violation: candidate[width - 1]!,
    };
  });
}

/** An island's round from its row: the same steps, with what they came to looked up. */
export function replayRound(
  definition: SearchDefinition,
  state: SearchState,
  place: RoundPlace,
  candidates: readonly Evaluated[],
): IslandRound {
  let at = 0;
  return evolveIsland(definition, state, place, () => candidates[at++]!);
}
