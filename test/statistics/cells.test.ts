import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnSums, eachCell, mapCells, rowOf, rowSums, rowsOf } from '../../engine/statistics/cells.js';
import { sum } from '../../engine/statistics/sum.js';

/** A table of whole numbers, whose sums are exact in any order. */
const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, width]) =>
    fc
      .array(fc.integer({ min: -99, max: 99 }), { minLength: rows * width, maxLength: rows * width })
      .map((numbers) => ({ rows, width, cells: Float64Array.from(numbers) })),
  );

describe('A table of cells', () => {
  it('has the same total by rows, by columns and altogether', () =>
    fc.assert(
      fc.property(tables, ({ width, cells }) => {
        expect(sum(rowSums(cells, width))).toBe(sum(cells));
        expect(sum(columnSums(cells, width))).toBe(sum(cells));
      }),
    ));

  it('has in row r and column c the number at r · width + c', () =>
    fc.assert(
      fc.property(tables, ({ rows, width, cells }) => {
        expect(rowsOf(cells, width)).toHaveLength(rows);
        eachCell(cells, width, (value, row, column, cell) => {
          expect(cell).toBe(row * width + column);
          expect(value).toBe(cells[cell]);
          expect(rowOf(cells, width, row)[column]).toBe(value);
        });
        expect(mapCells(cells, width, (value) => value)).toEqual(cells);
      }),
    ));

  it('writes column sums over what stood in the array that it is given', () => {
    const into = new Float64Array([7, 7]);
    expect(columnSums(new Float64Array([1, 2, 3, 4]), 2, into)).toBe(into);
    expect([...into]).toEqual([4, 6]);
  });
});
