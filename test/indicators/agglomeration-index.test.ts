import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agglomerationFactorRatio } from '../../engine/indicators/agglomeration-factor-ratio.js';
import { agglomerationIndex, agglomerationRatio } from '../../engine/indicators/agglomeration-index.js';
import { averageGrowth, type Growth } from '../../engine/indicators/average-growth.js';
import { outputArbitrary } from './arbitraries.js';

const growthArbitrary: fc.Arbitrary<Growth> = fc
  .tuple(outputArbitrary, outputArbitrary)
  .map(([from, to]) => averageGrowth(from, to, 6));

describe('The agglomeration index', () => {
  it('is the ratio of growth rates while the reference grows', () => {
    expect(agglomerationIndex(0.12, 0.1)).toEqual({ value: 0.12 / 0.1, status: 'defined' });
    expect(agglomerationIndex(-0.05, 0.1)).toEqual({ value: -0.5, status: 'defined' });
  });

  it('keeps its value but warns where the reference shrinks or stands still', () => {
    expect(agglomerationIndex(-0.05, -0.1)).toEqual({ value: 0.5, status: 'reference-declining' });
    expect(agglomerationIndex(0.1, 0.0005)).toEqual({ value: 200, status: 'reference-flat' });
    expect(agglomerationIndex(0.1, -0.0005)).toEqual({ value: -200, status: 'reference-flat' });
    expect(agglomerationIndex(0.1, 0.001).status).toBe('defined');
    expect(agglomerationIndex(0.1, -0.001).status).toBe('reference-declining');
  });

  it('has no value over a reference that does not move at all', () => {
    expect(agglomerationIndex(0.1, 0)).toEqual({ value: null, status: 'reference-flat' });
    expect(agglomerationIndex(0, 0)).toEqual({ value: null, status: 'reference-flat' });
    expect(agglomerationIndex(1e300, 1e-300)).toEqual({ value: null, status: 'reference-flat' });
  });

  it('has no value for what begins, ends or never was', () => {
    expect(agglomerationIndex('new-entry', 0.1)).toEqual({ value: null, status: 'new-entry' });
    expect(agglomerationIndex('new-entry', 'new-entry')).toEqual({ value: null, status: 'new-entry' });
    expect(agglomerationIndex('absent', 0.1)).toEqual({ value: null, status: 'absent' });
    expect(agglomerationIndex(-1, 0.1)).toEqual({ value: null, status: 'absent' });
    expect(agglomerationIndex(-1, -1)).toEqual({ value: null, status: 'absent' });
  });

  it('is a finite number or none, and the same in arrays', () => {
    fc.assert(
      fc.property(growthArbitrary, growthArbitrary, (growth, reference) => {
        const { value, status } = agglomerationIndex(growth, reference);
        expect(value === null || Number.isFinite(value)).toBe(true);
        expect(agglomerationRatio(growth, reference)).toBe(value ?? Number.NaN);
        if (status === 'defined' || status === 'reference-declining') expect(value).not.toBeNull();
        if (status === 'new-entry' || status === 'absent') expect(value).toBeNull();
      }),
    );
  });

  it('lies above 1 exactly where the ratio of growth factors does, while the reference grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.9, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (growth, reference) => {
          fc.pre(Math.abs(growth - reference) > 1e-9);
          const above = agglomerationFactorRatio(growth, reference)! > 1;
          expect(agglomerationIndex(growth, reference).value! > 1).toBe(above);
        },
      ),
    );
  });
});

describe('The ratio of growth factors', () => {
  it('compares growth on either side of zero alike', () => {
    expect(agglomerationFactorRatio(0.1, 0.1)).toBe(1);
    expect(agglomerationFactorRatio(0.21, 0.1)).toBeCloseTo(1.1, 12);
    expect(agglomerationFactorRatio(-0.19, -0.1)).toBeCloseTo(0.9, 12);
    expect(agglomerationFactorRatio(-1, 0.1)).toBe(0);
  });

  it('has no value where a growth is undefined or the reference vanished', () => {
    expect(agglomerationFactorRatio('new-entry', 0.1)).toBeNull();
    expect(agglomerationFactorRatio('absent', 'absent')).toBeNull();
    expect(agglomerationFactorRatio(0.1, 'new-entry')).toBeNull();
    expect(agglomerationFactorRatio(-1, -1)).toBeNull();
  });
});
