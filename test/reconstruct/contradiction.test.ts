import { expect, test } from 'vitest';
import { findContradiction } from '../../engine/reconstruct/search/contradiction.js';
import { reconstruct } from '../../engine/reconstruct/tables/reconstruct.js';
import { figure, targetsOf } from './small-targets.js';

const part = (region: number, value: number) =>
  figure({ kind: 'partOfIndustry', region, industries: [0], year: 0 }, value);
const size = (region: number, value: number) => figure({ kind: 'partOfTotal', region, year: 0 }, value);

test('two parts above the whole contradict, and a figure that has nothing to do with them is not accused', () => {
  const figures = [part(0, 0.7), size(1, 0.4), part(1, 0.6)];
  const targets = targetsOf([[1, 1, 1, 1, 1, 1]], 2, figures);
  expect(findContradiction(targets, figures)).toEqual([figures[0], figures[2]]);
  const made = reconstruct(targets);
  expect(made.feasible).toBe(false);
  expect(made.contradiction).toEqual([figures[0]!.name, figures[2]!.name]);
  expect(made.figures[1]!.relative).toBeCloseTo(0, 3);
  expect(made.figures[0]!.value).toBeLessThan(0.7);
});

test('an assumption can be what contradicts: a quotient of 4.8 cannot hold where the region is a quarter of all', () => {
  const quotient = figure({ kind: 'locationQuotient', region: 0, industry: 0, year: 0 }, 4.8);
  const assumed = { ...size(0, 0.25), status: 'estimated' as const };
  const targets = targetsOf([[1, 1, 1, 1]], 2, [quotient, assumed]);
  expect(reconstruct(targets).contradiction).toEqual([quotient.name, assumed.name]);
  const smaller = { ...targets, figures: [quotient, size(0, 0.2)] };
  expect(reconstruct(smaller).contradiction).toBeNull();
});

test('of several contradictions the smallest is named', () => {
  const threeTooLarge = [part(0, 0.45), part(1, 0.4), part(2, 0.4)];
  const twoTotals = [0, 1].map((k) => ({
    ...figure({ kind: 'output', region: null, industries: null, year: 0 }, 100 + 50 * k),
    name: `total ${k}`,
  }));
  const targets = targetsOf([[1, 1, 1, 1, 1, 1, 1, 1]], 2, [...threeTooLarge, ...twoTotals]);
  expect(reconstruct(targets).contradiction).toEqual(['total 0', 'total 1']);
});

test('figures that hold contradict nothing', () => {
  const figures = [part(0, 0.7), part(1, 0.2), size(0, 0.5)];
  expect(findContradiction(targetsOf([[1, 1, 1, 1, 1, 1]], 2, figures), figures)).toBeNull();
});
