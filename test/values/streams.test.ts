import { describe, expect, it } from 'vitest';
import { stream } from '../../engine/values/streams.js';

const take = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('stream', () => {
  it('depends on seed, draw and name and on nothing else', () => {
    const alone = take(5, stream(1, 4711, 'rivalry').uniform);
    const others = [stream(1, 4711, 'barrier'), stream(1, 4710, 'rivalry'), stream(2, 4711, 'rivalry')];
    const between = others.map((other) => take(5, other.uniform));
    expect(take(5, stream(1, 4711, 'rivalry').uniform)).toEqual(alone);
    expect(take(5, stream('1', 4711, 'rivalry').uniform)).toEqual(alone);
    for (const values of between) expect(values).not.toEqual(alone);
  });

  it('gives these numbers on every machine and in every version', () => {
    const { uniform } = stream(1, 0, 'noise');
    expect([uniform(), uniform()]).toMatchInlineSnapshot(`
      [
        0.94891463953536,
        0.3489789842860773,
      ]
    `);
  });

  it('tells keys apart whose parts only join to the same text, and draws beyond 2³²', () => {
    const first = (seed: string | number, draw: number, name: string) => stream(seed, draw, name).uniform();
    const keys: [string, number, string][] = [
      ['1', 11, 'a'],
      ['11', 1, 'a'],
      ['1', 1, '1a'],
      ['1', 1, 'a'],
      ['1', 1 + 2 ** 16, 'a'],
      ['1', 1 + 2 ** 32, 'a'],
      ['1', 1 + 2 ** 48, 'a'],
    ];
    expect(new Set(keys.map((key) => first(...key))).size).toBe(keys.length);
  });

  it('is uniform within draws and across draws, and consecutive draws are uncorrelated', () => {
    const count = 20_000;
    const z = [1, 'study'].flatMap((seed) =>
      ['parameters.rivalry', 'noise'].flatMap((name) => {
        const rows = Array.from({ length: count }, (_, draw) => take(3, stream(seed, draw, name).uniform));
        return [0, 1, 2].flatMap((j) => {
          const column = rows.map((row) => row[j]!);
          const products = [1, 2, 16, 256, 1000].map((lag) => correlationScore(column.slice(lag), column));
          return [
            ...products,
            correlationScore(
              column,
              rows.map((row) => row[(j + 1) % 3]!),
            ),
            uniformityScore(column),
          ];
        });
      }),
    );
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(4);
    // Mean square of independent standard scores: 1 ± a few times √(2/n).
    expect(Math.abs(z.reduce((sum, x) => sum + x * x, 0) / z.length - 1)).toBeLessThan(4 * Math.sqrt(2 / z.length));
  });

  it('is uncorrelated with streams of other names and seeds', () => {
    const count = 20_000;
    const column = (seed: number, name: string) =>
      Array.from({ length: count }, (_, k) => stream(seed, k, name).uniform());
    const columns = [
      column(1, 'a'),
      column(1, 'b'),
      column(2, 'a'),
      column(1, 'parameters.a'),
      column(1, 'parameters.b'),
    ];
    for (const [k, x] of columns.entries())
      for (const y of columns.slice(k + 1)) expect(Math.abs(correlationScore(x, y))).toBeLessThan(4);
  });

  it('never gives 0 or 1', () => {
    const { uniform } = stream(5, 0, 'x');
    for (let k = 0; k < 1e6; k++) {
      const u = uniform();
      if (!(u > 0 && u < 1)) throw new Error(`${u}`);
    }
  });
});

/** Standard score of the correlation of two columns of uniform numbers. */
function correlationScore(x: readonly number[], y: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += (x[k]! - 0.5) * (y[k]! - 0.5);
  return (12 * sum) / Math.sqrt(x.length);
}

/** Standard score of the chi-square statistic over 200 bins. */
function uniformityScore(values: readonly number[]): number {
  const bins = new Float64Array(200);
  for (const u of values) bins[Math.floor(u * 200)]!++;
  const expected = values.length / 200;
  const chiSquare = bins.reduce((sum, observed) => sum + (observed - expected) ** 2 / expected, 0);
  return (chiSquare - 199) / Math.sqrt(2 * 199);
}
