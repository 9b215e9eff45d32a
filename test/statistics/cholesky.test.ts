import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorise, factoriseSemidefinite, lowerFactor, solveFactorised } from '../../engine/statistics/cholesky.js';

const number = fc.double({ min: -3, max: 3, noNaN: true });

/** Vectors whose inner products make a matrix that is positive semidefinite, and definite with ones added to its diagonal. */
const vectors = fc
  .integer({ min: 1, max: 5 })
  .chain((n) => fc.array(fc.array(number, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));

function innerProducts(rows: readonly (readonly number[])[], added: number): Float64Array {
  return Float64Array.from(
    rows.flatMap((a, i) => rows.map((b, j) => a.reduce((sum, x, k) => sum + x * b[k]!, i === j ? added : 0))),
  );
}

function times(matrix: Float64Array, n: number, x: ArrayLike<number>): number[] {
  return Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += matrix[i * n + k]! * x[k]!;
    return sum;
  });
}

describe('The factor of a matrix', () => {
  it('solves equations with it', () =>
    fc.assert(
      fc.property(vectors, (rows) => {
        const n = rows.length;
        const matrix = innerProducts(rows, 1);
        const factor = matrix.slice();
        expect(factorise(factor, n)).toBe(true);
        const wanted = rows[0]!;
        times(matrix, n, solveFactorised(factor, n, wanted)).forEach((x, i) => {
          expect(x).toBeCloseTo(wanted[i]!, 8);
        });
      }),
    ));

  it('does not exist where a matrix is not positive definite', () => {
    expect(factorise(new Float64Array([1, 2, 2, 1]), 2)).toBe(false);
    expect(factorise(new Float64Array([1, 1, 1, 1]), 2)).toBe(false);
    expect(factorise(new Float64Array([0]), 1)).toBe(false);
  });

  it('leaves out equations that repeat others', () => {
    const matrix = new Float64Array([1, 0, 1, 0, 1, 0, 1, 0, 1]);
    factoriseSemidefinite(matrix, 3);
    expect([...solveFactorised(matrix, 3, [2, 5, 2])]).toEqual([2, 5, 0]);
  });

  it('of a correlation matrix has rows of length 1 whose inner products are the correlations', () =>
    fc.assert(
      fc.property(vectors, (rows) => {
        const n = rows.length;
        const products = innerProducts(rows, 0.1);
        const matrix = products.map(
          (x, at) => x / Math.sqrt(products[Math.floor(at / n) * (n + 1)]! * products[(at % n) * (n + 1)]!),
        );
        const factor = lowerFactor(matrix, n)!;
        for (let i = 0; i < n; i++) {
          times(factor, n, factor.subarray(i * n, (i + 1) * n)).forEach((x, j) => {
            expect(x).toBeCloseTo(matrix[i * n + j]!, 10);
          });
        }
      }),
    ));

  it('of a correlation matrix does not exist where the correlations contradict each other', () => {
    const contradiction = [1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1];
    expect(lowerFactor(contradiction, 3)).toBeNull();
    expect([...lowerFactor([1, 1, 1, 1], 2)!]).toEqual([1, 0, 1, 0]);
  });
});
