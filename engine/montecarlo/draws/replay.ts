import type { Study } from '../study/study.js';
import { sourceCentre } from '../study/uncertain.js';
import { createDrawer } from './drawer.js';
import { type InputColumn, inputColumns, inputWriter, sourceOf } from './sample-draws.js';

/** One draw of a study, run alone. */
export interface ReplayedDraw {
  readonly study: Study;
  readonly draw: number;
  readonly inputs: readonly (InputColumn & { readonly value: number; readonly central: number })[];
  /** Years of the values; only the last where an outcome runs over all of them. By run. */
  readonly outcomes: readonly {
    readonly name: string;
    readonly years: readonly number[];
    readonly runs: readonly (readonly number[])[];
  }[];
  /** By run: true where it is met. */
  readonly goals: readonly { readonly name: string; readonly runs: readonly boolean[] }[];
  /** Reason why the draw yields nothing, or null. */
  readonly failure: string | null;
}

/** Runs one draw of a study alone; its numbers are those it has in the whole study. */
export function replayDraw(study: Study, draw: number): ReplayedDraw {
  const columns = inputColumns(study);
  const values = new Float64Array(columns.length);
  inputWriter(study, columns)(draw, values);
  const place = new Map(study.uncertain.map((number) => [number.path, number]));
  const drawer = createDrawer(study);
  const { layout } = drawer;
  const row = new Float64Array(layout.width).fill(Number.NaN);
  let failure: string | null = null;
  try {
    drawer.draw(draw, row);
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
    row.fill(Number.NaN);
  }
  const runs = [...study.runs.keys()];
  return {
    study,
    draw,
    inputs: columns.map((column, c) => ({
      ...column,
      value: values[c]!,
      central: sourceCentre(sourceOf(place.get(column.path)!, column.run)!),
    })),
    outcomes: layout.outcomes.map((name, o) => ({
      name,
      years: layout.lengths[o] === 1 ? layout.years.slice(-1) : layout.years,
      runs: runs.map((run) => [...row.subarray(layout.outcome(run, o), layout.outcome(run, o) + layout.lengths[o]!)]),
    })),
    goals: layout.goals.map((name, g) => ({
      name,
      runs: runs.map((run) => row[layout.goal(run) + g]! > 0 || row[layout.goal(run) + g]! < 0),
    })),
    failure,
  };
}
