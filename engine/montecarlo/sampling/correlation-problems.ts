import { type PairProblem, pairProblems } from '../../scenario/correlation-pairs.js';
import { lowerFactor } from '../../statistics/cholesky.js';
import {
  type CorrelationMatrix,
  normalCorrelations,
  type RankCorrelation,
  rankFromNormal,
} from './correlation-matrix.js';

/** Something wrong with the rank correlations of a study. */
export interface CorrelationProblem extends PairProblem {
  /** Index of the correlation; of several that contradict each other the last. */
  readonly index: number;
  /** The uncertain numbers concerned; of a contradiction the fewest between which it remains. */
  readonly names: readonly string[];
}

/**
 * Everything wrong with rank correlations: outside −1 … 1, of a number with itself, stated twice, or impossible together,
 * that is, their matrix is not positive semidefinite. Whether the names exist is for the caller to say.
 *
 * @example
 * correlationProblems([['a', 'b', 0.9], ['b', 'c', 0.9]])[0].names; // → ['b', 'a', 'c']
 * correlationProblems([['a', 'b', 0.9], ['b', 'c', 0.9], ['a', 'c', 0.8]]); // → []
 */
export function correlationProblems(correlations: readonly RankCorrelation[]): readonly CorrelationProblem[] {
  const problems = pairProblems(correlations);
  if (problems.length > 0) return problems;

  const matrix = normalCorrelations(correlations);
  const names = contradiction(matrix);
  return names === null ? [] : [describeContradiction(matrix, correlations, names)];
}

/** The fewest names whose correlations are impossible together, or null; of more than three, none can be left out. */
function contradiction(matrix: CorrelationMatrix): readonly string[] | null {
  const { names } = matrix;
  const possible = (some: readonly string[]) => lowerFactor(part(matrix, some), some.length) !== null;
  if (possible(names)) return null;
  for (const [k, a] of names.entries()) {
    for (const [l, b] of names.slice(0, k).entries()) {
      for (const c of names.slice(0, l)) if (!possible([c, b, a])) return centreFirst(matrix, [c, b, a]);
    }
  }
  let some = names;
  for (const name of names) {
    const fewer = some.filter((other) => other !== name);
    if (!possible(fewer)) some = fewer;
  }
  return some;
}

/** Puts the one with the two strongest correlations first. */
function centreFirst(matrix: CorrelationMatrix, three: readonly string[]): readonly string[] {
  const strength = (name: string) => three.reduce((sum, other) => sum + Math.abs(entry(matrix, name, other)), 0);
  const centre = three.reduce((best, name) => (strength(name) > strength(best) ? name : best));
  return [centre, ...three.filter((name) => name !== centre)];
}

function describeContradiction(
  matrix: CorrelationMatrix,
  correlations: readonly RankCorrelation[],
  names: readonly string[],
): CorrelationProblem {
  const index = correlations.findLastIndex(([a, b]) => names.includes(a) && names.includes(b));
  const n = names.length;
  const ranks = part(matrix, names).map((pearson, k) => (k % (n + 1) === 0 ? 1 : rankFromNormal(pearson)));
  const listed = names.map((name) => `"${name}"`).join(', ');
  // Rank correlations may be possible where normal scores cannot have them, within 0.02 of the limit.
  const message =
    lowerFactor(ranks, n) === null
      ? `the correlations between ${listed} cannot hold together`
      : `the correlations between ${listed} are too near the limit of what is possible together`;
  if (n !== 3) return { index, message, names, hint: 'weaker ones; pairs that are not listed count as 0' };
  const [a, b, c] = names as [string, string, string];
  const [ab, ac] = [entry(matrix, a, b), entry(matrix, a, c)];
  const width = Math.sqrt((1 - ab * ab) * (1 - ac * ac));
  const [low, high] = [ab * ac - width, ab * ac + width].map((r) => rankFromNormal(Math.max(-1, Math.min(1, r))));
  const hint =
    `with ${decimals(rankFromNormal(ab))} for "${a}" and "${b}" and ${decimals(rankFromNormal(ac))} for "${a}" and "${c}", ` +
    `that of "${b}" and "${c}" lies between ${decimals(low!, Math.ceil)} and ${decimals(high!, Math.floor)}, not at ${decimals(rankFromNormal(entry(matrix, b, c)))}`;
  return { index, message, names, hint };
}

function decimals(value: number, round: (x: number) => number = Math.round): string {
  return String(round(value * 100) / 100 + 0);
}

function entry(matrix: CorrelationMatrix, a: string, b: string): number {
  return matrix.values[matrix.names.indexOf(a) * matrix.names.length + matrix.names.indexOf(b)]!;
}

/** Rows and columns of some names, row-major. */
function part(matrix: CorrelationMatrix, names: readonly string[]): number[] {
  return names.flatMap((a) => names.map((b) => entry(matrix, a, b)));
}
