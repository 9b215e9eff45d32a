import { addSquare, factorise } from '../../statistics/cholesky.js';
import { addCurvature, jacobian } from '../problem/derivatives.js';
import type { Point } from '../problem/evaluate.js';
import type { Problem } from '../problem/problem.js';

/** A problem of minimisation: cross-entropy plus the cost of figures only approached, where the exact constraints hold. */
export interface Task {
  readonly problem: Problem;
  /** Indices of the constraints that must hold. */
  readonly exact: readonly number[];
  readonly approached: readonly Approached[];
}

/** A constraint that is only approached: being off by x costs weight·x²/2 nats. */
export interface Approached {
  readonly constraint: number;
  readonly weight: number;
}

/** A task near one point: first derivatives by z of what is minimised and of the constraints. */
export interface LocalModel {
  readonly point: Point;
  /** Derivatives of all constraints, constraints × groups. */
  readonly slopes: Float64Array;
  /** Derivatives of what is minimised, by group. */
  readonly gradient: Float64Array;
  /** Rows of `slopes` that belong to the exact constraints. */
  readonly rows: readonly Float64Array[];
}

/** Convexity of the cross-entropy is multiplied by no more than this. */
const LARGEST_SHIFT = 1e8;
/** Least convexity that a group adds, whatever its output. */
const SMALLEST_OWN = 1e-12;

/** Computes the first derivatives of a task at a point. */
export function localModel({ problem, exact, approached }: Task, point: Point): LocalModel {
  const n = point.z.length;
  const slopes = jacobian(problem, point);
  const gradient = point.z.map((z, g) => problem.weight[g]! * point.output[g]! * z);
  for (const { constraint, weight } of approached) {
    for (let g = 0; g < n; g++) gradient[g]! += weight * point.residual[constraint]! * slopes[constraint * n + g]!;
  }
  return { point, slopes, gradient, rows: exact.map((k) => slopes.subarray(k * n, (k + 1) * n)) };
}

/**
 * Cholesky factor of the Lagrangian's second derivatives, moved towards those of the cross-entropy until they are convex; null
 * where they never are.
 */
export function convexHessian(task: Task, model: LocalModel, multipliers: Float64Array): Float64Array | null {
  const { problem } = task;
  const { point, rows } = model;
  const n = point.z.length;
  const base = lagrangianHessian(task, model, multipliers);
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
      matrix[g * n + g]! += shift * Math.max(own, SMALLEST_OWN);
    }
    if (factorise(matrix, n)) return matrix;
  }
  return null;
}

/** Second derivatives of the Lagrangian, lower triangle of groups × groups. */
function lagrangianHessian(
  { problem, approached }: Task,
  { point, slopes }: LocalModel,
  multipliers: Float64Array,
): Float64Array {
  const n = point.z.length;
  const hessian = new Float64Array(n * n);
  const all = multipliers.slice();
  for (const { constraint, weight } of approached) all[constraint]! += weight * point.residual[constraint]!;
  for (let g = 0; g < n; g++) hessian[g * n + g] = problem.weight[g]! * point.output[g]! * (1 + point.z[g]!);
  addCurvature(problem, point, all, hessian);
  for (const { constraint, weight } of approached) {
    addSquare(hessian, n, slopes.subarray(constraint * n, (constraint + 1) * n), weight);
  }
  return hessian;
}
