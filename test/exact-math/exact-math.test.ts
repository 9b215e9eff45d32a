import { describe, expect, it } from 'vitest';
import * as functions from '../../engine/exact-math/index.js';
import { exact, unitsOff } from './oracle.js';
import { beside, magnitudes, POINTS, SPECIAL, spread } from './points.js';

/** The functions of one number that have an oracle. */
type Name = keyof typeof POINTS;
const { exp, expm1, log, log1p, log2, log10, sin, cos, asin, tanh, softplus, pow, hypot } = functions;
const FUNCTIONS: Readonly<Record<Name, (x: number) => number>> = {
  exp,
  expm1,
  log,
  log1p,
  log2,
  log10,
  sin,
  cos,
  asin,
  tanh,
  softplus,
};

/** Largest errors as the functions' comments state them, in units in the last place. */
const ALLOWED: Readonly<Record<Name, number>> = {
  exp: 1,
  log: 1,
  expm1: 3,
  log1p: 3,
  tanh: 3,
  softplus: 3,
  log2: 0.6,
  log10: 0.6,
  sin: 1,
  cos: 1,
  asin: 1,
};

describe('The exact functions', () => {
  it.each(Object.keys(POINTS) as Name[])('%s is as exact as stated', (name) => {
    let worst = { off: 0, at: 0 };
    for (const x of POINTS[name]) {
      const off = unitsOff(FUNCTIONS[name](x), exact[name](x));
      if (off > worst.off) worst = { off, at: x };
    }
    expect(worst.off, `${name}(${worst.at})`).toBeLessThanOrEqual(ALLOWED[name]);
  });

  it('pow is as exact as stated, over the whole range of its results', () => {
    const bases = [...magnitudes(2 ** -1074, 2 ** 1023, 3000), ...spread(0.2, 5, 3000), ...beside(1)].map(Math.abs);
    const powers = spread(-1070, 1023, bases.length);
    let worst = { off: 0, at: [0, 0] };
    for (const [k, x] of bases.entries()) {
      // Exponents for which the result's power of two is anywhere in its range, and plain ones.
      const y = k % 2 === 0 ? powers[k]! / Math.log2(x) : powers[k]! / 200;
      if (x === 1 || Math.abs(y * Math.log2(x)) > 1020) continue;
      const off = unitsOff(pow(x, y), exact.pow(x, y));
      if (off > worst.off) worst = { off, at: [x, y] };
    }
    expect(worst.off, `pow(${worst.at})`).toBeLessThanOrEqual(0.7);
  });

  it('pow gives powers that are doubles exactly, and has the signs and limits of the operator **', () => {
    for (let base = 2; base <= 40; base++) {
      let power = base;
      for (let n = 1; power < 2 ** 53; n++, power *= base) {
        expect(pow(base, n), `${base}^${n}`).toBe(power);
        expect(pow(-base, n)).toBe(n % 2 === 0 ? power : -power);
        expect(pow(power, 1 / n), `${power}^(1/${n})`).toBeCloseTo(base, 10);
      }
    }
    for (const n of [-1074, -1073, -1022, -3, 5, 1023]) expect(pow(2, n)).toBe(Number(`${2 ** n}`));
    for (const x of SPECIAL) {
      for (const y of SPECIAL) expect([x, y, pow(x, y)]).toEqual([x, y, near(x ** y, pow(x, y))]);
    }
  });

  it('log2 and log10 give integers where they are', () => {
    for (let n = -1074; n <= 1023; n++) expect(log2(2 ** n)).toBe(n);
    for (let n = -307; n <= 308; n++) expect(log10(Number(`1e${n}`))).toBe(n);
  });

  it.each(['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'tanh', 'asin'] as const)(
    '%s is right at the edges of its range',
    (name) => {
      for (const x of SPECIAL) expect([x, FUNCTIONS[name](x)]).toEqual([x, near(Math[name](x), FUNCTIONS[name](x))]);
    },
  );

  it('sin and cos keep to −1 … 1 and have no value beyond the angles they know', () => {
    for (const x of [Math.PI / 2, -Math.PI / 2]) expect(sin(x)).toBe(Math.sign(x));
    expect([sin(0), sin(-0), cos(0), sin(1e7), cos(NaN), sin(Infinity)]).toEqual([0, -0, 1, NaN, NaN, NaN]);
  });

  it('hypot neither overflows nor underflows', () => {
    expect(hypot(3e200, 4e200)).toBeCloseTo(5e200, -186);
    expect(hypot(3e-320, -4e-320)).toBe(5e-320);
    expect([hypot(), hypot(0, -0), hypot(1, -Infinity), hypot(NaN, 2)]).toEqual([0, 0, Infinity, NaN]);
  });
});

/** The second number where it is within rounding of the first, so that both are compared by sign and limit only. */
function near(value: number, found: number): number {
  return Math.abs(value - found) <= 2 ** -52 * Math.abs(value) && Object.is(Math.sign(value), Math.sign(found))
    ? found
    : value;
}
