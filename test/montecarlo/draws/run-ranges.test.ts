import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchRange, createBatches } from '../../../engine/montecarlo/draws/batch.js';
import { missingRanges, type RangeOptions, runRanges } from '../../../engine/montecarlo/draws/run-ranges.js';

const counting = createBatches(1, (number, row) => {
  row[0] = number;
});

/** The rows that ranges hold, in order. */
const rowsOf = (ranges: readonly BatchRange[]): number[] =>
  ranges.flatMap(({ from, count }) => Array.from({ length: count }, (_, k) => from + k)).sort((a, b) => a - b);

/** Ranges that do not overlap, and how many rows there are in all. */
const ranges = fc
  .record({
    parts: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 6 }),
    rest: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ parts, rest }) => {
    let next = 0;
    const done = parts.map(([gap, count]) => {
      const from = next + gap;
      next = from + count;
      return { from, count };
    });
    return { done: done.reverse(), total: next + rest };
  });

async function run(total: number, options: Omit<RangeOptions, 'onBatch'> = {}) {
  const collected: BatchRange[] = [];
  const told: number[] = [];
  const onBatch = (_: unknown, done: number) => void told.push(done);
  await runRanges(total, { ...options, onBatch }, counting, ({ from, count, rows }) => {
    expect([...rows]).toEqual(Array.from({ length: count }, (_, k) => from + k));
    collected.push({ from, count });
  });
  return { collected, told };
}

describe('Ranges of rows', () => {
  it('are run whole and once, those computed before taken as they are, in batches of at most the size asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        ranges,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        async ({ done, total }, batch, parallel) => {
          const { collected, told } = await run(total, { batch, parallel, earlier: done.map(counting) });
          expect(rowsOf(collected)).toEqual(Array.from({ length: total }, (_, k) => k));
          const fresh = collected.slice(done.length);
          expect(fresh.every(({ count }) => count > 0 && count <= batch)).toBe(true);
          expect(told.at(-1) ?? total).toBe(total);
        },
      ),
    );
  });

  it('are cut into batches of 100 by default, or as large as each is asked to be', async () => {
    expect((await run(250)).collected.map(({ count }) => count)).toEqual([100, 100, 50]);
    let size = 0;
    const { collected } = await run(7, { batch: () => ++size });
    expect(collected.map(({ count }) => count)).toEqual([1, 2, 3, 1]);
  });

  it('are told of as they are done, with how many rows are done so far, earlier ones counted', async () => {
    expect((await run(7, { batch: 3 })).told).toEqual([3, 6, 7]);
    expect((await run(7, { batch: 2, earlier: [counting({ from: 2, count: 2 })] })).told).toEqual([4, 6, 7]);
  });

  it('that are missing are all that is not done, in as few pieces as there can be', () => {
    fc.assert(
      fc.property(ranges, ({ done, total }) => {
        const missing = missingRanges(total, done);
        const known = new Set(rowsOf(done));
        expect(rowsOf(missing)).toEqual(Array.from({ length: total }, (_, k) => k).filter((k) => !known.has(k)));
        missing.forEach(({ from, count }, k) => {
          expect(count).toBeGreaterThan(0);
          if (k > 0) expect(from).toBeGreaterThan(missing[k - 1]!.from + missing[k - 1]!.count);
        });
      }),
    );
  });

  it('are refused where rows are there twice, or more of them than there are', () => {
    const twice = [
      { from: 0, count: 3 },
      { from: 2, count: 2 },
    ];
    expect(() => missingRanges(10, twice)).toThrow('rows 2 to 3 are there twice');
    expect(() => missingRanges(10, [{ from: 10, count: 1 }])).toThrow('there are rows up to 10, but only 10 in all');
    expect(missingRanges(10, [{ from: 9, count: 1 }])).toEqual([{ from: 0, count: 9 }]);
  });

  it('may be those of a part', async () => {
    const done: BatchRange[] = [];
    const earlier = [counting({ from: 6, count: 2 })];
    await runRanges(5, { first: 4, earlier, batch: 10 }, counting, ({ from, count }) => done.push({ from, count }));
    expect(done).toEqual([
      { from: 6, count: 2 },
      { from: 4, count: 2 },
      { from: 8, count: 1 },
    ]);
    expect(() => missingRanges(5, [{ from: 3, count: 2 }], 4)).toThrow('rows 3 to 4 begin before row 4');
    expect(() => missingRanges(5, [{ from: 8, count: 2 }], 4)).toThrow('there are rows up to 9, but only 9 in all');
  });

  it('are refused where other rows come back than were asked for', async () => {
    const wrong = ({ from, count }: BatchRange) => counting({ from: from + 1, count });
    await expect(runRanges(4, { batch: 2 }, wrong, () => {})).rejects.toThrow('rows 1 to 2 came back for 0 to 1');
    const short = ({ from }: BatchRange) => counting({ from, count: 1 });
    await expect(runRanges(4, { batch: 2 }, short, () => {})).rejects.toThrow('rows 0 came back for 0 to 1');
  });
});

describe('A batch', () => {
  it('fails the rows that throw, tells why, and goes on', () => {
    const batches = createBatches(2, (number, row) => {
      row.fill(number);
      if (number === 4) throw new RangeError('four');
      if (number === 6) throw 'six';
    });
    const { from, count, rows, failures } = batches({ from: 3, count: 5 });
    expect([from, count]).toEqual([3, 5]);
    expect([...rows]).toEqual([3, 3, Number.NaN, Number.NaN, 5, 5, Number.NaN, Number.NaN, 7, 7]);
    expect(failures).toEqual([
      { draw: 4, message: 'four' },
      { draw: 6, message: 'six' },
    ]);
  });
});
