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
  const output = problem.mass.map((mass, group) => mass * Math.exp(z[group]!));
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
    sum += problem.weight[g]! * problem.mass[g]! * (z * Math.exp(z) - Math.expm1(z));
  }
  return sum;
}

/** Derivatives of the constraints by z, constraints × groups row-major. */
export function jacobian(problem: Problem, point: Point): Float64Array {
  const n = point.z.length;
  const matrix = new Float64Array(problem.constraints.length * n);
  problem.constraints.forEach((constraint, k) => {
    const row = matrix.subarray(k * n, (k + 1) * n);
    if (constraint.kind === 'similarity') {
      const { both, a, b } = cosineParts(constraint, point.output);
      forEachPair(constraint, point.output, (ga, gb, x, y) => {
        if (ga >= 0) row[ga]! += (x * y) / both - (x * x) / a;
        if (gb >= 0) row[gb]! += (x * y) / both - (y * y) / b;
      });
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
      addCosineCurvature(constraint, point, multiplier, matrix, n);
      return;
    }
    for (const [sum, slope] of slopes(constraint, point)) bending[sum]! += multiplier * slope;
    if (constraint.kind === 'growth') {
      for (const [{ from, to }, factor] of [
        [constraint.part, constraint.scale],
        [constraint.whole, -constraint.scale * constraint.index],
      ] as const) {
        const bend = (multiplier * factor * growthFactor(point, from, to, constraint.span)) / constraint.span ** 2;
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

function residualOf(constraint: Constraint, sums: Float64Array, output: Float64Array): number {
  switch (constraint.kind) {
    case 'product': {
      let value = -constraint.target;
      constraint.sums.forEach((sum, i) => {
        value += constraint.powers[i]! * Math.log(sums[sum]!);
      });
      return value;
    }
    case 'growth': {
      const growth = ({ from, to }: { from: number; to: number }): number =>
        Math.expm1(Math.log(sums[to]! / sums[from]!) / constraint.span);
      return (growth(constraint.part) - constraint.index * growth(constraint.whole)) * constraint.scale;
    }
    case 'similarity': {
      const { both, a, b } = cosineParts(constraint, output);
      return Math.log(both / Math.sqrt(a * b)) - constraint.target;
    }
  }
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
  return Math.exp(Math.log(point.sums[to]! / point.sums[from]!) / span);
}

/** Derivatives of ln(sum) by z: the share of each group in it. */
function sharesOf(problem: Problem, point: Point, sum: number): [number, number][] {
  return Array.from(problem.sums[sum]!, (group) => [group, point.output[group]! / point.sums[sum]!]);
}

function difference(problem: Problem, point: Point, from: number, to: number): [number, number][] {
  const start = sharesOf(problem, point, from).map(([group, share]): [number, number] => [group, -share]);
  return [...sharesOf(problem, point, to), ...start];
}

/** Adds factor·v·vᵀ for a sparse v, lower triangle only. */
function addOuter(matrix: Float64Array, n: number, factor: number, v: readonly (readonly [number, number])[]): void {
  for (const [i, x] of v) {
    const scaled = factor * x;
    for (const [j, y] of v) if (j <= i) matrix[i * n + j]! += scaled * y;
  }
}

type Cosine = Extract<Constraint, { kind: 'similarity' }>;

function forEachPair(
  constraint: Cosine,
  output: Float64Array,
  visit: (groupA: number, groupB: number, a: number, b: number) => void,
): void {
  for (let i = 0; i < constraint.a.length; i++) {
    const ga = constraint.a[i]!;
    const gb = constraint.b[i]!;
    visit(ga, gb, ga < 0 ? 0 : output[ga]!, gb < 0 ? 0 : output[gb]!);
  }
}

function cosineParts(constraint: Cosine, output: Float64Array): { both: number; a: number; b: number } {
  let both = 0;
  let a = 0;
  let b = 0;
  forEachPair(constraint, output, (_ga, _gb, x, y) => {
    both += x * y;
    a += x * x;
    b += y * y;
  });
  return { both, a, b };
}

/** ln cosine = ln Σ ab − ½ ln Σ a² − ½ ln Σ b²: three logarithms of sums of exponentials of z. */
function addCosineCurvature(
  constraint: Cosine,
  point: Point,
  multiplier: number,
  matrix: Float64Array,
  n: number,
): void {
  const { both, a, b } = cosineParts(constraint, point.output);
  const gradientBoth: [number, number][] = [];
  const gradientA: [number, number][] = [];
  const gradientB: [number, number][] = [];
  forEachPair(constraint, point.output, (ga, gb, x, y) => {
    const shared = (x * y) / both;
    if (ga >= 0) {
      matrix[ga * n + ga]! += multiplier * (shared - (2 * x * x) / a);
      gradientBoth.push([ga, shared]);
      gradientA.push([ga, (x * x) / a]);
    }
    if (gb >= 0) {
      matrix[gb * n + gb]! += multiplier * (shared - (2 * y * y) / b);
      gradientBoth.push([gb, shared]);
      gradientB.push([gb, (y * y) / b]);
    }
    if (shared > 0) matrix[Math.max(ga, gb) * n + Math.min(ga, gb)]! += multiplier * shared;
  });
  addOuter(matrix, n, -multiplier, gradientBoth);
  addOuter(matrix, n, 2 * multiplier, gradientA);
  addOuter(matrix, n, 2 * multiplier, gradientB);
}
