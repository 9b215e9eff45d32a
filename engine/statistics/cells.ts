import { sum } from './sum.js';

/**
 * Tables of numbers in one array, row-major: the number in row r and column c stands at `r * width + c`. An economy's cells are such a table, with
 * a row for each region and a column for each industry; so are pairs of regions, and anything by year and place.
 *
 * Loops that run in every simulated year count their indices themselves; everything else reads better through these.
 */
export type Cells = Float64Array;

/** Numbers with places from 0, like an array’s, that may be computed when they are asked for: those of all pairs of a large case would fill the memory. */
export interface Values {
  readonly length: number;
  /** The number at a place; undefined beyond the last. */
  at(place: number): number | undefined;
}

/** A function of one cell: its number, its row and column, and its place in the array. */
export type OfCell<Result> = (value: number, row: number, column: number, cell: number) => Result;

/**
 * One row, as a view of the same numbers.
 *
 * @example
 * [...rowOf(new Float64Array([1, 2, 3, 4]), 2, 1)]; // → [3, 4]
 */
export function rowOf(cells: Cells, width: number, row: number): Cells {
  return cells.subarray(row * width, (row + 1) * width);
}

/**
 * Every row, each a view of the same numbers.
 *
 * @example
 * rowsOf(new Float64Array([1, 2, 3, 4]), 2).map((row) => row[0]); // → [1, 3]
 */
export function rowsOf(cells: Cells, width: number): Cells[] {
  return Array.from({ length: cells.length / width }, (_, row) => rowOf(cells, width, row));
}

/**
 * The sum of each row, such as the output of each region.
 *
 * @param into where the sums are written, one for each row; default a new array
 *
 * @example
 * rowSums(new Float64Array([1, 2, 3, 4]), 2); // → [3, 7]
 */
export function rowSums(
  cells: Cells,
  width: number,
  into: Float64Array = new Float64Array(cells.length / width),
): Float64Array {
  for (let row = 0; row < into.length; row++) into[row] = sum(cells, row * width, (row + 1) * width);
  return into;
}

/**
 * The sum of each column, such as the output of each industry over all regions.
 *
 * @param into where the sums are written, as long as a row; default a new array
 *
 * @example
 * columnSums(new Float64Array([1, 2, 3, 4]), 2); // → [4, 6]
 */
export function columnSums(cells: Cells, width: number, into: Float64Array = new Float64Array(width)): Float64Array {
  into.fill(0);
  for (let first = 0; first < cells.length; first += width) {
    for (let column = 0; column < width; column++) into[column] = into[column]! + cells[first + column]!;
  }
  return into;
}

/**
 * Calls a function for every cell, row by row.
 *
 * @example
 * const seen = [];
 * eachCell(new Float64Array([5, 6]), 2, (value, row, column) => seen.push([value, row, column]));
 * seen; // → [[5, 0, 0], [6, 0, 1]]
 */
export function eachCell(cells: Cells, width: number, visit: OfCell<unknown>): void {
  for (let cell = 0, row = 0; cell < cells.length; row++) {
    for (let column = 0; column < width; column++, cell++) visit(cells[cell]!, row, column, cell);
  }
}

/**
 * A table of the same shape with another number in each cell.
 *
 * @example
 * mapCells(new Float64Array([5, 6]), 2, (value, row, column) => value * column); // → [0, 6]
 */
export function mapCells(cells: Cells, width: number, of: OfCell<number>): Float64Array {
  const mapped = new Float64Array(cells.length);
  eachCell(cells, width, (value, row, column, cell) => {
    mapped[cell] = of(value, row, column, cell);
  });
  return mapped;
}
