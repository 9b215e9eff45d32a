import { describe, expect, it } from 'vitest';
import { agglomerationIndex, agglomerationRatio } from '../../engine/indicators/agglomeration-index.js';
import type { Growth } from '../../engine/indicators/average-growth.js';
import { overlapQuality } from '../../engine/indicators/overlap-quality.js';
import { shiftShare } from '../../engine/indicators/shift-share.js';
import { shiftShareEstebanMarquillas } from '../../engine/indicators/shift-share-esteban-marquillas.js';
import { similarity } from '../../engine/indicators/similarity.js';
import { STAGES, stage, stageFromIndex } from '../../engine/indicators/stage.js';

describe('A stage at its boundaries', () => {
  it('counts a location quotient of 1 as an advantage, and growth as fast as the reference as fast enough', () => {
    expect(stage(1, 0.05, 0.05)).toBe('growing');
    expect(stage(1, 0.04, 0.05)).toBe('mature');
    expect(stage(0.99, 0.05, 0.05)).toBe('formative');
    expect(stage(0.99, 0.04, 0.05)).toBe('recession');
    expect(stageFromIndex(1, 1)).toBe('growing');
    expect(stageFromIndex(1, 0.99)).toBe('mature');
    expect(stageFromIndex(0.99, 1)).toBe('formative');
    expect(stageFromIndex(0.99, 0.99)).toBe('recession');
  });

  it('does not exist without a location quotient', () => {
    expect(stage(null, 0.05, 0.05)).toBeNull();
    expect(stage(Number.NaN, 0.05, 0.05)).toBeNull();
  });

  it('has a code of its own, 0 standing for none', () => {
    expect(STAGES).toEqual([null, 'formative', 'growing', 'mature', 'recession']);
  });
});

describe('An agglomeration index without a rate on one side', () => {
  it('has no value', () => {
    const pairs: readonly [Growth, Growth][] = [
      ['new-entry', 0.1],
      ['absent', 0.1],
      [0.1, 'new-entry'],
      [0.1, 'absent'],
      [-1, 0.1],
      [0.1, 0],
    ];
    for (const pair of pairs) {
      expect(agglomerationRatio(...pair)).toBeNaN();
      expect(agglomerationIndex(...pair).value).toBeNull();
    }
  });
});

describe('An industry that the reference lacks', () => {
  // One industry only the region knows, and one that grows by a half in the reference: so does the reference.
  const change = [
    [10, 10],
    [15, 12],
    [0, 100],
    [0, 150],
  ] as const;

  it('counts with the growth of the whole: 20·0.5 national, 10·(0.5 − 0.5) mix, (15 − 15) + (12 − 15) regional', () => {
    expect(shiftShare(...change)).toEqual({ growth: 7, national: 10, mix: 0, regional: -3 });
  });

  it('counts with the growth of the whole in the competitive effect, too: 0 + 100·0.2·(1.2 − 1.5)', () => {
    const { competitive, allocation } = shiftShareEstebanMarquillas(...change)!;
    expect(competitive).toBeCloseTo(-6, 12);
    expect(allocation).toBeCloseTo(3, 12);
  });

  it('is told from one that the region lacks, which is all its own doing', () => {
    // The reference grows by a half; the region starts with 0 and comes to 5.
    expect(shiftShare([0, 10], [5, 15], [100, 100], [150, 150])).toEqual({
      growth: 10,
      national: 5,
      mix: 0,
      regional: 5,
    });
    const { competitive, allocation } = shiftShareEstebanMarquillas([0, 10], [5, 15], [100, 100], [150, 150])!;
    expect([competitive, allocation]).toEqual([5, 0]);
  });
});

describe('Similarity and overlap', () => {
  it('do not exist where either region has no output', () => {
    for (const [a, b] of [
      [
        [0, 0],
        [1, 2],
      ],
      [
        [1, 2],
        [0, 0],
      ],
    ] as const) {
      expect(similarity(a, b)).toBeNull();
      expect(overlapQuality(a, b, 1)).toBeNull();
    }
  });
});
