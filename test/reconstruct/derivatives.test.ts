import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileProblem } from '../../engine/reconstruct/problem/compile-problem.js';
import { addCurvature, jacobian } from '../../engine/reconstruct/problem/derivatives.js';
import { evaluate } from '../../engine/reconstruct/problem/evaluate.js';
import { figure, targetsOf } from './small-targets.js';

const problem = compileProblem(
  targetsOf(
    [
      [1, 2, 3, 4, 5, 6, 0, 8, 9],
      [9, 8, 7, 6, 5, 4, 0, 2, 1],
    ],
    3,
    [
      figure({ kind: 'locationQuotient', region: 0, industry: 0, year: 1 }, 1.5),
      figure({ kind: 'agglomerationIndex', region: 1, industry: 2, from: 0, to: 1 }, 0.8),
      figure({ kind: 'similarity', regions: [0, 2], year: 0 }, 0.5),
      figure({ kind: 'partOfRegion', region: 2, industries: [1, 2], year: 1 }, 0.7),
      figure({ kind: 'output', region: null, industries: [0], year: 0 }, 4),
    ],
  ),
);
const n = problem.mass.length;
const point = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n, maxLength: n });

test('the derivatives of every kind of figure are those of finite differences, first and second', () => {
  fc.assert(
    fc.property(point, (values) => {
      const z = Float64Array.from(values);
      const shifted = (g: number, by: number) => z.map((x, k) => (k === g ? x + by : x));
      const slopes = jacobian(problem, evaluate(problem, z));
      const multipliers = problem.constraints.map((_, k) => k - 1.5);
      const curvature = new Float64Array(n * n);
      addCurvature(problem, evaluate(problem, z), multipliers, curvature);
      const step = 1e-5;
      for (let g = 0; g < n; g++) {
        const up = evaluate(problem, shifted(g, step));
        const down = evaluate(problem, shifted(g, -step));
        const upSlopes = jacobian(problem, up);
        const downSlopes = jacobian(problem, down);
        problem.constraints.forEach((_, k) => {
          const slope = (up.residual[k]! - down.residual[k]!) / (2 * step);
          expect(slopes[k * n + g]).toBeCloseTo(slope, 6);
        });
        for (let h = 0; h <= g; h++) {
          let second = 0;
          problem.constraints.forEach((_, k) => {
            second += (multipliers[k]! * (upSlopes[k * n + h]! - downSlopes[k * n + h]!)) / (2 * step);
          });
          expect(curvature[g * n + h]).toBeCloseTo(second, 5);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('cells that no figure tells apart share one variable', () => {
  // Six cells of two regions that no figure names, in three industries of which one is named: two groups.
  const targets = targetsOf([[1, 1, 1, 1, 1, 1, 1, 1, 1]], 3, [
    figure({ kind: 'partOfIndustry', region: 0, industries: [0], year: 0 }, 0.5),
  ]);
  expect(compileProblem(targets).mass).toHaveLength(3);
});
