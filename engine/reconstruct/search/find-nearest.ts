import { hypot, square } from '../../exact-math/index.js';
import { addSquare, factorise, solveFactorised } from '../../statistics/cholesky.js';
import { addCurvature, jacobian } from '../problem/derivatives.js';
import { evaluate, type Point } from '../problem/evaluate.js';
import type { Problem } from '../problem/problem.js';

/** The table found nearest to some figures, all counted alike. */
export interface Nearest {
  readonly point: Point;
  /** True where every figure holds. */
  readonly holds: boolean;
}

/** A figure holds where its logarithm is off by less: far below the digits it is printed with, far above rounding. */
const HOLDS = 1e-9;
/** Pulls towards the prior, weaker and weaker, so that the search follows a path instead of jumping. */
const PULLS = [1e-1, 1e-2, 1e-3, 1e-4, 0];
const MAX_ITERATIONS = 60;
/** A search that gains less than this part of what is left in a step has stopped. */
const STALLED = 1e-4;
const LONGEST_STEP = 2;
const PATIENCE = 4;
const FIRST_DAMPING = 1e-2;
const SMALLEST_DAMPING = 1e-12;
const LARGEST_DAMPING = 1e8;
/** Groups smaller than this part of all output are damped as if they had it. */
const SMALLEST_SIZE = 1e-6;

/** Other starts tried before figures are said not to hold, and by how much, in logarithms, they differ from the prior. */
const STARTS = 4;
const SPREAD = 1;
/** Steps of this part of a turn never come near to repeating. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Finds outputs that come nearest to the constraints with the given indices by least squares of their residuals, with Newton's method
 * damped as by Levenberg (1944) and Marquardt (1963). The problem is not convex: that figures do not hold means that the search, on
 * the path back from the prior, found no table where they do.
 */
export function findNearest(problem: Problem, constraints: readonly number[], start?: Float64Array): Nearest {
  let point = evaluate(problem, start ?? new Float64Array(problem.mass.length));
  if (largest(point, constraints) <= HOLDS) return { point, holds: true };
  for (const pull of PULLS) {
    point = descend(problem, constraints, point, pull);
    if (largest(point, constraints) <= HOLDS) return { point, holds: true };
  }
  return { point, holds: false };
}

/** Finds what {@link findNearest} does, but from several starts spread around the prior until one holds; else the nearest of all. */
export function findNearestOfMany(problem: Problem, constraints: readonly number[]): Nearest {
  let best = findNearest(problem, constraints);
  for (let k = 1; k <= STARTS && !best.holds; k++) {
    const start = problem.mass.map((_, g) => SPREAD * (2 * (((g + 1) * k * GOLDEN) % 1) - 1));
    const found = findNearest(problem, constraints, start);
    if (found.holds || miss(found.point, constraints) < miss(best.point, constraints)) best = found;
  }
  return best;
}

/** Root of the sum of squared residuals. */
function miss(point: Point, constraints: readonly number[]): number {
  return hypot(...constraints.map((k) => point.residual[k]!));
}

/** Objective of one descent: half the squared residuals of some constraints, and a pull towards the prior. */
interface Descent {
  readonly problem: Problem;
  readonly constraints: readonly number[];
  readonly pull: number;
  /** Prior output of each group as a part of its year's. */
  readonly prior: Float64Array;
}

function descend(problem: Problem, constraints: readonly number[], start: Point, pull: number): Point {
  const prior = Float64Array.from(problem.mass, (mass, g) => problem.weight[g]! * mass);
  const descent: Descent = { problem, constraints, pull, prior };
  let point = start;
  let damping = Math.max(pull, FIRST_DAMPING);
  let before = costOf(descent, point);
  let stalled = 0;
  for (let iteration = 0; iteration < MAX_ITERATIONS && stalled < PATIENCE; iteration++) {
    if (pull === 0 && largest(point, constraints) <= HOLDS) break;
    const model = derivatives(descent, point);
    for (;;) {
      const next = tryStep(descent, point, model, damping);
      const after = next === null ? Number.POSITIVE_INFINITY : costOf(descent, next);
      if (next !== null && after < before) {
        stalled = before - after < STALLED * before ? stalled + 1 : 0;
        point = next;
        before = after;
        damping = Math.max(damping / 5, SMALLEST_DAMPING);
        break;
      }
      damping *= 4;
      if (damping > LARGEST_DAMPING) return point;
    }
  }
  return point;
}

function costOf({ constraints, pull, prior }: Descent, at: Point): number {
  let sum = 0;
  for (const k of constraints) sum += 0.5 * square(at.residual[k]!);
  if (pull > 0) for (let g = 0; g < at.z.length; g++) sum += 0.5 * pull * prior[g]! * square(at.z[g]!);
  return sum;
}

/** Derivatives by z of what a descent minimises. */
interface Derivatives {
  readonly gradient: Float64Array;
  /** Lower triangle. */
  readonly hessian: Float64Array;
}

/** Gradient and full second derivatives of the cost: the constraints bend too much for the Gauss–Newton approximation. */
function derivatives({ problem, constraints, pull, prior }: Descent, point: Point): Derivatives {
  const n = point.z.length;
  const slopes = jacobian(problem, point);
  const gradient = point.z.map((z, g) => pull * prior[g]! * z);
  const hessian = new Float64Array(n * n);
  for (let g = 0; g < n; g++) hessian[g * n + g] = pull * prior[g]!;
  const residuals = new Float64Array(problem.constraints.length);
  for (const k of constraints) {
    const row = slopes.subarray(k * n, (k + 1) * n);
    residuals[k] = point.residual[k]!;
    for (let g = 0; g < n; g++) gradient[g]! += point.residual[k]! * row[g]!;
    addSquare(hessian, n, row, 1);
  }
  addCurvature(problem, point, residuals, hessian);
  return { gradient, hessian };
}

/** The damped Newton step, or null where the damping does not yet make the Hessian positive definite. */
function tryStep(
  { problem, prior }: Descent,
  point: Point,
  { gradient, hessian }: Derivatives,
  damping: number,
): Point | null {
  const n = point.z.length;
  const matrix = hessian.slice();
  for (let g = 0; g < n; g++) {
    const size = Math.max(prior[g]!, problem.weight[g]! * point.output[g]!, SMALLEST_SIZE);
    matrix[g * n + g]! += damping * size;
  }
  if (!factorise(matrix, n)) return null;
  const step = solveFactorised(matrix, n, gradient);
  const longest = step.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  const length = Math.min(1, LONGEST_STEP / longest);
  return evaluate(
    problem,
    point.z.map((z, g) => z - length * step[g]!),
  );
}

/** Size of the largest residual. */
function largest(point: Point, constraints: readonly number[]): number {
  let max = 0;
  for (const k of constraints) {
    const size = Math.abs(point.residual[k]!);
    if (!(size <= max)) max = size;
  }
  return max;
}
