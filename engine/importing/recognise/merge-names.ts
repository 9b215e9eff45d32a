import type { Axis, Panel } from './panel.js';

/** The two axes of a panel that hold names. */
export type AxisKey = 'regions' | 'industries';

/** A name of a new axis and the old ones, by number, whose figures go into it, each with the part of them that does. */
export interface MergedName {
  readonly name: string;
  readonly code: string;
  readonly from: readonly { readonly number: number; readonly weight: number }[];
}

/** Mark of a figure that is made from parts of others, in `Panel.estimated`. */
export const DERIVED = 2;

/**
 * A panel whose regions or industries are put together anew.
 *
 * @param by `sum` adds figures up: one is missing where one that goes into it is, unless that one is missing in all years, or its name had ended or not yet
 * begun and another takes its place. `either` takes the one that is there.
 */
export function mergeNames(panel: Panel, axis: AxisKey, merged: readonly MergedName[], by: 'sum' | 'either'): Panel {
  const [R, I, Y] = [panel.regions.names.length, panel.industries.names.length, panel.years.length];
  const own: Axis = { names: merged.map(({ name }) => name), codes: merged.map(({ code }) => code) };
  const [newR, newI] = axis === 'regions' ? [merged.length, I] : [R, merged.length];
  const values = new Float64Array(newR * newI * Y);
  const estimated = new Uint8Array(values.length);
  const absent = by === 'sum' ? absentCells(panel, axis, merged) : null;
  for (let cell = 0; cell < values.length; cell++) {
    const [y, r, i] = [Math.floor(cell / (newR * newI)), Math.floor(cell / newI) % newR, cell % newI];
    let sum: number | undefined;
    for (const { number, weight } of merged[axis === 'regions' ? r : i]!.from) {
      const pair = axis === 'regions' ? number * I + i : r * I + number;
      const value = panel.values[y * R * I + pair]!;
      if (absent === null ? Number.isNaN(value) : absent(pair, number, y)) continue;
      sum = (sum ?? 0) + weight * value;
      estimated[cell] = Math.max(estimated[cell]!, weight === 1 ? panel.estimated[y * R * I + pair]! : DERIVED);
    }
    values[cell] = sum ?? Number.NaN;
  }
  return { ...panel, [axis]: own, values, estimated };
}

/** Tells for a pair of region and industry, the number of its name and a year whether its figure is none rather than missing. */
function absentCells(panel: Panel, axis: AxisKey, merged: readonly MergedName[]) {
  const { values, years } = panel;
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const never = new Uint8Array(R * I).fill(1);
  const names = axis === 'regions' ? R : I;
  const present = Array.from({ length: names }, () => new Uint8Array(years.length));
  for (let cell = 0; cell < values.length; cell++) {
    if (Number.isNaN(values[cell]!)) continue;
    never[cell % (R * I)] = 0;
    present[axis === 'regions' ? Math.floor(cell / I) % R : cell % I]![Math.floor(cell / (R * I))] = 1;
  }
  const succeeds = new Uint8Array(names);
  for (const { from } of merged) {
    for (const { number: own } of from) {
      const takes = ({ number: other }: { number: number }) =>
        present[own]!.some((each, y) => each === 1 && present[other]![y] === 0) && present[other]!.includes(1);
      if (from.some((each) => each.number !== own && takes(each))) succeeds[own] = 1;
    }
  }
  return (pair: number, name: number, year: number): boolean =>
    never[pair] === 1 || (succeeds[name] === 1 && present[name]![year] === 0);
}
