import { describe, expect, it } from 'vitest';
import { morrisDesign } from '../../../engine/montecarlo/sampling/morris-design.js';
import { type MorrisEffects, morrisEffects } from '../../../engine/montecarlo/sensitivity/morris-effects.js';
import { evaluate, sobolG } from './known-functions.js';

type Found = Extract<MorrisEffects, { status: 'ok' }>;

describe('Elementary effects', () => {
  it('of a linear outcome are its slopes, without spread', () => {
    const design = morrisDesign({ inputs: ['a', 'b', 'c'], trajectories: 10, seed: 1 });
    const found = morrisEffects(
      design,
      evaluate(design, (u) => 3 * u[0]! - 2 * u[1]! + 5),
    ) as Found;
    expect(found.mu.map((x) => Number(x!.toFixed(12)) + 0)).toEqual([3, -2, 0]);
    expect(found.muStar.map((x) => Number(x.toFixed(12)))).toEqual([3, 2, 0]);
    for (const sigma of found.sigma) expect(sigma).toBeCloseTo(0, 12);
  });

  it('of a product are the other factor: its mean, and its spread over the levels', () => {
    const design = morrisDesign({ inputs: ['a', 'b'], trajectories: 4000, seed: 1 });
    const found = morrisEffects(
      design,
      evaluate(design, (u) => u[0]! * u[1]!),
    ) as Found;
    for (const k of [0, 1]) {
      expect(Math.abs(found.mu[k]! - 0.5)).toBeLessThan(0.02);
      // Standard deviation of 1/8, 3/8, 5/8, 7/8.
      expect(Math.abs(found.sigma[k]! - Math.sqrt(5 / 64))).toBeLessThan(0.01);
    }
  });

  it("rank the inputs of Sobol's G function as its total indices do", () => {
    const design = morrisDesign({ inputs: sobolG.inputs, trajectories: 200, levels: 8, seed: 1 });
    const { muStar } = morrisEffects(design, evaluate(design, sobolG.value)) as Found;
    const order = [0, 1, 2, 3].sort((a, b) => muStar[b]! - muStar[a]!);
    expect(order).toEqual([0, 1, 2, 3]);
    for (const k of [4, 5, 6, 7]) expect(muStar[k]!).toBeLessThan(muStar[3]! / 4);
  });

  it('have the mean of their sizes known as well as any mean: their standard deviation over √n', () => {
    const n = 400;
    const design = morrisDesign({ inputs: ['a', 'b'], trajectories: n, seed: 3 });
    const values = evaluate(design, (u) => u[0]! * u[1]! + u[0]! ** 2);
    const found = morrisEffects(design, values) as Found;
    // A trajectory of two inputs has three points; the step that moves an input moves it by half the range.
    const sizes = [0, 1].map((input) =>
      Array.from({ length: n }, (_, k) => {
        const step = design.moved(k, 0) === input ? 0 : 1;
        return Math.abs(values[3 * k + step + 1]! - values[3 * k + step]!) / 0.5;
      }),
    );
    sizes.forEach((list, input) => {
      const mean = list.reduce((sum, x) => sum + x, 0) / n;
      const variance = list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
      expect(variance).toBeGreaterThan(0.01);
      expect(found.muStar[input]).toBeCloseTo(mean, 12);
      expect(found.muStarError[input]).toBeCloseTo(Math.sqrt(variance / n), 12);
    });
  });

  it('cancel in the mean of an outcome that goes up as often as down, but not in mu*', () => {
    const design = morrisDesign({ inputs: ['a', 'b'], trajectories: 2000, seed: 1 });
    const found = morrisEffects(
      design,
      evaluate(design, (u) => (u[0]! - 0.5) * (u[1]! > 0.5 ? 1 : -1)),
    ) as Found;
    expect(Math.abs(found.mu[0]!)).toBeLessThan(0.1);
    expect(found.muStar[0]).toBeCloseTo(1, 12);
  });

  it('of a group are those of its members together, without a direction', () => {
    const design = morrisDesign({
      inputs: ['a', 'b', 'c'],
      groups: [{ name: 'first two', inputs: ['a', 'b'] }],
      trajectories: 2000,
      seed: 1,
    });
    expect(design.rows).toBe(2000 * 3);
    const found = morrisEffects(
      design,
      evaluate(design, (u) => u[0]! + u[1]! + 4 * u[2]!),
    ) as Found;
    expect(found.groups).toEqual(['first two', 'c']);
    expect(found.mu[0]).toBeNull();
    // Both up or both down: 2; one up and one down: 0.
    expect(Math.abs(found.muStar[0]! - 1)).toBeLessThan(0.1);
    expect(found.muStar[1]).toBeCloseTo(4, 12);
  });

  it('are refused with a status where the outcome does not vary, and leave out broken trajectories', () => {
    const design = morrisDesign({ inputs: ['a', 'b'], trajectories: 5, seed: 1 });
    expect(
      morrisEffects(
        design,
        evaluate(design, () => 7),
      ).status,
    ).toBe('no-variance');
    const values = evaluate(design, (u) => u[0]!);
    values[4] = Number.NaN;
    expect(morrisEffects(design, values)).toMatchObject({ status: 'ok', trajectories: 4, dropped: 1 });
    expect(morrisEffects(design, values.fill(Number.NaN)).status).toBe('too-few');
  });
});

describe('A trajectory', () => {
  it('moves one input at a time by half the range, within (0, 1)', () => {
    const design = morrisDesign({ inputs: ['a', 'b', 'c', 'd'], trajectories: 50, seed: 2, levels: 6 });
    const rows = Array.from({ length: design.rows }, (_, row) => {
      const point = new Float64Array(4);
      design.fill(row, point);
      return point;
    });
    for (let trajectory = 0; trajectory < 50; trajectory++) {
      const moved = new Set<number>();
      for (let step = 0; step < 4; step++) {
        const [from, to] = [rows[5 * trajectory + step]!, rows[5 * trajectory + step + 1]!];
        const changed = [0, 1, 2, 3].filter((j) => from[j] !== to[j]);
        expect(changed).toEqual([design.moved(trajectory, step)]);
        expect(Math.abs(to[changed[0]!]! - from[changed[0]!]!)).toBeCloseTo(0.5, 14);
        moved.add(changed[0]!);
      }
      expect(moved.size).toBe(4);
    }
    for (const u of rows.flatMap((row) => [...row])) expect(u > 0 && u < 1).toBe(true);
  });

  it('refuses an odd number of levels', () => {
    expect(() => morrisDesign({ inputs: ['a'], trajectories: 1, seed: 1, levels: 5 })).toThrow(/even/);
  });
});
