import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureFigure } from '../../engine/reconstruct/tables/measure-figure.js';
import { reconstruct } from '../../engine/reconstruct/tables/reconstruct.js';
import type { Figure, Measure } from '../../engine/reconstruct/targets/figure.js';
import { fitProportionally } from '../../engine/reconstruct/targets/prior.js';
import { figure, targetsOf } from './small-targets.js';

const output = (region: number | null, industries: readonly number[] | null, value: number, year = 0): Figure =>
  figure({ kind: 'output', region, industries, year }, value);

function expectTable(table: Float64Array | undefined, expected: readonly number[]): void {
  expect(table).toHaveLength(expected.length);
  expected.forEach((value, cell) => {
    expect(table![cell]).toBeCloseTo(value, 10);
  });
}

test('without figures the table is the prior, at no cross-entropy', () => {
  const made = reconstruct(targetsOf([[1, 2, 3, 4]], 2, []));
  expectTable(made.tables[0], [1, 2, 3, 4]);
  expect(made.crossEntropy).toBe(0);
  expect(made.feasible).toBe(true);
});

test('a total scales the cells it covers by one factor: 1, 3 with a total of 8 become 2, 6 at (8 ln 2 − 4)/10 nats', () => {
  const made = reconstruct(targetsOf([[1, 2, 3, 4]], 2, [output(null, [0], 8)]));
  expectTable(made.tables[0], [2, 2, 6, 4]);
  expect(made.crossEntropy).toBeCloseTo((8 * Math.log(2) - 4) / 10, 12);
});

test('margins of a table of ones give the product of its margins', () => {
  const figures = [output(0, null, 40), output(1, null, 60), output(null, [0], 30), output(null, [1], 70)];
  const made = reconstruct(targetsOf([[1, 1, 1, 1]], 2, figures));
  expectTable(made.tables[0], [12, 28, 18, 42]);
  expect(made.figures.every((result) => Math.abs(result.relative) < 1e-12)).toBe(true);
});

test('a location quotient of 2 with known margins fixes a 2 × 2 table', () => {
  // q_ri = 2 · 40 · 30 / 100 = 24.
  const quotient = figure({ kind: 'locationQuotient', region: 0, industry: 0, year: 0 }, 2);
  const figures = [output(null, null, 100), output(0, null, 40), output(null, [0], 30), quotient];
  expectTable(reconstruct(targetsOf([[1, 2, 3, 4]], 2, figures)).tables[0], [24, 16, 6, 54]);
});

test('an agglomeration index of 2 doubles the growth of the industry: 2 % a year where the whole grows by 1 %', () => {
  const figures = [
    output(null, [0], 200, 0),
    output(null, [0], 200 * 1.01 ** 6, 1),
    output(0, [0], 50, 0),
    figure({ kind: 'agglomerationIndex', region: 0, industry: 0, from: 0, to: 1 }, 2),
  ];
  const { tables } = reconstruct(
    targetsOf(
      [
        [1, 1],
        [1, 1],
      ],
      1,
      figures,
    ),
  );
  expectTable(tables[0], [50, 150]);
  expect(tables[1]![0]).toBeCloseTo(50 * 1.02 ** 6, 9);
});

test('an agglomeration index holds where the industry shrinks, too', () => {
  const figures = [
    output(null, [0], 200, 0),
    output(null, [0], 200 * 0.99 ** 6, 1),
    output(0, [0], 50, 0),
    figure({ kind: 'agglomerationIndex', region: 0, industry: 0, from: 0, to: 1 }, -2),
  ];
  const { tables, feasible } = reconstruct(
    targetsOf(
      [
        [1, 1],
        [1, 1],
      ],
      1,
      figures,
    ),
  );
  expect(feasible).toBe(true);
  expect(tables[1]![0]).toBeCloseTo(50 * 1.02 ** 6, 9);
});

test('a similarity of 0.6 between (1, 0) and its mirror: the structures are (3, 1) and (1, 3)', () => {
  const figures = [
    output(0, null, 4),
    output(1, null, 4),
    output(null, [0], 4),
    figure({ kind: 'similarity', regions: [0, 1], year: 0 }, 0.6),
  ];
  expectTable(reconstruct(targetsOf([[2, 1, 1, 2]], 2, figures)).tables[0], [3, 1, 1, 3]);
});

test('a figure that is only approached is met the more nearly the more it weighs', () => {
  const misses = [0.01, 1, 100, 1e4].map((weight) => {
    const approached = figure({ kind: 'partOfRegion', region: 0, industries: [0], year: 0 }, 0.9, weight);
    const made = reconstruct(targetsOf([[1, 1, 1, 1]], 2, [output(null, null, 4), approached]));
    expect(made.figures[1]!.use).toBe('approached');
    return Math.abs(made.figures[1]!.relative);
  });
  expect(misses).toEqual([...misses].sort((a, b) => b - a));
  expect(misses[0]).toBeGreaterThan(0.4);
  expect(misses[3]).toBeLessThan(1e-3);
});

test('a figure left out is reported and changes nothing', () => {
  const unused = figure({ kind: 'partOfTotal', region: 0, year: 0 }, 0.9, 0);
  const made = reconstruct(targetsOf([[1, 2, 3, 4]], 2, [unused]));
  expectTable(made.tables[0], [1, 2, 3, 4]);
  expect(made.figures[0]).toMatchObject({ use: 'left out', value: 0.3 });
});

test('a zero of the prior stays exactly 0, and a figure that rests on it alone is refused', () => {
  const made = reconstruct(targetsOf([[1, 0, 3, 4]], 2, [output(null, [1], 10)]));
  expect(made.tables[0]![1]).toBe(0);
  expectTable(made.tables[0], [1, 0, 3, 10]);
  expect(() => reconstruct(targetsOf([[1, 0, 3, 4]], 2, [output(0, [1], 5)]))).toThrow('the prior has no output there');
});

test('figures that repeat each other do no harm', () => {
  const once = output(0, [0], 5);
  const made = reconstruct(targetsOf([[1, 2, 3, 4]], 2, [once, { ...once, name: 'again' }, output(0, null, 9)]));
  expectTable(made.tables[0], [5, 4, 3, 4]);
});

test('with nothing but margins, cross-entropy finds what proportional fitting finds', () => {
  const cell = fc.double({ min: 0.1, max: 10, noNaN: true });
  const margins = fc.array(cell, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 9, maxLength: 9 }), margins, margins, (prior, rows, columns) => {
      const ratio = rows.reduce((sum, x) => sum + x, 0) / columns.reduce((sum, x) => sum + x, 0);
      const balanced = columns.map((x) => x * ratio);
      const figures = [...rows.map((x, r) => output(r, null, x)), ...balanced.map((x, i) => output(null, [i], x))];
      const fitted = fitProportionally(Float64Array.from(prior), rows, balanced);
      const made = reconstruct(targetsOf([prior], 3, figures));
      made.tables[0]!.forEach((value, k) => {
        expect(Math.abs(value / fitted[k]! - 1)).toBeLessThan(1e-9);
      });
    }),
    { numRuns: 50 },
  );
});

const cell = fc.double({ min: 0.2, max: 5, noNaN: true });
const year = fc.array(cell, { minLength: 9, maxLength: 9 });
const PRIOR = [Array<number>(9).fill(1), Array<number>(9).fill(2)];
const BLANK = targetsOf(PRIOR, 3, []);

/** Figures that a table gives. */
function measured(measures: readonly Measure[], truth: readonly Float64Array[]): Figure[] {
  return measures.map((measure) => figure(measure, measureFigure(measure, BLANK, truth)));
}

test('figures of every kind, measured on any table, hold together', () => {
  fc.assert(
    fc.property(year, year, (first, second) => {
      const figures = measured(
        [
          { kind: 'output', region: null, industries: null, year: 0 },
          { kind: 'output', region: null, industries: null, year: 1 },
          { kind: 'locationQuotient', region: 0, industry: 0, year: 1 },
          { kind: 'locationQuotient', region: 1, industry: 2, year: 1 },
          { kind: 'partOfIndustry', region: 0, industries: [1], year: 1 },
          { kind: 'partOfTotal', region: 1, year: 1 },
          { kind: 'agglomerationIndex', region: 0, industry: 0, from: 0, to: 1 },
          { kind: 'similarity', regions: [0, 1], year: 1 },
          { kind: 'similarity', regions: [0, 1], year: 0 },
        ],
        [Float64Array.from(first), Float64Array.from(second)],
      );
      // An industry that stands still has no index worth the name, and structures all but alike leave no room to move.
      fc.pre(Math.abs(figures[6]!.value) < 50 && figures[7]!.value < 0.995 && figures[8]!.value < 0.995);
      const made = reconstruct({ ...BLANK, figures });
      expect(made.feasible).toBe(true);
      for (const { residual, target } of made.figures) {
        expect(Math.abs(residual)).toBeLessThan(1e-8 * Math.max(1, Math.abs(target)));
      }
    }),
    { numRuns: 40 },
  );
});

test('of all tables with the same sums, the one found is closest to the prior', () => {
  fc.assert(
    fc.property(year, year, (first, second) => {
      const truth = [Float64Array.from(first), Float64Array.from(second)];
      const figures = measured(
        [
          { kind: 'output', region: null, industries: null, year: 0 },
          { kind: 'output', region: 2, industries: [0, 1], year: 0 },
          { kind: 'output', region: null, industries: null, year: 1 },
          { kind: 'partOfIndustry', region: 0, industries: [1], year: 1 },
          { kind: 'partOfRegion', region: 2, industries: [0, 1], year: 1 },
          { kind: 'partOfTotal', region: 1, year: 1 },
        ],
        truth,
      );
      const distance = truth.reduce((sum, table, t) => {
        const p = PRIOR[t]![0]!;
        return sum + table.reduce((all, q) => all + q * Math.log(q / p) - q + p, 0) / (9 * p);
      }, 0);
      expect(reconstruct({ ...BLANK, figures }).crossEntropy).toBeLessThan(distance + 1e-9);
    }),
    { numRuns: 40 },
  );
});
