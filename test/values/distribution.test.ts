import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantileFunction } from '../../engine/statistics/beta.js';
import {
  cdf,
  type Distribution,
  distributionCentre,
  distributionMean,
  distributionMistake,
  distributionStandardDeviation,
  FAMILIES,
  type Family,
  quantile,
  quantileFunction,
  support,
} from '../../engine/values/distribution.js';

function distribution(family: Family, ...args: number[]): Distribution {
  return { kind: 'distribution', family, args, text: `${family}(${args.join(', ')})` };
}

const close = (actual: number, expected: number, relative = 1e-12) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-300));

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const sorted = (count: number) =>
  fc.array(number(-10, 10), { minLength: count, maxLength: count }).map((values) => values.sort((a, b) => a - b));

const anyDistribution: fc.Arbitrary<Distribution> = fc
  .oneof(
    sorted(2).map((args) => distribution('uniform', ...args)),
    fc.tuple(number(-5, 5), number(0, 3)).map((args) => distribution('normal', ...args)),
    fc
      .tuple(number(-5, 5), number(0.1, 3), number(-4, 4), number(0.1, 8))
      .map(([mean, sd, lo, width]) => distribution('normal', mean, sd, lo, lo + width)),
    fc.tuple(number(0.01, 5), number(0, 2)).map((args) => distribution('lognormal', ...args)),
    sorted(3).map((args) => distribution('triangular', ...args)),
    sorted(3).map((args) => distribution('pert', ...args)),
    fc.tuple(number(0.05, 50), number(0.05, 50)).map((args) => distribution('beta', ...args)),
    fc
      .tuple(number(0.05, 50), number(0.05, 50), number(-2, 2), number(0.1, 3))
      .map(([a, b, lo, width]) => distribution('beta', a, b, lo, lo + width)),
    fc.array(number(-3, 3), { minLength: 1, maxLength: 9 }).map((args) => distribution('choice', ...args)),
    number(0, 1).map((p) => distribution('bernoulli', p)),
  )
  .filter(({ family, args }) => distributionMistake(family, args) === null);

describe('every distribution', () => {
  const u = fc.double({ min: 1e-300, max: 1 - 2 ** -53, noNaN: true });

  it('has a quantile that grows with the probability', () =>
    fc.assert(
      fc.property(anyDistribution, u, u, (d, p, q) => {
        const low = quantile(d, Math.min(p, q));
        const high = quantile(d, Math.max(p, q));
        expect(low).toBeLessThanOrEqual(high + 1e-12 * Math.max(1, Math.abs(high)));
      }),
      { numRuns: 2000 },
    ));

  it('stays within its support, even at 1e-300 and 1 − 2⁻⁵³', () =>
    fc.assert(
      fc.property(anyDistribution, u, (d, p) => {
        const [lo, hi] = support(d);
        for (const x of [p, 1e-300, 1 - 2 ** -53].map(quantileFunction(d))) {
          expect(Number.isFinite(x)).toBe(true);
          expect(x).toBeGreaterThanOrEqual(lo);
          expect(x).toBeLessThanOrEqual(hi);
        }
      }),
      { numRuns: 2000 },
    ));

  it('has a quantile that inverts its distribution function', () =>
    fc.assert(
      fc.property(anyDistribution, number(1e-9, 1 - 1e-9), (d, p) => {
        const x = quantile(d, p);
        const slack = 1e-10 * Math.max(1, Math.abs(x));
        expect(cdf(d, x + slack)).toBeGreaterThanOrEqual(p - 1e-9);
        if (d.family !== 'choice' && d.family !== 'bernoulli') expect(cdf(d, x - slack)).toBeLessThanOrEqual(p + 1e-9);
      }),
      { numRuns: 2000 },
    ));

  it('has the mean and standard deviation of its quantiles', () =>
    fc.assert(
      fc.property(anyDistribution, (d) => {
        const at = quantileFunction(d);
        const count = 4000;
        const values = Array.from({ length: count }, (_, k) => at((k + 0.5) / count));
        const mean = values.reduce((sum, x) => sum + x, 0) / count;
        const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count);
        const scale = Math.max(0.1, distributionStandardDeviation(d));
        // Midpoints miss the far tail of a lognormal with a large sigma.
        const tolerance = d.family === 'lognormal' ? 0.35 : 0.03;
        expect(Math.abs(mean - distributionMean(d)) / scale).toBeLessThan(tolerance);
        if (d.family !== 'lognormal')
          expect(Math.abs(sd - distributionStandardDeviation(d)) / scale).toBeLessThan(0.05);
      }),
      { numRuns: 200 },
    ));
});

describe('central values', () => {
  it.each([
    [distribution('uniform', 1, 4), 2.5],
    [distribution('normal', 0.02, 0.02), 0.02],
    [distribution('normal', 0.02, 0.02, 0.01, 0.06), 0.02],
    [distribution('lognormal', 0.15, 0.63), 0.15],
    [distribution('triangular', 0.05, 0.3, 0.6), 0.3],
    [distribution('pert', 0, 0.2, 1), 0.2],
    [distribution('beta', 8, 2), 0.8],
    [distribution('beta', 2.8, 4.2, 0.05, 0.8), 0.05 + 0.75 * 0.4],
    [distribution('choice', 1, 2, 6), 3],
    [distribution('bernoulli', 0.2), 0.2],
  ])('of $text', (d, expected) => expect(distributionCentre(d)).toBeCloseTo(expected, 15));
});

describe('quantiles with closed forms', () => {
  it('of the triangular distribution: the square root law on both sides of the mode', () => {
    const d = distribution('triangular', 0, 0.25, 1);
    close(quantile(d, 0.25), 0.25);
    close(quantile(d, 0.0625), 0.125);
    close(quantile(d, 0.8125), 1 - Math.sqrt(0.1875 * 0.75));
    expect(quantile(distribution('triangular', 0.6, 2, 2), 0.25)).toBeCloseTo(1.3, 14);
  });

  it('of lognormal(1, 1): exp of the normal quantile', () =>
    close(quantile(distribution('lognormal', 1, 1), 0.975), Math.exp(1.959963984540054)));

  it('of the half normal distribution, normal(0, 1, 0, ∞) in practice', () =>
    expect(quantile(distribution('normal', 0, 1, 0, 40), 0.5)).toBeCloseTo(0.6744897501960817, 14));

  it('of a normal truncated to its upper tail', () => {
    // scipy.stats.truncnorm(5, 6).ppf(0.5)
    expect(quantile(distribution('normal', 0, 1, 5, 6), 0.5)).toBeCloseTo(5.131371763283919, 12);
  });

  it('of pert(0, 1, 4), which is beta(2, 4) on 0 … 4', () =>
    close(quantile(distribution('pert', 0, 1, 4), 0.3), 4 * betaQuantileFunction(2, 4)(0.3)));

  it('of choice and bernoulli are their values, lowest first', () => {
    expect([0.1, 0.34, 0.99].map(quantileFunction(distribution('choice', 3, 1, 2)))).toEqual([1, 2, 3]);
    expect([0.1, 0.79, 0.81].map(quantileFunction(distribution('bernoulli', 0.2)))).toEqual([0, 0, 1]);
  });

  it('of a distribution without width are its one value', () => {
    for (const d of [
      distribution('uniform', 2, 2),
      distribution('normal', 2, 0),
      distribution('normal', 2, 0, 1, 3),
      distribution('lognormal', 2, 0),
      distribution('triangular', 2, 2, 2),
      distribution('pert', 2, 2, 2),
    ]) {
      expect([1e-9, 0.5, 0.999].map(quantileFunction(d))).toEqual([2, 2, 2]);
      expect([cdf(d, 1.9), cdf(d, 2), distributionStandardDeviation(d)]).toEqual([0, 1, 0]);
    }
  });
});

it('every family refuses a call without arguments and says how it is written', () => {
  for (const family of FAMILIES) expect(distributionMistake(family, [])?.hint).toContain(`${family}(`);
});
