import {
  addSquare,
  dot,
  factorise,
  factoriseSemidefinite,
  solveFactorised,
  solveForward,
} from '../statistics/cholesky.js';
import { addCurvature, crossEntropy, evaluate, jacobian, type Point } from './evaluate.js';
import type { Problem } from './problem.js';

/** Where the search for the smallest cross-entropy ended. */
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
/** A step changes no output by more than this factor (e^1.5), because the constraints bend. */
const LONGEST_STEP = 1.5;
/** Part of a step below which the search takes what it gets. */
const SHORTEST = 1e-8;
/** Convexity of the cross-entropy is multiplied by no more than this. */
const LARGEST_SHIFT = 1e8;

/**
 * Minimises cross-entropy plus the cost of figures only approached, subject to the other constraints: Newton's method on the
 * Lagrange conditions (sequential quadratic programming, Nocedal & Wright 2006, ch. 18) with exact second derivatives, made convex
 * where they are not, and a line search on the ℓ1 merit function.
 *
 * @param weights of each constraint: null where it must hold, 0 where it is ignored.
 * @param start z to start from.
 */
export function solve(problem: Problem, weights: readonly (number | null)[], start: Float64Array): Solution {
  const n = start.length;
  const exact = weights.flatMap((weight, k) => (weight === null ? [k] : []));
  const soft = weights.flatMap((weight, k) => (weight === null || weight === 0 ? [] : [{ k, weight }]));
  const m = exact.length;
  let point = evaluate(problem, start);
  let multipliers: Float64Array = new Float64Array(problem.constraints.length);
  let penalty = 1;
  let resets = 0;
  const objective = (at: Point): number =>
    soft.reduce((sum, { k, weight }) => sum + 0.5 * weight * at.residual[k]! ** 2, crossEntropy(problem, at));
  const violation = (at: Point): number => exact.reduce((sum, k) => sum + Math.abs(at.residual[k]!), 0);

  for (let iteration = 0; ; iteration++) {
    const slopes = jacobian(problem, point);
    const gradient = gradientOf(problem, point, slopes, soft);
    if (isStationary(problem, point, slopes, gradient, exact, multipliers)) {
      return { point, multipliers, converged: true, iterations: iteration };
    }
    if (iteration === MAX_ITERATIONS) return { point, multipliers, converged: false, iterations: iteration };
    const rows = exact.map((k) => slopes.subarray(k * n, (k + 1) * n));
    let factor = convexHessian(problem, point, slopes, multipliers, soft, rows);
    if (factor === null) {
      // Far from the solution multipliers may be useless; where the constraints cannot hold they grow without bound, again and again.
      factor =
        resets < MAX_RESETS
          ? convexHessian(
              problem,
              point,
              slopes,
              multipliers.map(() => 0),
              soft,
              rows,
            )
          : null;
      if (factor === null) return { point, multipliers, converged: false, iterations: iteration };
      resets += 1;
    }
    // Schur complement: with H = L·Lᵀ, the multipliers solve (J·H⁻¹·Jᵀ)·y = c − J·H⁻¹·g.
    const halves = rows.map((row) => {
      const half = row.slice();
      solveForward(factor, n, half);
      return half;
    });
    const halfGradient = gradient.slice();
    solveForward(factor, n, halfGradient);
    const schur = new Float64Array(m * m);
    for (let i = 0; i < m; i++) for (let j = 0; j <= i; j++) schur[i * m + j] = dot(halves[i]!, halves[j]!);
    factoriseSemidefinite(schur, m);
    const right = exact.map((k, i) => point.residual[k]! - dot(halves[i]!, halfGradient));
    const y = solveFactorised(schur, m, right);
    const step = gradient.slice();
    rows.forEach((row, i) => {
      for (let g = 0; g < n; g++) step[g]! += y[i]! * row[g]!;
    });
    const direction = solveFactorised(factor, n, step).map((x) => -x);
    multipliers = new Float64Array(problem.constraints.length);
    exact.forEach((k, i) => {
      multipliers[k] = y[i]!;
    });

    const largest = y.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    // The penalty follows the multipliers both ways: one left over from a far point would forbid every long step.
    if (penalty < 1.5 * largest || penalty > 10 * largest) penalty = 2 * largest;
    const merit = (at: Point): number => objective(at) + penalty * violation(at);
    const before = merit(point);
    const descent = dot(gradient, direction) - penalty * violation(point);
    /** Smallest change, in the metric of the Hessian, that takes the given amounts off the exact constraints. */
    const correction = (amounts: readonly number[]): Float64Array => {
      const multiplier = solveFactorised(schur, m, amounts);
      const combined = new Float64Array(n);
      rows.forEach((row, i) => {
        for (let g = 0; g < n; g++) combined[g]! += multiplier[i]! * row[g]!;
      });
      return solveFactorised(factor, n, combined);
    };
    const longest = direction.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    if (!Number.isFinite(longest)) return { point, multipliers, converged: false, iterations: iteration };
    let length = Math.min(1, LONGEST_STEP / longest);
    for (;;) {
      // Close to the solution the merit changes by less than its rounding.
      const enough = before + 1e-4 * length * descent + 1e-13 * Math.max(1, Math.abs(before));
      const next = evaluate(
        problem,
        point.z.map((z, g) => z + length * direction[g]!),
      );
      if (merit(next) <= enough || length < SHORTEST) {
        point = next;
        break;
      }
      // The constraints bend away under a long step; a second-order correction bends it after them.
      const off = correction(exact.map((k) => next.residual[k]! - (1 - length) * point.residual[k]!));
      const corrected = evaluate(
        problem,
        next.z.map((z, g) => z - off[g]!),
      );
      if (merit(corrected) <= enough) {
        point = corrected;
        break;
      }
      length /= 2;
    }
  }
}

interface Soft {
  readonly k: number;
  readonly weight: number;
}

function gradientOf(problem: Problem, point: Point, slopes: Float64Array, soft: readonly Soft[]): Float64Array {
  const n = point.z.length;
  const gradient = point.z.map((z, g) => problem.weight[g]! * point.output[g]! * z);
  for (const { k, weight } of soft) {
    for (let g = 0; g < n; g++) gradient[g]! += weight * point.residual[k]! * slopes[k * n + g]!;
  }
  return gradient;
}

function isStationary(
  problem: Problem,
  point: Point,
  slopes: Float64Array,
  gradient: Float64Array,
  exact: readonly number[],
  multipliers: Float64Array,
): boolean {
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

/** Cholesky factor of the Lagrangian's second derivatives, moved towards those of the cross-entropy until they are convex; null where they never are. */
function convexHessian(
  problem: Problem,
  point: Point,
  slopes: Float64Array,
  multipliers: Float64Array,
  soft: readonly Soft[],
  rows: readonly Float64Array[],
): Float64Array | null {
  const n = point.z.length;
  const base = new Float64Array(n * n);
  const all = multipliers.slice();
  for (const { k, weight } of soft) all[k]! += weight * point.residual[k]!;
  for (let g = 0; g < n; g++) base[g * n + g] = problem.weight[g]! * point.output[g]! * (1 + point.z[g]!);
  addCurvature(problem, point, all, base);
  for (const { k, weight } of soft) addSquare(base, n, slopes.subarray(k * n, (k + 1) * n), weight);
  // Adding Jᵀ·J times a factor changes no solution of the Lagrange conditions, only their convexity off the constraints.
  const largest = multipliers.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  for (const factor of [0, largest, 10 * largest]) {
    const matrix = base.slice();
    if (factor > 0) for (const row of rows) addSquare(matrix, n, row, factor);
    if (factorise(matrix, n)) return matrix;
  }
  for (let shift = 0.1; shift < LARGEST_SHIFT; shift *= 3) {
    const matrix = base.slice();
    for (let g = 0; g < n; g++) {
      const own = problem.weight[g]! * point.output[g]!;
      matrix[g * n + g]! += shift * Math.max(own, 1e-12);
    }
    if (factorise(matrix, n)) return matrix;
  }
  return null;
}
