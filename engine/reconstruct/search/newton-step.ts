import { dot, factoriseSemidefinite, solveFactorised, solveForward } from '../../statistics/cholesky.js';
import type { LocalModel, Task } from './local-model.js';

/** A step to the solution of the local model, with its constraints taken as straight. */
export interface NewtonStep {
  /** Change of z. */
  readonly direction: Float64Array;
  /** Multipliers of the exact constraints, in their order. */
  readonly multipliers: ArrayLike<number>;
  /** Smallest change, in the metric of the Hessian, that takes the given amounts off the exact constraints. */
  readonly correction: (amounts: readonly number[]) => Float64Array;
}

/**
 * Solves the Lagrange conditions of a local model through the Schur complement: with H = L·Lᵀ, the multipliers y solve
 * (J·H⁻¹·Jᵀ)·y = c − J·H⁻¹·g.
 *
 * @param factor Cholesky factor L of the Hessian
 */
export function newtonStep({ exact }: Task, model: LocalModel, factor: Float64Array): NewtonStep {
  const { point, gradient, rows } = model;
  const n = point.z.length;
  const m = exact.length;
  const halves = rows.map((row) => solvedForward(factor, n, row));
  const halfGradient = solvedForward(factor, n, gradient);
  const schur = new Float64Array(m * m);
  for (let i = 0; i < m; i++) for (let j = 0; j <= i; j++) schur[i * m + j] = dot(halves[i]!, halves[j]!);
  factoriseSemidefinite(schur, m);
  const right = exact.map((k, i) => point.residual[k]! - dot(halves[i]!, halfGradient));
  const multipliers = solveFactorised(schur, m, right);
  const step = gradient.slice();
  addRows(step, rows, multipliers);
  return {
    direction: solveFactorised(factor, n, step).map((x) => -x),
    multipliers,
    correction(amounts) {
      const combined = new Float64Array(n);
      addRows(combined, rows, solveFactorised(schur, m, amounts));
      return solveFactorised(factor, n, combined);
    },
  };
}

function solvedForward(factor: Float64Array, n: number, right: Float64Array): Float64Array {
  const solution = right.slice();
  solveForward(factor, n, solution);
  return solution;
}

/** Adds Σ factor·row. */
function addRows(target: Float64Array, rows: readonly Float64Array[], factors: ArrayLike<number>): void {
  rows.forEach((row, i) => {
    for (let g = 0; g < target.length; g++) target[g]! += factors[i]! * row[g]!;
  });
}
