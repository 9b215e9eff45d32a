import { addOuter } from './outer-product.js';
import type { Constraint } from './problem.js';

/** A similarity of two regions, as a constraint. */
export type Cosine = Extract<Constraint, { kind: 'similarity' }>;

/** Visits the groups of both regions industry by industry; a group of −1 has no output. */
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

/** Σ ab, Σ a² and Σ b² over the industries of two regions. */
export function cosineParts(constraint: Cosine, output: Float64Array): { both: number; a: number; b: number } {
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

/** Adds the derivatives of ln cosine by z. */
export function addCosineSlopes(constraint: Cosine, output: Float64Array, row: Float64Array): void {
  const { both, a, b } = cosineParts(constraint, output);
  forEachPair(constraint, output, (ga, gb, x, y) => {
    if (ga >= 0) row[ga]! += (x * y) / both - (x * x) / a;
    if (gb >= 0) row[gb]! += (x * y) / both - (y * y) / b;
  });
}

/**
 * Adds multiplier·(second derivatives of ln cosine) to the lower triangle of a matrix: ln cosine = ln Σ ab − ½ ln Σ a² − ½ ln Σ b²,
 * three logarithms of sums of exponentials of z.
 */
export function addCosineCurvature(
  constraint: Cosine,
  output: Float64Array,
  multiplier: number,
  matrix: Float64Array,
  n: number,
): void {
  const { both, a, b } = cosineParts(constraint, output);
  const gradientBoth: [number, number][] = [];
  const gradientA: [number, number][] = [];
  const gradientB: [number, number][] = [];
  forEachPair(constraint, output, (ga, gb, x, y) => {
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
