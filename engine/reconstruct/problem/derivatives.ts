import { exp, log, square } from '../../exact-math/index.js';
import { addCosineCurvature, addCosineSlopes } from './cosine.js';
import type { Point } from './evaluate.js';
import { addOuter } from './outer-product.js';
import type { Constraint, Problem } from './problem.js';

/** Derivatives of the constraints by z, constraints × groups row-major. */
export function jacobian(problem: Problem, point: Point): Float64Array {
  const n = point.z.length;
  const matrix = new Float64Array(problem.constraints.length * n);
  problem.constraints.forEach((constraint, k) => {
    const row = matrix.subarray(k * n, (k + 1) * n);
    if (constraint.kind === 'similarity') {
      addCosineSlopes(constraint, point.output, row);
      return;
    }
    for (const [sum, slope] of slopes(constraint, point)) {
      for (const group of problem.sums[sum]!) row[group]! += (slope * point.output[group]!) / point.sums[sum]!;
    }
  });
  return matrix;
}

/** Adds Σ multiplier·(second derivatives of the constraint) to the lower triangle of a groups × groups matrix. */
export function addCurvature(
  problem: Problem,
  point: Point,
  multipliers: ArrayLike<number>,
  matrix: Float64Array,
): void {
  const n = point.z.length;
  // Every sum bends by itself, ln Σ mass·e^z, in proportion to all that depends on it.
  const bending = new Float64Array(problem.sums.length);
  problem.constraints.forEach((constraint, k) => {
    const multiplier = multipliers[k]!;
    if (multiplier === 0) return;
    if (constraint.kind === 'similarity') {
      addCosineCurvature(constraint, point.output, multiplier, matrix, n);
      return;
    }
    for (const [sum, slope] of slopes(constraint, point)) bending[sum]! += multiplier * slope;
    if (constraint.kind === 'growth') {
      for (const [{ from, to }, factor] of [
        [constraint.part, constraint.scale],
        [constraint.whole, -constraint.scale * constraint.index],
      ] as const) {
        const bend = (multiplier * factor * growthFactor(point, from, to, constraint.span)) / square(constraint.span);
        addOuter(matrix, n, bend, difference(problem, point, from, to));
      }
    }
  });
  bending.forEach((bend, sum) => {
    if (bend === 0) return;
    const shares = sharesOf(problem, point, sum);
    for (const [group, share] of shares) matrix[group * n + group]! += bend * share;
    addOuter(matrix, n, -bend, shares);
  });
}

/** Derivatives of a constraint by the logarithms of its sums. */
function slopes(
  constraint: Exclude<Constraint, { kind: 'similarity' }>,
  point: Point,
): readonly (readonly [sum: number, slope: number])[] {
  if (constraint.kind === 'product') return constraint.sums.map((sum, i) => [sum, constraint.powers[i]!] as const);
  const { part, whole, span, index, scale } = constraint;
  const ofPart = (scale * growthFactor(point, part.from, part.to, span)) / span;
  const ofWhole = (-scale * index * growthFactor(point, whole.from, whole.to, span)) / span;
  return [
    [part.to, ofPart],
    [part.from, -ofPart],
    [whole.to, ofWhole],
    [whole.from, -ofWhole],
  ];
}

function growthFactor(point: Point, from: number, to: number, span: number): number {
  return exp(log(point.sums[to]! / point.sums[from]!) / span);
}

/** Derivatives of ln(sum) by z: the share of each group in it. */
function sharesOf(problem: Problem, point: Point, sum: number): [number, number][] {
  return Array.from(problem.sums[sum]!, (group) => [group, point.output[group]! / point.sums[sum]!]);
}

function difference(problem: Problem, point: Point, from: number, to: number): [number, number][] {
  const start = sharesOf(problem, point, from).map(([group, share]): [number, number] => [group, -share]);
  return [...sharesOf(problem, point, to), ...start];
}
