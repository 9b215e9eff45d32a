import { type Stream, stream } from '../../values/streams.js';
import { type Archive, absorb, copyArchive, dominates, type Evaluated, emptyArchive, offer } from './archive.js';
import { childOf, type Gene, randomGenes } from './variation.js';

/** A search: what may vary, what it comes to, and how long to look. */
export interface SearchDefinition {
  readonly genes: readonly Gene[];
  /** Side of the boxes of the archive, by objective: differences below it are no difference. */
  readonly epsilon: readonly number[];
  /** Candidates to begin with, besides random ones. */
  readonly seeds: readonly (readonly number[])[];
  /** Evaluations in all. */
  readonly evaluations: number;
  readonly seed: number | string;
}

/** The worth of a candidate. */
export type Evaluate = (genes: readonly number[]) => Omit<Evaluated, 'genes'>;

/** Islands of every search: fixed, so that the result does not depend on how many of them are computed at once. */
export const ISLANDS = 8;

/** Rounds after which islands exchange what they found. */
export const ROUNDS = 40;

/** Candidates that live on an island. */
const POPULATION = 20;

/** A search between two rounds: plain data, to be handed to whoever computes the next. */
export interface SearchState {
  /** The plans that all islands have found together. */
  readonly archive: Archive;
  /** Candidates that live on each island. */
  readonly populations: readonly (readonly Evaluated[])[];
}

/** The state of an island after a round. */
export interface IslandRound {
  readonly population: readonly Evaluated[];
  /** Candidates that its copy of the archive took. */
  readonly found: readonly Evaluated[];
}

/** Place of an island's round in a search. */
export interface RoundPlace {
  readonly index: number;
  readonly round: number;
}

/** A search before its first round. */
export function startSearch({ epsilon }: SearchDefinition): SearchState {
  return { archive: emptyArchive(epsilon), populations: Array.from({ length: ISLANDS }, () => []) };
}

/**
 * Computes one round of one island: an ε-dominance search with a steady state, in which a child of one candidate of the population and one of the
 * archive is offered to both.
 *
 * Source: K. Deb, M. Mohan & S. Mishra 2005, Evaluating the ε-domination based multi-objective evolutionary algorithm for a quick computation of
 * Pareto-optimal solutions, Evolutionary Computation 13(4).
 *
 * @returns the same for the same definition, state and numbers
 */
export function evolveIsland(
  definition: SearchDefinition,
  state: SearchState,
  { index, round }: RoundPlace,
  evaluate: Evaluate,
): IslandRound {
  const random = stream(definition.seed, round * ISLANDS + index, 'optimise');
  const archive = copyArchive(state.archive);
  const population = [...state.populations[index]!];
  const found: Evaluated[] = [];
  const known = createMemory(definition, [...population, ...archive.members]);
  const count = evaluationsOf(definition.evaluations, index, round);
  for (let k = 0; k < count; k++) {
    const first = population.length < POPULATION;
    const genes = first
      ? founder(definition, index, population.length, random)
      : unlike(known, () => offspring(definition, population, archive, random));
    if (known !== null) known.add(keyOf(genes));
    const child: Evaluated = { genes, ...evaluate(genes) };
    if (offer(archive, child)) found.push(child);
    if (first) population.push(child);
    else takePlace(population, child, random);
  }
  return { population, found };
}

/** The search after a round of every island: what each has found is told to all. */
export function exchange(state: SearchState, islands: readonly IslandRound[]): SearchState {
  return {
    archive: absorb(
      state.archive,
      islands.map(({ found }) => found),
    ),
    populations: islands.map(({ population }) => population),
  };
}

/** Evaluations of an island in a round: all of them together make the definition's number. */
export function evaluationsOf(total: number, index: number, round: number): number {
  const before = (part: number): number => Math.floor((total * part) / (ROUNDS * ISLANDS));
  const part = round * ISLANDS + index;
  return before(part + 1) - before(part);
}

/** Runs a whole search in this thread. */
export function search(definition: SearchDefinition, evaluate: Evaluate): Archive {
  let state = startSearch(definition);
  for (let round = 0; round < ROUNDS; round++) {
    const islands = state.populations.map((_, index) => evolveIsland(definition, state, { index, round }, evaluate));
    state = exchange(state, islands);
  }
  return state.archive;
}

/** Times that a child is made anew where it is one that is known already. */
const TRIES = 20;

/** Genes that are known, where only choices vary, so that the same come up again and again; null where numbers vary. */
function createMemory({ genes }: SearchDefinition, known: readonly Evaluated[]): Set<string> | null {
  return genes.every(({ kind }) => kind === 'choice') ? new Set(known.map((each) => keyOf(each.genes))) : null;
}

/** Genes that are not known, unless none are found in a few tries. */
function unlike(known: ReadonlySet<string> | null, make: () => readonly number[]): readonly number[] {
  let genes = make();
  for (let k = 1; k < TRIES && known?.has(keyOf(genes)) === true; k++) genes = make();
  return genes;
}

function keyOf(genes: readonly number[]): string {
  return genes.join();
}

/** The first candidates: the seeds, dealt out among the islands, then random ones. */
function founder({ genes, seeds }: SearchDefinition, index: number, place: number, random: Stream): readonly number[] {
  return seeds[place * ISLANDS + index] ?? randomGenes(genes, random);
}

function offspring(
  { genes }: SearchDefinition,
  population: readonly Evaluated[],
  archive: Archive,
  random: Stream,
): number[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.uniform() * list.length)]!;
  const [a, b] = [pick(population), pick(population)];
  const better = dominates(b, a) ? b : a;
  const elite = archive.members.length > 0 ? pick(archive.members) : better;
  const [first, second] = random.uniform() < 0.5 ? [better, elite] : [elite, better];
  return childOf(genes, first.genes, second.genes, random);
}

/** Lets a child take the place of a candidate it dominates, or of any where none dominates it. */
function takePlace(population: Evaluated[], child: Evaluated, random: Stream): void {
  const worse: number[] = [];
  let beaten = false;
  for (let k = 0; k < population.length; k++) {
    if (dominates(child, population[k]!)) worse.push(k);
    else beaten ||= dominates(population[k]!, child);
  }
  if (worse.length > 0) population[worse[Math.floor(random.uniform() * worse.length)]!] = child;
  else if (!beaten) population[Math.floor(random.uniform() * population.length)] = child;
}
