import { describe, expect, it } from 'vitest';
import { sobolDesign } from '../../../engine/montecarlo/sampling/sobol-design.js';
import { type SobolIndices, sobolIndices } from '../../../engine/montecarlo/sensitivity/sobol-indices.js';
import { evaluate, ishigami, type KnownFunction, sobolG } from './known-functions.js';

type Found = Extract<SobolIndices, { status: 'ok' }>;

function indicesOf({ inputs, value }: KnownFunction, samples: number, seed = 1): Found {
  const design = sobolDesign({ inputs, samples, seed });
  const result = sobolIndices(design, evaluate(design, value));
  if (result.status !== 'ok') throw new Error(result.status);
  return result;
}

describe.each([
  ['Ishigami', ishigami],
  ["Sobol's G", sobolG],
])('The indices of %s function', (_, known) => {
  it('are within 0.01 of the truth at 2^14 base samples, for any of some seeds', () => {
    for (const seed of [1, 2, 3]) {
      const found = indicesOf(known, 2 ** 14, seed);
      for (const order of ['first', 'total'] as const) {
        known[order].forEach((truth, k) => {
          expect(Math.abs(found[order][k]! - truth)).toBeLessThan(0.01);
        });
      }
    }
  });

  it('have the truth within their intervals', () => {
    for (const samples of [2 ** 10, 2 ** 14]) {
      const found = indicesOf(known, samples);
      known.first.forEach((truth, k) => {
        // The published truth has six decimals.
        expect(truth + 1e-6).toBeGreaterThanOrEqual(found.firstLow[k]!);
        expect(truth - 1e-6).toBeLessThanOrEqual(found.firstHigh[k]!);
        expect(known.total[k]! + 1e-6).toBeGreaterThanOrEqual(found.totalLow[k]!);
        expect(known.total[k]! - 1e-6).toBeLessThanOrEqual(found.totalHigh[k]!);
      });
    }
  });

  it('have intervals that halve with four times the samples', () => {
    const width = ({ totalHigh, totalLow }: Found) => totalHigh[0]! - totalLow[0]!;
    const ratio = width(indicesOf(known, 1024)) / width(indicesOf(known, 4096));
    expect(ratio).toBeGreaterThan(1.5);
    expect(ratio).toBeLessThan(2.7);
  });
});

describe('Sobol indices', () => {
  it('come with the variance of the outcome', () => {
    expect(indicesOf(ishigami, 2 ** 13).variance).toBeCloseTo(ishigami.variance!, 1);
  });

  it('of a sum are the shares of the variances, first and total alike', () => {
    const found = indicesOf({ ...sobolG, inputs: ['a', 'b'], value: (u) => 1e6 + u[0]! + 2 * u[1]! }, 4096);
    for (const order of ['first', 'total'] as const) {
      expect(found[order][0]).toBeCloseTo(0.2, 3);
      expect(found[order][1]).toBeCloseTo(0.8, 3);
    }
  });

  it('of a group count what its members do together', () => {
    // x1 and x3 of Ishigami: everything that is not x2's, and x2 interacts with neither.
    const design = sobolDesign({
      inputs: ishigami.inputs,
      groups: [{ name: 'x1 and x3', inputs: ['x3', 'x1'] }],
      samples: 2 ** 13,
      seed: 1,
    });
    expect(design.rows).toBe(2 ** 13 * 4);
    const found = sobolIndices(design, evaluate(design, ishigami.value)) as Found;
    expect(found.groups).toEqual(['x1 and x3', 'x2']);
    for (const order of ['first', 'total'] as const) {
      expect(Math.abs(found[order][0]! - 0.557589)).toBeLessThan(0.01);
      expect(Math.abs(found[order][1]! - 0.442411)).toBeLessThan(0.01);
    }
  });

  it('do not depend on the unit of the outcome', () => {
    const plain = indicesOf(ishigami, 256);
    const scaled = indicesOf({ ...ishigami, value: (u) => 1000 * ishigami.value(u) - 7 }, 256);
    plain.total.forEach((index, k) => {
      expect(scaled.total[k]).toBeCloseTo(index, 9);
      expect(scaled.firstHigh[k]).toBeCloseTo(plain.firstHigh[k]!, 9);
    });
  });

  it('are refused with a status where the outcome does not vary, but for rounding', () => {
    const design = sobolDesign({ inputs: ['a', 'b'], samples: 64, seed: 1 });
    expect(
      sobolIndices(
        design,
        evaluate(design, () => 3),
      ),
    ).toEqual({
      status: 'no-variance',
      groups: ['a', 'b'],
      samples: 64,
      dropped: 0,
    });
    expect(
      sobolIndices(
        design,
        evaluate(design, (u) => 0.3 + (u[0]! > 0.5 ? 2 ** -53 : 0)),
      ).status,
    ).toBe('no-variance');
    expect(
      sobolIndices(
        design,
        evaluate(design, () => 0),
      ).status,
    ).toBe('no-variance');
  });

  it('leave out base samples of which a point has no outcome, and say how many', () => {
    const design = sobolDesign({ inputs: ['a', 'b'], samples: 1024, seed: 1 });
    const values = evaluate(design, (u) => u[0]! + u[1]!);
    values[5] = Number.NaN;
    values[400] = Infinity;
    expect(sobolIndices(design, values)).toMatchObject({ status: 'ok', samples: 1022, dropped: 2 });
    expect(sobolIndices(design, values.fill(Number.NaN))).toMatchObject({
      status: 'too-few',
      samples: 0,
      dropped: 1024,
    });
  });

  it('are the same numbers for the same seed', () => {
    expect(indicesOf(ishigami, 128)).toEqual(indicesOf(ishigami, 128));
    expect(indicesOf(ishigami, 128, 2)).not.toEqual(indicesOf(ishigami, 128));
  });
});

describe('A design for Sobol indices', () => {
  it('takes exactly the columns of one group from the second matrix', () => {
    const design = sobolDesign({ inputs: ['a', 'b', 'c'], samples: 8, seed: 1 });
    const row = (k: number) => {
      const point = new Float64Array(3);
      design.fill(k, point);
      return [...point];
    };
    for (let sample = 0; sample < 8; sample++) {
      const [a, b, ...mixed] = [0, 1, 2, 3, 4].map((k) => row(5 * sample + k)) as [number[], number[], ...number[][]];
      mixed.forEach((point, g) => {
        expect(point).toEqual(a.map((u, j) => (j === g ? b[j] : u)));
      });
    }
  });
});
