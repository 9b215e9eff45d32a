import { describe, expect, it } from 'vitest';
import { createSampler } from '../../engine/montecarlo/sampling/sampler.js';
import { type RankRegression, rankRegression } from '../../engine/statistics/rank-regression.js';
import { rankCorrelation } from './rank-correlation.js';

type Found = Extract<RankRegression, { status: 'ok' }>;

/** Columns of independent uniform numbers. */
function columns(width: number, draws: number): Float64Array[] {
  const sampler = createSampler('random', {
    seed: 1,
    draws,
    dimensions: Array.from({ length: width }, (_, k) => `${k}`),
  });
  const point = new Float64Array(width);
  const all = Array.from({ length: width }, () => new Float64Array(draws));
  for (let k = 0; k < draws; k++) {
    sampler.fill(k, point);
    for (let j = 0; j < width; j++) all[j]![k] = point[j]!;
  }
  return all;
}

describe('Rank regression', () => {
  it('explains an outcome that rises or falls with one input wholly, however crooked', () => {
    const [a, b] = columns(2, 300) as [Float64Array, Float64Array];
    const found = rankRegression(
      [a, b],
      a.map((x) => -Math.exp(20 * x)),
    ) as Found;
    expect(found.rSquared).toBeCloseTo(1, 12);
    expect(found.coefficients[0]).toBeCloseTo(-1, 12);
    expect(found.coefficients[1]).toBeCloseTo(0, 12);
  });

  it('with one input is the rank correlation', () => {
    const [a, b] = columns(2, 200) as [Float64Array, Float64Array];
    const outcome = a.map((x, k) => x + b[k]!);
    const found = rankRegression([a], outcome) as Found;
    expect(found.coefficients[0]).toBeCloseTo(rankCorrelation(a, outcome)!, 12);
    expect(found.rSquared).toBeCloseTo(rankCorrelation(a, outcome)! ** 2, 12);
  });

  it('orders inputs by their weight, with the truth of a near-linear case in the intervals', () => {
    const inputs = columns(3, 4000);
    const outcome = Float64Array.from(inputs[0]!, (_, k) => 3 * inputs[0]![k]! + 2 * inputs[1]![k]! + inputs[2]![k]!);
    const found = rankRegression(inputs, outcome) as Found;
    const [a, b, c] = found.coefficients as [number, number, number];
    expect(a > b && b > c && c > 0.2).toBe(true);
    expect(found.rSquared).toBeGreaterThan(0.95);
    expect(found.low[0]! < a && a < found.high[0]!).toBe(true);
  });

  it('solves the normal equations of correlated inputs', () => {
    const [a, noise] = columns(2, 500) as [Float64Array, Float64Array];
    const b = a.map((x, k) => x + 0.5 * noise[k]!);
    const outcome = a.map((x, k) => x - 0.7 * b[k]!);
    const found = rankRegression([a, b], outcome) as Found;
    // Two inputs: β₁ = (r₁ − r₁₂·r₂)/(1 − r₁₂²).
    const [r1, r2, r12] = [rankCorrelation(a, outcome)!, rankCorrelation(b, outcome)!, rankCorrelation(a, b)!];
    expect(found.coefficients[0]).toBeCloseTo((r1 - r12 * r2) / (1 - r12 ** 2), 10);
    expect(found.coefficients[1]).toBeCloseTo((r2 - r12 * r1) / (1 - r12 ** 2), 10);
  });

  it('says nothing of inputs that do not vary or repeat others, and of the rest what it says without them', () => {
    const [a, b] = columns(2, 100) as [Float64Array, Float64Array];
    const outcome = a.map((x, k) => x + b[k]! ** 2);
    const found = rankRegression([a, a.map(() => 4), a.map((x) => 2 * x), b], outcome) as Found;
    expect(found.coefficients.map((x) => x === null)).toEqual([false, true, true, false]);
    expect(found.coefficients[3]).toBeCloseTo((rankRegression([a, b], outcome) as Found).coefficients[1]!, 12);
  });

  it('has a status where the outcome does not vary or draws are too few, and leaves out broken draws', () => {
    const inputs = columns(2, 50);
    expect(rankRegression(inputs, new Float64Array(50))).toEqual({ status: 'no-variance', draws: 50, dropped: 0 });
    expect(
      rankRegression(
        inputs.map((x) => x.slice(0, 3)),
        [1, 2, 3],
      ),
    ).toEqual({ status: 'too-few', draws: 3, dropped: 0 });
    const outcome = inputs[0]!.slice();
    outcome[7] = Number.NaN;
    expect(rankRegression(inputs, outcome)).toMatchObject({ status: 'ok', draws: 49, dropped: 1 });
  });
});
