import { exp, expm1, log } from '../../exact-math/index.js';
import { cosineParts } from './cosine.js';
import type { Constraint, Problem } from './problem.js';

/** The problem at some z: outputs of groups, sums, and how far each constraint is from zero. */
export interface Point {
  readonly z: Float64Array;
  readonly output: Float64Array;
  readonly sums: Float64Array;
  readonly residual: Float64Array;
}

/** Evaluates outputs, sums and constraints. */
export function evaluate(problem: Problem, z: Float64Array): Point {
  const output = problem.mass.map((mass, group) => mass * exp(z[group]!));
  const sums = Float64Array.from(problem.sums, (groups) => {
    let sum = 0;
    for (const group of groups) sum += output[group]!;
    return sum;
  });
  const residual = Float64Array.from(problem.constraints, (constraint) => residualOf(constraint, sums, output));
  return { z, output, sums, residual };
}

/** Σ weight·(q·ln(q/prior) − q + prior) in nats, each year's shares of its prior total. */
export function crossEntropy(problem: Problem, point: Point): number {
  let sum = 0;
  for (let g = 0; g < point.z.length; g++) {
    const z = point.z[g]!;
    // Near z = 0 the three terms cancel; expm1 keeps what is left.
    sum += problem.weight[g]! * problem.mass[g]! * (z * exp(z) - expm1(z));
  }
  return sum;
}

function residualOf(constraint: Constraint, sums: Float64Array, output: Float64Array): number {
  switch (constraint.kind) {
    case 'product': {
      let value = -constraint.target;
      constraint.sums.forEach((sum, i) => {
        value += constraint.powers[i]! * log(sums[sum]!);
      });
      return value;
    }
    case 'growth': {
      const growth = ({ from, to }: { from: number; to: number }): number =>
        expm1(log(sums[to]! / sums[from]!) / constraint.span);
      return (growth(constraint.part) - constraint.index * growth(constraint.whole)) * constraint.scale;
    }
    case 'similarity': {
      const { both, a, b } = cosineParts(constraint, output);
      return log(both / Math.sqrt(a * b)) - constraint.target;
    }
  }
}
