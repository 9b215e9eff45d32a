import { expect, it } from 'vitest';
import { relativeCellNoise } from '../../engine/economy/cell-noise.js';

it('A cell that always swings is noisier than one that never does, and both are drawn toward the mean with six years’ strength', () => {
  // Four regions × two industries; only one cell swings, and it is small.
  const years = Array.from({ length: 13 }, (_, k) => 2000 + k);
  const outputs = years.map((_, k) => Float64Array.from([k % 2 === 0 ? 1 : 1.5, 100, 100, 100, 100, 100, 100, 100]));
  const [swings, ...others] = relativeCellNoise(years, outputs, 2)!;
  expect(swings! / others[3]!).toBeGreaterThan(5);
  expect(Math.min(...others)).toBeGreaterThanOrEqual(6 / 18);
  expect((swings! + others.reduce((sum, level) => sum + level, 0)) / 8).toBeCloseTo(1, 10);
});

it('Two observed years, or cells that never move apart, tell no cell from another', () => {
  const still = [1, 2, 3].map((q) => Float64Array.from([q, q, q, q]));
  expect(relativeCellNoise([2000, 2001], still.slice(0, 2), 2)).toBeNull();
  expect(relativeCellNoise([2000, 2001, 2002], still, 2)).toBeNull();
});
