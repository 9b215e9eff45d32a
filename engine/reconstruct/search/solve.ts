import { evaluate, type Point } from '../problem/evaluate.js';
import type { Problem } from '../problem/problem.js';
import { searchLine } from './line-search.js';
import { convexHessian, type LocalModel, localModel, type Task } from './local-model.js';
import { newtonStep } from './newton-step.js';

/** End of the search for the smallest cross-entropy. */
export interface Solution {
  readonly point: Point;
  /** Cross-entropy each constraint costs per unit of its residual; 0 for those that are only approached. */
  readonly multipliers: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Constraints hold to this; the published figures have 7 digits. */
const RESIDUAL = 1e-13;
/** Error of z that the last step may leave: the cost's slope in proportion to its second derivative. */
const GRADIENT = 1e-10;
const ROUNDING = 1e-14;
const TINY = 1e-18;
const MAX_ITERATIONS = 100;
const MAX_RESETS = 5;

/**
 * Minimises cross-entropy plus the cost of figures only approached, subject to the other constraints: Newton's method on the
 * Lagrange conditions (sequential quadratic programming, Nocedal & Wright 2006, ch. 18) with exact second derivatives, made convex
 * where they are not, and a line search on the ℓ1 merit function.
 *
 * @param weights of each constraint: null where it must hold, 0 where it is ignored
 * @param start z to start from
 */
export function solve(problem: Problem, weights: readonly (number | null)[], start: Float64Array): Solution {
  const task = taskOf(problem, weights);
  const none = new Float64Array(problem.constraints.length);
  let point = evaluate(problem, start);
  let multipliers = none;
  let penalty = 1;
  let resets = 0;
  for (let iteration = 0; ; iteration++) {
    const end = (converged: boolean): Solution => ({ point, multipliers, converged, iterations: iteration });
    const model = localModel(task, point);
    if (isStationary(task, model, multipliers)) return end(true);
    if (iteration === MAX_ITERATIONS) return end(false);
    let factor = convexHessian(task, model, multipliers);
    if (factor === null && resets < MAX_RESETS) {
      // Far from the solution multipliers may be useless; where the constraints cannot hold they grow without bound, again and again.
      factor = convexHessian(task, model, none);
      resets += 1;
    }
    if (factor === null) return end(false);
    const step = newtonStep(task, model, factor);
    multipliers = spread(task, step.multipliers);
    const largest = multipliers.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    // The penalty follows the multipliers both ways: one left over from a far point would forbid every long step.
    if (penalty < 1.5 * largest || penalty > 10 * largest) penalty = 2 * largest;
    const next = searchLine(task, model, step, penalty);
    if (next === null) return end(false);
    point = next;
  }
}

function taskOf(problem: Problem, weights: readonly (number | null)[]): Task {
  return {
    problem,
    exact: weights.flatMap((weight, k) => (weight === null ? [k] : [])),
    approached: weights.flatMap((weight, constraint) =>
      weight === null || weight === 0 ? [] : [{ constraint, weight }],
    ),
  };
}

/** Multipliers of the exact constraints as those of all, 0 for the others. */
function spread({ problem, exact }: Task, ofExact: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const all = new Float64Array(problem.constraints.length);
  exact.forEach((k, i) => {
    all[k] = ofExact[i]!;
  });
  return all;
}

/** True where the exact constraints hold and the Lagrangian has no slope, but for rounding. */
function isStationary({ problem, exact }: Task, model: LocalModel, multipliers: Float64Array): boolean {
  const { point, slopes, gradient } = model;
  if (exact.some((k) => !(Math.abs(point.residual[k]!) <= RESIDUAL * Math.max(1, sizeOf(problem, k))))) return false;
  const n = point.z.length;
  const total = gradient.slice();
  // What rounding leaves of a sum is in proportion to the sizes of its terms.
  const size = gradient.map(Math.abs);
  for (const k of exact) {
    for (let g = 0; g < n; g++) {
      const term = multipliers[k]! * slopes[k * n + g]!;
      total[g]! += term;
      size[g]! += Math.abs(term);
    }
  }
  return total.every(
    (x, g) => Math.abs(x) <= Math.max(GRADIENT * problem.weight[g]! * point.output[g]!, ROUNDING * size[g]!, TINY),
  );
}

/** Size of the numbers whose difference a residual is, which bounds how small it can get. */
function sizeOf(problem: Problem, k: number): number {
  const constraint = problem.constraints[k]!;
  return constraint.kind === 'growth' ? constraint.scale : Math.abs(constraint.target);
}
