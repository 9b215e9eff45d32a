import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiscoveredBox, type DiscoveryOptions, discoverBoxes } from '../../../engine/montecarlo/discovery/prim.js';
import { boxSentence } from '../../../engine/montecarlo/discovery/sentence.js';
import { createSampler, type SamplingMethod } from '../../../engine/montecarlo/sampling/sampler.js';
import { stream } from '../../../engine/values/streams.js';

const NAMES = ['rivalry', 'barrier', 'land', 'displacement', 'persistence', 'localisation'];

interface Row {
  readonly [name: string]: number;
}

/** Draws of six uniform inputs, by row and by column. */
function drawn(count: number, method: SamplingMethod = 'random', seed = 1) {
  const sampler = createSampler(method, { seed, draws: count, dimensions: NAMES });
  const point = new Float64Array(NAMES.length);
  const rows = Array.from({ length: count }, (_, draw): Row => {
    sampler.fill(draw, point);
    return Object.fromEntries(NAMES.map((name, j) => [name, point[j]!]));
  });
  return { rows, columns: NAMES.map((name) => ({ name, values: rows.map((row) => row[name]!) })) };
}

function boxesOf(
  { rows, columns }: ReturnType<typeof drawn>,
  isCase: (row: Row, draw: number) => boolean,
  options?: DiscoveryOptions,
): readonly DiscoveredBox[] {
  const found = discoverBoxes(columns, rows.map(isCase), options);
  if (found.status !== 'ok') throw new Error(found.status);
  return found.boxes;
}

describe('PRIM', () => {
  it('finds a box that was put there, with its inputs and bounds and no others', () => {
    const draws = drawn(4000);
    const [box] = boxesOf(draws, (row) => row.rivalry! < 0.4 && row.barrier! > 0.5 && row.land! > 0.1);
    const bounds = new Map(box!.restrictions.map(({ name, low, high }) => [name, [low, high]]));
    expect([...bounds.keys()].sort()).toEqual(['barrier', 'land', 'rivalry']);
    expect(bounds.get('rivalry')![0]).toBeNull();
    expect(Math.abs(bounds.get('rivalry')![1]! - 0.4)).toBeLessThan(0.02);
    expect(Math.abs(bounds.get('barrier')![0]! - 0.5)).toBeLessThan(0.02);
    expect(bounds.get('barrier')![1]).toBeNull();
    expect(box!.density).toBeGreaterThan(0.95);
    expect(box!.coverage).toBeGreaterThan(0.95);
    for (const { quasiP } of box!.restrictions) expect(quasiP).toBeLessThan(0.001);
  });

  it('finds a noisy box in the middle of two ranges', () => {
    const { uniform } = stream(2, 0, 'test');
    const within = (x: number) => x > 0.3 && x < 0.7;
    const [box] = boxesOf(drawn(8000), (row) => uniform() < (within(row.rivalry!) && within(row.land!) ? 0.85 : 0.05));
    expect(box!.restrictions.map(({ name }) => name).sort()).toEqual(['land', 'rivalry']);
    for (const { low, high } of box!.restrictions) {
      expect(Math.abs(low! - 0.3)).toBeLessThan(0.04);
      expect(Math.abs(high! - 0.7)).toBeLessThan(0.04);
    }
    expect(Math.abs(box!.density - 0.83)).toBeLessThan(0.04);
  });

  it('counts draws, cases, density, coverage and support as anyone can recount them from the bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0.1, max: 0.6, noNaN: true }), (seed, edge) => {
        const draws = drawn(500, 'latin', seed);
        const { uniform } = stream(seed, 0, 'cases');
        const cases = draws.rows.map((row) => row.land! < edge === uniform() < 0.9);
        const found = discoverBoxes(draws.columns, cases);
        if (found.status !== 'ok') return;
        const [box] = found.boxes as [DiscoveredBox];
        const inside = draws.rows.map((row) =>
          box.restrictions.every(({ name, low, high }) => row[name]! > (low ?? -1) && row[name]! < (high ?? 2)),
        );
        const all = cases.filter(Boolean).length;
        const hits = cases.filter((hit, k) => hit && inside[k]).length;
        const size = inside.filter(Boolean).length;
        expect(box).toMatchObject({
          draws: size,
          cases: hits,
          density: hits / size,
          coverage: hits / all,
          support: size / 500,
        });
      }),
      { numRuns: 30 },
    );
  });

  it('peels patiently to the smallest support, then pastes, along a trajectory from all draws', () => {
    const draws = drawn(2000);
    const [box] = boxesOf(draws, (row) => row.rivalry! + 0.5 * row.land! < 0.5, { support: 0.1 });
    const { trajectory } = box!;
    expect(trajectory[0]).toMatchObject({ support: 1, coverage: 1, moved: null, restricted: 0 });
    const kinds = trajectory.slice(1).map(({ moved }) => moved!.kind);
    expect(kinds.lastIndexOf('peel') < (kinds.includes('paste') ? kinds.indexOf('paste') : kinds.length)).toBe(true);
    for (const [k, step] of trajectory.entries()) {
      if (k === 0 || step.moved!.kind === 'paste') continue;
      const part = step.draws / trajectory[k - 1]!.draws;
      expect(part >= 0.94 && part < 1).toBe(true);
      expect(step.draws).toBeGreaterThanOrEqual(200);
    }
    expect(trajectory[box!.chosen]!.density).toBeGreaterThan(trajectory[0]!.density);
  });

  it('restricts a success or failure at its one possible bound, and does not prefer it for cutting much', () => {
    const draws = drawn(4000);
    const columns = [
      ...draws.columns,
      { name: 'fails', values: draws.rows.map((row) => (row.persistence! < 0.5 ? 1 : 0)) },
    ];
    const cases = draws.rows.map((row) => row.persistence! < 0.5 && row.rivalry! > 0.6);
    const found = discoverBoxes(
      columns.filter(({ name }) => name !== 'persistence'),
      cases,
    );
    const [box] = (found as Extract<typeof found, { status: 'ok' }>).boxes as [DiscoveredBox];
    const fails = box.restrictions.find(({ name }) => name === 'fails')!;
    expect([fails.low, fails.high]).toEqual([0.5, null]);
    expect(box.restrictions.map(({ name }) => name).sort()).toEqual(['fails', 'rivalry']);
    expect(box.density).toBeGreaterThan(0.97);
  });

  it('finds a second box among the draws that the first one left', () => {
    const boxes = boxesOf(
      drawn(6000),
      (row) => (row.rivalry! < 0.3 && row.barrier! < 0.5) || (row.land! > 0.85 && row.rivalry! > 0.5),
      { boxes: 2 },
    );
    expect(boxes.length).toBe(2);
    expect(boxes.map((box) => box.restrictions.map(({ name }) => name).sort())).toEqual([
      ['barrier', 'rivalry'],
      ['land', 'rivalry'],
    ]);
    expect(boxes[0]!.coverage + boxes[1]!.coverage).toBeGreaterThan(0.9);
  });

  it('finds no box where chance alone decides', () => {
    for (const seed of [1, 2, 3]) {
      const draws = drawn(1000, 'random', seed);
      const { uniform } = stream(seed, 0, 'coin');
      expect(
        discoverBoxes(
          draws.columns,
          draws.rows.map(() => uniform() < 0.3),
        ).status,
      ).toBe('no-box');
    }
  });

  it('has a status for no cases, only cases and too few draws, and leaves out draws with broken inputs', () => {
    const { columns, rows } = drawn(100);
    expect(
      discoverBoxes(
        columns,
        rows.map(() => false),
      ),
    ).toEqual({ status: 'no-cases', draws: 100, cases: 0, dropped: 0 });
    expect(
      discoverBoxes(
        columns,
        rows.map(() => true),
      ).status,
    ).toBe('only-cases');
    expect(discoverBoxes([{ name: 'x', values: [1, 2] }], [true, false]).status).toBe('too-few');
    expect(
      discoverBoxes(
        [{ name: 'x', values: new Array(50).fill(3) }],
        Array.from({ length: 50 }, (_, k) => k < 9),
      ).status,
    ).toBe('no-box');
    const broken = { name: 'x', values: rows.map((_, k) => (k < 10 ? Number.NaN : k)) };
    expect(
      discoverBoxes(
        [broken],
        rows.map((_, k) => k < 50),
      ),
    ).toMatchObject({ status: 'ok', draws: 90, cases: 40, dropped: 10 });
  });

  it('does not depend on the order of draws', () => {
    const draws = drawn(500);
    const isCase = (row: Row) => row.rivalry! < 0.3 && row.land! < 0.7;
    const reversed = {
      rows: draws.rows.toReversed(),
      columns: draws.columns.map(({ name, values }) => ({ name, values: values.toReversed() })),
    };
    expect(boxesOf(reversed, isCase)).toEqual(boxesOf(draws, isCase));
  });
});

describe('The quasi-p value', () => {
  it('is the binomial tail of the cases in the box at the density without the restriction', () => {
    // 40 draws, cases exactly where x < 10: within the box 10 of 10 cases against a density of 1/4 without it.
    const values = Array.from({ length: 40 }, (_, k) => k);
    const found = discoverBoxes(
      [{ name: 'x', values }],
      values.map((x) => x < 10),
    );
    const [box] = (found as Extract<typeof found, { status: 'ok' }>).boxes as [DiscoveredBox];
    expect(box.restrictions).toHaveLength(1);
    expect(box.restrictions[0]).toMatchObject({ low: null, high: 9.5, range: [0, 39] });
    expect(box.restrictions[0]!.quasiP / 0.25 ** 10).toBeCloseTo(1, 9);
  });
});

describe('The sentence of a box', () => {
  const shares = { draws: 10, cases: 9, density: 0.996, coverage: 0.004, support: 0.1 };

  it('rounds bounds to what the range of the input deserves, and never says all or none of what is not', () => {
    const sentence = boxSentence(
      'The gap closes',
      {
        ...shares,
        restrictions: [
          { name: 'a', low: 12345.678, high: null, range: [12000, 12500], quasiP: 0 },
          { name: 'b', low: 0.01234, high: 0.01567, range: [0.01, 0.02], quasiP: 0 },
          { name: 'c', low: null, high: -123456, range: [-2e6, 0], quasiP: 0 },
        ],
      },
      { labels: new Map([['b', 'the trend']]), among: 'rest' },
    );
    expect(sentence).toBe(
      'The gap closes in more than 99% of the remaining draws in which a is above 12350, the trend is between 0.0123 and 0.0157 ' +
        'and c is below -120000. These are 10% of all draws and hold less than 1% of those in which it does.',
    );
  });
});
