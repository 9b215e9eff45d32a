import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSampler,
  SAMPLING_METHODS,
  type SampledStudy,
  type SamplingMethod,
} from '../../../engine/montecarlo/sampling/sampler.js';

/** The numbers of some draws, one row a draw. */
function rows(method: SamplingMethod, study: SampledStudy, draws: readonly number[]): number[][] {
  const sampler = createSampler(method, study);
  return draws.map((draw) => {
    const target = new Float64Array(study.dimensions.length);
    sampler.fill(draw, target);
    return [...target];
  });
}

const range = (count: number) => Array.from({ length: count }, (_, k) => k);

/** How many of a column's numbers fall into each of `strata` equal parts of (0, 1). */
function perStratum(column: readonly number[], strata: number): number[] {
  const counts = new Array<number>(strata).fill(0);
  for (const u of column) counts[Math.floor(u * strata)]!++;
  return counts;
}

const study = { seed: 7, draws: 1000, dimensions: ['rivalry', 'barrier', 'policies.0.push', '__proto__'] };

describe.each(SAMPLING_METHODS)('A %s sampler', (method) => {
  it('gives numbers within (0, 1)', () => {
    for (const u of rows(method, study, range(1000)).flat()) expect(u > 0 && u < 1).toBe(true);
  });

  it('gives a draw alone, in any batch and in any order the same numbers', () => {
    const all = rows(method, study, range(1000));
    fc.assert(
      fc.property(fc.array(fc.nat(999), { maxLength: 20 }), (draws) => {
        expect(rows(method, study, draws)).toEqual(draws.map((draw) => all[draw]));
      }),
      { numRuns: 20 },
    );
  });

  it('writes where it is told to and nowhere else', () => {
    const target = new Float64Array(8).fill(-1);
    createSampler(method, study).fill(3, target, 2);
    expect([...target.subarray(2, 6)]).toEqual(rows(method, study, [3])[0]);
    expect([target[1], target[6]]).toEqual([-1, -1]);
  });

  it('changes no dimension when others are added, left out or put in another order', () => {
    const barrier = rows(method, study, range(50)).map((row) => row[1]);
    for (const dimensions of [['barrier'], ['new', 'barrier', 'rivalry'], [...range(60).map(String), 'barrier']]) {
      const at = dimensions.indexOf('barrier');
      expect(rows(method, { ...study, dimensions }, range(50)).map((row) => row[at])).toEqual(barrier);
    }
  });

  it('gives other numbers for another seed and for another name', () => {
    const [a, b] = [rows(method, study, range(20)), rows(method, { ...study, seed: 8 }, range(20))];
    const numbers = [...a.flat(), ...b.flat()];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has uncorrelated dimensions of mean 1/2 and variance 1/12', () => {
    const columns = rows(method, { ...study, draws: 4096 }, range(4096));
    const mean = (f: (row: readonly number[]) => number) => columns.reduce((sum, row) => sum + f(row) / 4096, 0);
    for (const i of range(4)) {
      expect(Math.abs(mean((row) => row[i]! - 0.5))).toBeLessThan(4 * Math.sqrt(1 / 12 / 4096));
      expect(Math.abs(mean((row) => (row[i]! - 0.5) ** 2 - 1 / 12))).toBeLessThan(4 * Math.sqrt(1 / 180 / 4096));
      for (const j of range(i)) {
        expect(Math.abs(mean((row) => (row[i]! - 0.5) * (row[j]! - 0.5)))).toBeLessThan(4 / 12 / 64);
      }
    }
  });

  it('gives these numbers on every machine and in every version', () => {
    expect(rows(method, study, [0, 999])).toMatchSnapshot();
  });
});

describe('A random sampler', () => {
  it('gives a draw the same numbers in a study of any length', () => {
    expect(rows('random', { ...study, draws: 5000 }, [17])).toEqual(rows('random', study, [17]));
  });
});

describe('A latin hypercube', () => {
  it('has one draw in each of n strata of every dimension, for any n', () => {
    for (const draws of [1, 2, 3, 10, 64, 1000, 1025]) {
      const all = rows('latin', { ...study, draws }, range(draws));
      for (const j of range(4)) {
        expect(
          perStratum(
            all.map((row) => row[j]!),
            draws,
          ),
        ).toEqual(new Array(draws).fill(1));
      }
    }
  });

  it('estimates the mean of a sum of many inputs far better than random draws do', () => {
    const dimensions = range(20).map((k) => `input ${k}`);
    const squaredError = (method: SamplingMethod) =>
      range(20).reduce((sum, seed) => {
        const all = rows(method, { seed, draws: 200, dimensions }, range(200));
        return sum + (all.flat().reduce((total, u) => total + u, 0) / 200 - 10) ** 2;
      }, 0);
    expect(squaredError('latin')).toBeLessThan(squaredError('random') / 1000);
  });
});

describe('A scrambled Sobol sequence', () => {
  it('has one point in each of 2^k strata for any 2^k consecutive points from a multiple of 2^k on', () => {
    const dimensions = [...range(30).map((k) => `padded ${k}`), ...range(30).map((k) => `place ${k}`)];
    const places = range(30).map((k) => `place ${k}`);
    for (const [first, count] of [
      [0, 2],
      [4, 4],
      [0, 64],
      [3 * 512, 512],
      [2 ** 31, 1024],
    ] as const) {
      const block = rows(
        'sobol',
        { seed: 3, draws: 2 ** 32, dimensions, places },
        range(count).map((k) => first + k),
      );
      for (const j of range(60)) {
        expect(
          perStratum(
            block.map((row) => row[j]!),
            count,
          ),
        ).toEqual(new Array(count).fill(1));
      }
    }
  });

  it('has one point in each of 2^k boxes of the first two places, whatever their sides', () => {
    const places = ['a', 'b'];
    const block = rows('sobol', { seed: 11, draws: 256, dimensions: places, places }, range(256));
    for (const bits of range(9)) {
      const [m, n] = [2 ** bits, 2 ** (8 - bits)];
      const boxes = block.map(([x, y]) => Math.floor(x! * m) * n + Math.floor(y! * n));
      expect(new Set(boxes).size).toBe(256);
    }
  });

  it('leaves no pair among many dimensions correlated by accident, with places or without', () => {
    const count = 60;
    const names = range(count).map((k) => `input ${k}`);
    for (const places of [[], names]) {
      const all = rows('sobol', { seed: 2, draws: 1024, dimensions: names, places }, range(1024));
      const worst = range(count).flatMap((i) =>
        range(i).map((j) =>
          Math.abs(all.reduce((sum, row) => sum + (row[i]! - 0.5) * (row[j]! - 0.5), 0) / (1024 / 12)),
        ),
      );
      // Of 1,770 random pairs the worst would be about 3.5 standard errors off.
      expect(Math.max(...worst)).toBeLessThan(0.14);
    }
  });

  it('gives a place to a name of the list whether or not others of it are used', () => {
    const places = range(100).map((k) => `parameter ${k}`);
    const all = rows('sobol', { ...study, dimensions: places, places }, range(20));
    const some = rows(
      'sobol',
      { ...study, dimensions: ['own', 'parameter 70'], places: [...places, 'later'] },
      range(20),
    );
    expect(some.map((row) => row[1])).toEqual(all.map((row) => row[70]));
  });

  it('integrates a smooth function of its first places with an error far below that of random draws', () => {
    const places = range(6).map((k) => `input ${k}`);
    const error = (method: SamplingMethod, names: readonly string[]) =>
      Math.sqrt(
        range(10).reduce((sum, seed) => {
          const all = rows(method, { seed, draws: 1024, dimensions: places, places: names }, range(1024));
          const mean = all.reduce((total, row) => total + row.reduce((p, u) => p * (0.5 + u), 1) / 1024, 0);
          return sum + (mean - 1) ** 2 / 10;
        }, 0),
      );
    expect(error('sobol', places)).toBeLessThan(error('random', []) / 40);
    expect(error('sobol', [])).toBeLessThan(error('random', []) / 1.2);
  });
});
