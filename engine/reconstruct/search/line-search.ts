import { square } from '../../exact-math/index.js';
import { dot } from '../../statistics/cholesky.js';
import { crossEntropy, evaluate, type Point } from '../problem/evaluate.js';
import type { LocalModel, Task } from './local-model.js';
import type { NewtonStep } from './newton-step.js';

/** A step changes no output by more than this factor (e^1.5), because the constraints bend. */
const LONGEST_STEP = 1.5;
/** Part of a step below which the search takes what it gets. */
const SHORTEST = 1e-8;
/** Part of the promised descent that a step must bring. */
const ENOUGH_DESCENT = 1e-4;
/** Close to the solution the merit changes by less than this part of itself, its rounding. */
const MERIT_ROUNDING = 1e-13;

/**
 * Goes along a step as far as the ℓ1 merit function, what is minimised plus the penalty times the violation, falls enough.
 *
 * @returns the new point; null where the step is not finite
 */
export function searchLine(task: Task, model: LocalModel, step: NewtonStep, penalty: number): Point | null {
  const { problem, exact } = task;
  const { point, gradient } = model;
  const { direction } = step;
  const longest = direction.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  if (!Number.isFinite(longest)) return null;
  const merit = (at: Point): number => objective(task, at) + penalty * violation(task, at);
  const before = merit(point);
  const descent = dot(gradient, direction) - penalty * violation(task, point);
  const rounding = MERIT_ROUNDING * Math.max(1, Math.abs(before));
  for (let length = Math.min(1, LONGEST_STEP / longest); ; length /= 2) {
    const enough = before + ENOUGH_DESCENT * length * descent + rounding;
    const next = evaluate(
      problem,
      point.z.map((z, g) => z + length * direction[g]!),
    );
    if (merit(next) <= enough || length < SHORTEST) return next;
    // The constraints bend away under a long step; a second-order correction bends it after them.
    const off = step.correction(exact.map((k) => next.residual[k]! - (1 - length) * point.residual[k]!));
    const corrected = evaluate(
      problem,
      next.z.map((z, g) => z - off[g]!),
    );
    if (merit(corrected) <= enough) return corrected;
  }
}

function objective({ problem, approached }: Task, at: Point): number {
  return approached.reduce(
    (sum, { constraint, weight }) => sum + 0.5 * weight * square(at.residual[constraint]!),
    crossEntropy(problem, at),
  );
}

function violation({ exact }: Task, at: Point): number {
  return exact.reduce((sum, k) => sum + Math.abs(at.residual[k]!), 0);
}
