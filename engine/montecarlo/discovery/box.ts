import { sortedOrder } from '../../statistics/ranks.js';
import { sum } from '../../statistics/sum.js';

/** A numeric input of the draws, by draw. */
export interface InputColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** Quality of a box: its part of the draws, and of the cases in question. */
export interface BoxShares {
  /** Draws in the box, and those of them that are cases. */
  readonly draws: number;
  readonly cases: number;
  /** Cases among the draws of the box. */
  readonly density: number;
  /** Part of all cases that is in the box. */
  readonly coverage: number;
  /** Part of all draws that is in the box. */
  readonly support: number;
}

/** Ends of a box, by input: places in the input's order of distinct values. */
export interface Box {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Draws as the search sees them: values replaced by their place among the input's distinct values. */
export interface Field {
  readonly columns: readonly InputColumn[];
  readonly places: readonly Int32Array[];
  readonly distinct: readonly Float64Array[];
  readonly isCase: Uint8Array;
  readonly count: number;
  readonly cases: number;
}

/** The draws that are kept, with each input sorted once. */
export function fieldOf(
  inputs: readonly InputColumn[],
  isCase: ArrayLike<boolean | number>,
  kept: readonly number[],
): Field {
  const distinct: Float64Array[] = [];
  const places = inputs.map(({ values }) => {
    const column = Float64Array.from(kept, (k) => values[k]!);
    const order = sortedOrder(column);
    const place = new Int32Array(kept.length);
    const own: number[] = [];
    for (const draw of order) {
      if (own.length === 0 || column[draw]! !== own.at(-1)) own.push(column[draw]!);
      place[draw] = own.length - 1;
    }
    distinct.push(Float64Array.from(own));
    return place;
  });
  const cases = Uint8Array.from(kept, (k) => (isCase[k] ? 1 : 0));
  const count = kept.length;
  return { columns: inputs, places, distinct, isCase: cases, count, cases: sum(cases) };
}

/** Quality of a box with these draws. */
export function sharesOf(field: Field, draws: Uint32Array): BoxShares {
  const cases = countCases(field, draws);
  return {
    draws: draws.length,
    cases,
    density: draws.length === 0 ? 0 : cases / draws.length,
    coverage: cases / field.cases,
    support: draws.length / field.count,
  };
}

/** Cases among some draws. */
export function countCases(field: Field, draws: Uint32Array): number {
  let cases = 0;
  for (let k = 0; k < draws.length; k++) cases += field.isCase[draws[k]!]!;
  return cases;
}

/** Those of the available draws that a box holds. */
export function drawsIn(field: Field, box: Box, available: Uint32Array): Uint32Array<ArrayBuffer> {
  let draws = available.slice();
  for (const input of restrictedInputs(field, box)) {
    const column = field.places[input]!;
    const [low, high] = [box.low[input]!, box.high[input]!];
    draws = draws.filter((draw) => column[draw]! >= low && column[draw]! <= high);
  }
  return draws;
}

/** True where a box holds a draw. */
export function inside(field: Field, box: Box, draw: number): boolean {
  return field.places.every((column, input) => column[draw]! >= box.low[input]! && column[draw]! <= box.high[input]!);
}

/** Indices of the inputs of which a box does not hold the whole range. */
export function restrictedInputs(field: Field, box: Box): readonly number[] {
  return field.columns
    .map((_, input) => input)
    .filter((input) => box.low[input]! > 0 || box.high[input]! < field.distinct[input]!.length - 1);
}

/** A box with one end moved to a place. */
export function withEnd(box: Box, input: number, end: 'low' | 'high', place: number): Box {
  const moved = { low: box.low.slice(), high: box.high.slice() };
  moved[end][input] = place;
  return moved;
}

/** A box with one input open. */
export function withOpen(field: Field, box: Box, input: number): Box {
  return withEnd(withEnd(box, input, 'low', 0), input, 'high', field.distinct[input]!.length - 1);
}
