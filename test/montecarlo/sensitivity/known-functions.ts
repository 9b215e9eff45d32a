/** A test function of uniform numbers with known Sobol indices. */
export interface KnownFunction {
  readonly inputs: readonly string[];
  readonly value: (u: ArrayLike<number>) => number;
  readonly variance?: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/**
 * Ishigami and Homma's function, a = 7, b = 0.1.
 *
 * Source: T. Ishigami & T. Homma 1990, An importance quantification technique in uncertainty analysis for computer models;
 * V₁ = ½(1 + bπ⁴/5)², V₂ = a²/8, V₁₃ = b²π⁸(1/18 − 1/50).
 */
export const ishigami: KnownFunction = {
  inputs: ['x1', 'x2', 'x3'],
  value(u) {
    const [x, y, z] = [0, 1, 2].map((k) => Math.PI * (2 * u[k]! - 1)) as [number, number, number];
    return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
  },
  variance: 13.844588,
  first: [0.313905, 0.442411, 0],
  total: [0.557589, 0.442411, 0.243684],
};

const A = [0, 1, 4.5, 9, 99, 99, 99, 99];

/**
 * Sobol's G function in eight dimensions: Π (|4u − 2| + a)/(1 + a).
 *
 * Source: A. Saltelli & I. M. Sobol 1995, About the use of rank transformation in sensitivity analysis of model output;
 * Vᵢ = 1/(3(1 + aᵢ)²), V = Π(1 + Vᵢ) − 1.
 */
export const sobolG: KnownFunction = {
  inputs: A.map((_, k) => `x${k + 1}`),
  value: (u) => A.reduce((product, a, k) => (product * (Math.abs(4 * u[k]! - 2) + a)) / (1 + a), 1),
  first: [0.716192, 0.179048, 0.023676, 0.007162, 0.000072, 0.000072, 0.000072, 0.000072],
  total: [0.787144, 0.242198, 0.034317, 0.01046, 0.000105, 0.000105, 0.000105, 0.000105],
};

/** Values of a function at all points of a design. */
export function evaluate(
  design: {
    readonly inputs: readonly string[];
    readonly rows: number;
    readonly fill: (row: number, target: Float64Array) => void;
  },
  value: (u: ArrayLike<number>) => number,
): Float64Array {
  const point = new Float64Array(design.inputs.length);
  return Float64Array.from({ length: design.rows }, (_, row) => {
    design.fill(row, point);
    return value(point);
  });
}
