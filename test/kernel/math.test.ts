import { beforeAll, describe, expect, it } from 'vitest';
import { exp, expm1, log, softplus, tanh } from '../../engine/exact-math/index.js';
import { exact, unitsOff } from '../exact-math/oracle.js';
import { beside, magnitudes, POINTS, SPECIAL, spread } from '../exact-math/points.js';
import { kernelFunctions, NAMES, type RunFunction } from './kernel-functions.js';

type Name = (typeof NAMES)[number];

const functions = { exp, log, expm1, tanh, softplus };

let run: RunFunction;

beforeAll(async () => {
  run = await kernelFunctions();
});

describe('The kernel’s functions', () => {
  // At these points test/exact-math measures how exact the functions are.
  it.each(NAMES)('%s has the bits of the function of that name in engine/exact-math', (name) => {
    const points = [...POINTS[name], ...SPECIAL, 709.7827128933841, -745.2, 800, -800];
    const found = run(name, points);
    const differing = points.filter((x, k) => !Object.is(functions[name](x), found[k]!));
    expect(differing).toEqual([]);
  });

  it('pow is as exact as stated, and near 1 as exact as exp', () => {
    const bases = [...spread(0, 3, 2000), ...magnitudes(1e-12, 1e12, 2000).map(Math.abs)];
    const exponents = spread(-8, 8, bases.length);
    const found = run('pow', bases, exponents);
    let worst = 0;
    for (const [k, x] of bases.entries()) {
      const units = unitsOff(found[k]!, exact.pow(x, exponents[k]!));
      const allowed = 1 + 3 * Math.abs(exponents[k]! * Math.log(x));
      worst = Math.max(worst, units / allowed);
    }
    expect(worst).toBeLessThanOrEqual(1);
  });

  it.each<[Name, readonly (readonly [x: number, value: number])[]]>([
    [
      'exp',
      [
        [0, 1],
        [-0, 1],
        [Infinity, Infinity],
        [-Infinity, 0],
        [709.7827128933841, Infinity],
        [1e300, Infinity],
        [-745.1332191019411, 5e-324],
        [-745.1332191019412, 0],
        [-1e300, 0],
        [5e-324, 1],
        [NaN, NaN],
      ],
    ],
    [
      'log',
      [
        [1, 0],
        [0, -Infinity],
        [-0, -Infinity],
        [Infinity, Infinity],
        [-Infinity, NaN],
        [-1, NaN],
        [-5e-324, NaN],
        [5e-324, -744.4400719213812],
        [NaN, NaN],
      ],
    ],
    [
      'expm1',
      [
        [0, 0],
        [-0, -0],
        [5e-324, 5e-324],
        [-1e-310, -1e-310],
        [1e-20, 1e-20],
        [-50, -1],
        [-800, -1],
        [-Infinity, -1],
        [709.7827128933841, Infinity],
        [Infinity, Infinity],
        [NaN, NaN],
      ],
    ],
    [
      'tanh',
      [
        [0, 0],
        [-0, -0],
        [5e-324, 5e-324],
        [-1e-310, -1e-310],
        [1e-20, 1e-20],
        [25, 1],
        [-25, -1],
        [Infinity, 1],
        [-Infinity, -1],
        [NaN, NaN],
      ],
    ],
    [
      'softplus',
      [
        [0, Math.LN2],
        [50, 50],
        [1e300, 1e300],
        [Infinity, Infinity],
        [-745.1332191019411, 5e-324],
        [-800, 0],
        [-Infinity, 0],
        [NaN, NaN],
      ],
    ],
  ])('%s is right at the edges of its range', (name, cases) => {
    // Beside an ordinary number, in either lane: a lane must not depend on its neighbour.
    const points = cases.flatMap(([x]) => [x, 0.75, 0.75, x]);
    const found = run(name, points);
    const ordinary = run(name, [0.75, 0.75])[0];
    const expected = cases.flatMap(([, value]) => [value, ordinary, ordinary, value]);
    expect(found).toEqual(expected);
  });

  it('pow is right at the edges of its range', () => {
    const cases = [
      [0, 2, 0],
      [0, -2, Infinity],
      [0, 0, 1],
      [NaN, 0, 1],
      [Infinity, 0.5, Infinity],
      [Infinity, -0.5, 0],
      [2, 1025, Infinity],
      [2, -1080, 0],
      [1, 17.3, 1],
      [-2, 2, NaN],
      [2, NaN, NaN],
    ] as const;
    const [bases, exponents, values] = [0, 1, 2].map((k) => cases.map((each) => each[k]!));
    expect(run('pow', bases!, exponents!)).toEqual(values);
  });

  it('never falls where the function rises, beside the places where the power of two changes', () => {
    const points = POINTS.exp
      .slice(0, 3000)
      .flatMap(beside)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const found = run('exp', points);
    expect(found.every((value, k) => k === 0 || value >= found[k - 1]!)).toBe(true);
  });
});
