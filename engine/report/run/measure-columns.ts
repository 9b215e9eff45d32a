import { type Measures, valueOrNull } from '../../projection/measure.js';
import type { Projection } from '../../projection/plan.js';
import type { Values } from '../../statistics/cells.js';
import { type Column, textColumn } from '../data/columns.js';

/** One projected future with its indicators, as result files take it. */
export interface ScenarioResult {
  readonly id: string;
  readonly projection: Projection;
  readonly measures: Measures;
}

/** A place in the arrays of a result: index of the year, and of a cell, pair or region in that year. */
export interface Place {
  readonly result: ScenarioResult;
  readonly y: number;
  /** Index into arrays that start with the first year. */
  readonly at: number;
}

/** A column whose values stand in one flat array of a result, in the order of its places. */
export interface MeasureColumn extends Column<Place> {
  /** Key of the nested array in `run --format json`; null where JSON does not hold it. */
  readonly key: string | null;
  /** The array; null where the case lacks what it is computed from. */
  readonly values: (result: ScenarioResult) => Values | null;
  /** Names that the numbers of the array are codes of. */
  readonly names: readonly (string | null)[] | null;
}

/** Makes a column of a flat array; `names` where its numbers are codes. */
export function measureColumn(
  column: Pick<MeasureColumn, 'name' | 'unit' | 'meaning' | 'values'> & Partial<Pick<MeasureColumn, 'key' | 'names'>>,
): MeasureColumn {
  const { values, names = null, key = null } = column;
  return {
    ...column,
    key,
    names,
    of: ({ result, at }) => {
      const value = values(result)?.at(at);
      if (value === undefined) return null;
      return names === null ? valueOrNull(value) : (names[value] ?? null);
    },
  };
}

/** Columns that every table of a projection begins with. */
export const FUTURE_AND_YEAR: readonly Column<Place>[] = [
  textColumn('scenario', 'id of the scenario', ({ result }) => result.id),
  textColumn('year', 'year', ({ result, y }) => result.projection.plan.years[y]!),
];
