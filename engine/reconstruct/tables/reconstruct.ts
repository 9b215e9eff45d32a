import type { DataStatus } from '../../economy/economy.js';
import { exp } from '../../exact-math/index.js';
import { compileProblem } from '../problem/compile-problem.js';
import { crossEntropy, type Point } from '../problem/evaluate.js';
import type { Problem } from '../problem/problem.js';
import { findContradiction } from '../search/contradiction.js';
import { findNearestOfMany } from '../search/find-nearest.js';
import { solve } from '../search/solve.js';
import type { Figure, Targets } from '../targets/figure.js';
import { measureFigure } from './measure-figure.js';

/** A figure beside what the table gives. */
export interface FigureResult {
  readonly name: string;
  readonly place: string;
  readonly status: DataStatus;
  /** Its use: the table must give it exactly, only comes near to it, or leaves it out. */
  readonly use: 'exact' | 'approached' | 'left out';
  readonly target: number;
  /** The value that the table gives. */
  readonly value: number;
  /** value − target. */
  readonly residual: number;
  /** residual / |target|. */
  readonly relative: number;
}

/** Outputs that give the figures, or come nearest to figures that cannot hold together. */
export interface Reconstruction {
  /** Outputs of each year of the targets, regions × industries row-major. */
  readonly tables: readonly Float64Array[];
  /** One for each target, in their order. */
  readonly figures: readonly FigureResult[];
  /** True where every exact figure holds. */
  readonly feasible: boolean;
  /** Names of figures that cannot hold together, none of which can be spared; null where all exact figures hold. */
  readonly contradiction: readonly string[] | null;
  /** Distance from the prior in nats, Σ q·ln(q/prior) − q + prior with each year's outputs as parts of its prior total. */
  readonly crossEntropy: number;
}

/**
 * Reconstructs outputs: of all tables that give the exact figures, the one closest in cross-entropy to the prior, plus what it costs
 * to miss figures that are only approached. Outputs are positive, except that zeros of the prior stay 0. Sums and parts make the
 * closest table unique; with quotients, indices and similarities it is the closest that a search from the prior finds. Where no table gives the
 * exact figures, the one nearest to them in logarithms, and the smallest contradicting set of figures found.
 *
 * @throws RangeError for targets that no table can be measured by, such as a part of an industry that is 0 in the prior
 *
 * @example
 * const targets = { regions: ['A', 'B'], industries: ['Food', 'Cars'], years: [2011], prior: [new Float64Array([1, 1, 1, 1])],
 *   figures: [{ name: 'Cars', measure: { kind: 'output', region: null, industries: [1], year: 0 }, value: 6, place: 'here', status: 'published', weight: null }], notes: [] };
 * [...reconstruct(targets).tables[0]].map(Math.round); // → [1, 3, 1, 3]
 */
export function reconstruct(targets: Targets): Reconstruction {
  const problem = compileProblem(targets);
  const exact = targets.figures.flatMap((figure, k) => (figure.weight === null ? [k] : []));
  const { point, feasible } = search(problem, targets, exact);
  const tables = expand(targets, problem, point);
  const contradicting = feasible
    ? null
    : findContradiction(
        targets,
        exact.map((k) => targets.figures[k]!),
      );
  return {
    tables,
    figures: targets.figures.map((figure) => resultOf(figure, targets, tables)),
    feasible,
    contradiction: contradicting?.map((figure) => figure.name) ?? null,
    crossEntropy: crossEntropy(problem, point),
  };
}

/** The smallest cross-entropy, searched from the prior, and where that fails from the nearest point at which the figures hold. */
function search(problem: Problem, targets: Targets, exact: readonly number[]): { point: Point; feasible: boolean } {
  const weights = targets.figures.map((figure) => figure.weight);
  const fromPrior = solve(problem, weights, new Float64Array(problem.mass.length));
  if (fromPrior.converged) return { point: fromPrior.point, feasible: true };
  const nearest = findNearestOfMany(problem, exact);
  if (!nearest.holds) return { point: nearest.point, feasible: false };
  const fromNearest = solve(problem, weights, nearest.point.z);
  // Where this fails, the figures hold nevertheless; only the cross-entropy is not the smallest.
  return { point: fromNearest.converged ? fromNearest.point : nearest.point, feasible: true };
}

function expand(targets: Targets, problem: Problem, point: Point): Float64Array[] {
  const factors = point.z.map((z) => exp(z));
  return targets.prior.map((prior, year) =>
    prior.map((value, cell) => {
      const group = problem.groupOf[year]![cell]!;
      return group < 0 ? 0 : value * factors[group]!;
    }),
  );
}

function resultOf(figure: Figure, targets: Targets, tables: readonly Float64Array[]): FigureResult {
  const value = measureFigure(figure.measure, targets, tables);
  const residual = value - figure.value;
  return {
    name: figure.name,
    place: figure.place,
    status: figure.status,
    use: figure.weight === null ? 'exact' : figure.weight === 0 ? 'left out' : 'approached',
    target: figure.value,
    value,
    residual,
    relative: residual / Math.abs(figure.value),
  };
}
