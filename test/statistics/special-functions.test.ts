import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantileFunction, logGamma } from '../../engine/statistics/beta.js';
import { normalCdf, normalQuantile } from '../../engine/statistics/normal.js';

const close = (actual: number, expected: number, relative = 1e-12) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-300));

describe('The normal and beta distributions', () => {
  it.each([
    // R: qnorm
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.01, -2.3263478740408408],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
  ])('the normal quantile at %d is %d', (u, z) => close(normalQuantile(u), z, 2e-15));

  it.each([
    // R: pnorm
    [1.96, 0.9750021048517795],
    [-1, 0.15865525393145707],
    [-6, 9.865876450376981e-10],
    [-10, 7.61985302416053e-24],
    [-30, 4.906713927148187e-198],
  ])('the normal distribution function at %d is %d', (z, p) => close(normalCdf(z), p, 1e-13));

  it('log Γ(1/2) is log √π, and log Γ(101) that of 100!', () => {
    close(logGamma(0.5), 0.5 * Math.log(Math.PI));
    close(logGamma(101), 363.7393755555635);
  });

  it.each([
    // R: qbeta(u, a, b); the arcsine and power distributions have closed forms.
    [0.05, 2, 3, 0.0976116],
    [0.5, 2, 3, 0.3857276],
    [0.95, 2, 3, 0.7513954],
  ])('the beta quantile at %d for (%d, %d) is %d', (u, a, b, x) =>
    expect(betaQuantileFunction(a, b)(u)).toBeCloseTo(x, 6),
  );

  it('has the closed forms of beta(a, 1), beta(1, b) and the arcsine distribution', () => {
    for (const u of [1e-300, 1e-12, 0.001, 0.3, 0.5, 0.9, 0.999]) {
      close(betaQuantileFunction(3, 1)(u), u ** (1 / 3));
      close(betaQuantileFunction(1, 4)(u), -Math.expm1(0.25 * Math.log1p(-u)));
      close(betaQuantileFunction(0.5, 0.5)(u), Math.sin(0.5 * Math.PI * u) ** 2);
    }
    close(betaCdf(0.3, 2, 3), 0.3483);
  });

  it('inverts the beta distribution to 1e-10 over shapes from 0.01 to 100000', () => {
    const shape = fc.double({ min: Math.log(0.01), max: Math.log(1e5), noNaN: true }).map(Math.exp);
    const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
    fc.assert(
      fc.property(shape, shape, probability, (a, b, u) => {
        const x = betaQuantileFunction(a, b)(u);
        // The nearest doubles of x may already differ by more in probability where the density is steep.
        const below = betaCdf(x * (1 - 1e-11) - 1e-16, a, b);
        const above = betaCdf(x * (1 + 1e-11) + 1e-16, a, b);
        expect(below).toBeLessThanOrEqual(u + 1e-10);
        expect(above).toBeGreaterThanOrEqual(u - 1e-10);
      }),
      { numRuns: 400 },
    );
  });
});
