import { describe, expect, it } from 'vitest';
import { createInnovations, INNOVATION_FREEDOM } from '../../engine/kernel/innovations.js';
import { createKernelMemory } from '../../engine/kernel/memory.js';
import { normalCdf } from '../../engine/statistics/normal.js';
import { studentFromNormal, unitStudentQuantileFunction } from '../../engine/statistics/student.js';
import { streamState } from '../../engine/values/streams.js';
import { normals } from '../projection/equation/normals.js';

/** The random numbers of a draw of one region and one industry over some years, as the kernel has them. */
function drawn(seed: number, draw: number, years: number) {
  const memory = createKernelMemory();
  const shapes = { industries: { count: 1, stride: 4 }, regions: { count: 1, stride: 2 } };
  createInnovations(memory, { regions: 1, industries: 1, years }, shapes).draw(seed, draw);
  const cells = memory.array('cellInnovations', years * 4).slice(0, years * 4);
  return {
    cell: cells.filter((_, k) => k % 4 === 0),
    padding: cells.filter((_, k) => k % 4 !== 0),
    common: memory.array('commonInnovations', years).slice(0, years),
    drift: memory.array('drift', 1)[0]!,
  };
}

/** Normal numbers of a stream, as the kernel has them. */
function kernelNormals(seed: number, name: string, count: number): Float64Array {
  const memory = createKernelMemory();
  memory.array('numbers', count);
  const { s0, s1, s2, c } = streamState(seed, 0, name);
  memory.kernel.prepareRandom();
  memory.kernel.seedRandom(s0, s1, s2, c);
  memory.kernel.fillNormals(memory.address('numbers'), 1, count, count);
  return memory.array('numbers', count).slice();
}

describe('Normal numbers of the kernel', () => {
  it('are those of the ziggurat written in TypeScript on the same stream, tails and edges included', () => {
    const found = kernelNormals(3, 'cell', 200_000);
    const expected = new Float64Array(found.length);
    normals(3, 0, 'cell').fillNormals(expected);
    let worst = 0;
    found.forEach((value, k) => {
      worst = Math.max(worst, Math.abs(value - expected[k]!));
    });
    expect(worst).toBeLessThan(1e-14);
  });

  it('have the moments, quantiles and tails of the normal distribution', () => {
    const count = 1_000_000;
    const numbers = kernelNormals(7, 'cell', count);
    const moment = (power: number) => numbers.reduce((sum, x) => sum + x ** power, 0) / count;
    expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / count));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
    for (const [from, to] of [
      [3.442619855899, 99],
      [4, 99],
      [-99, -3.442619855899],
      [0, 0.01],
    ] as const) {
      const expected = count * (normalCdf(-from) - normalCdf(-to));
      const found = numbers.filter((x) => x >= from && x < to).length;
      expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
    const lagged = numbers.reduce((sum, x, k) => sum + x * (numbers[k - 1] ?? 0), 0);
    expect(Math.abs(lagged)).toBeLessThan(4 * Math.sqrt(count));
  });
});

describe('Innovations of a draw', () => {
  const quantile = unitStudentQuantileFunction(INNOVATION_FREEDOM);

  it('are Student’s t at the probability of the normal number, cut at six standard deviations; the drift stays normal', () => {
    const years = 20_000;
    const { cell, padding, common, drift } = drawn(11, 5, years);
    for (const [name, numbers] of [
      ['cell', cell],
      ['common', common],
    ] as const) {
      const { normal } = normals(11, 5, `noise.${name}`);
      let worst = 0;
      for (const number of numbers) {
        const expected = studentFromNormal(normal(), quantile);
        worst = Math.max(worst, Math.abs(number - Math.max(-6, Math.min(6, expected))));
      }
      expect(worst).toBeLessThan(1e-9);
    }
    expect(padding.every((value) => value === 0)).toBe(true);
    expect(drift).toBeCloseTo(normals(11, 5, 'noise.drift').normal(), 14);
  });

  it('have mean 0, variance 1 and the heavy tails of eight degrees of freedom', () => {
    const { cell } = drawn(5, 0, 400_000);
    const moment = (power: number) => cell.reduce((sum, x) => sum + x ** power, 0) / cell.length;
    expect(Math.abs(moment(1))).toBeLessThan(0.005);
    expect(moment(2)).toBeCloseTo(1, 2);
    // The kurtosis of Student's t is 3 + 6 / (ν − 4), a little less once it is cut.
    expect(moment(4)).toBeGreaterThan(4);
    expect(moment(4)).toBeLessThan(4.6);
  });

  it('depend on seed and draw alone', () => {
    const again = drawn(5, 7, 50).cell;
    expect(drawn(5, 7, 50).cell).toEqual(again);
    expect(drawn(5, 8, 50).cell).not.toEqual(again);
    expect(drawn(6, 7, 50).cell).not.toEqual(again);
    // A longer horizon leaves the numbers of the first years as they were.
    expect(drawn(5, 7, 80).cell.slice(0, 50)).toEqual(again);
  });
});
