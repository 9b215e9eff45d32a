import { addsUp, completeCells, FEWEST_CELLS, type Matrix } from './exact-sums.js';

/** Sets of names that add up to the same total; one is kept. */
export interface Breakdowns {
  readonly kept: readonly number[];
  readonly others: readonly number[][];
}

/**
 * Finds names that break one total down in two ways or more, as by industry and by type of job. Names stand in the order of the table: they are cut where
 * those since the last cut add up to the total or, where the table has no total, into two halves that add up to the same. The breakdown of most
 * names is kept.
 *
 * @param names numbers of the names to look at.
 * @param totals numbers of names that are totals.
 */
export function findBreakdowns(matrix: Matrix, names: readonly number[], totals: readonly number[]): Breakdowns[] {
  const complete = completeCells(matrix);
  if (complete.length < FEWEST_CELLS || names.length < 4) return [];
  const rows = matrix.rows.map((row) => Float64Array.from(complete, (c) => row[c]!));
  for (const total of totals) {
    const groups = cutAtTotal(rows, names, total, matrix.unit);
    if (groups !== null && groups.length > 1) return [choose(groups)];
  }
  const halves = cutInHalves(rows, names, matrix.unit);
  return halves === null ? [] : [choose(halves)];
}

function choose(groups: readonly number[][]): Breakdowns {
  const kept = groups.reduce((best, each) => (each.length > best.length ? each : best));
  return { kept, others: groups.filter((each) => each !== kept) };
}

/** The names in order, cut wherever those since the last cut add up to the total; null where some are left over. */
function cutAtTotal(
  rows: readonly Float64Array[],
  names: readonly number[],
  total: number,
  unit: number,
): number[][] | null {
  const groups: number[][] = [];
  let open: number[] = [];
  for (const name of names) {
    open.push(name);
    if (open.length < 2 || !addsUp(rows, total, open, unit)) continue;
    groups.push(open);
    open = [];
  }
  return open.length === 0 ? groups : null;
}

/** Two halves of the names, in order, that add up to the same in every cell; null where there are none. */
function cutInHalves(rows: readonly Float64Array[], names: readonly number[], unit: number): number[][] | null {
  const cells = rows[0]!.length;
  const whole = new Float64Array(cells);
  for (const name of names) for (let c = 0; c < cells; c++) whole[c]! += rows[name]![c]! / 2;
  const sum = new Float64Array(cells);
  for (let k = 0; k < names.length - 2; k++) {
    for (let c = 0; c < cells; c++) sum[c]! += rows[names[k]!]![c]!;
    if (k === 0) continue;
    if (!addsUp([whole, sum], 0, [1], unit * names.length)) continue;
    // Every half must hold figures that differ, or rounding alone would make them equal.
    if (whole.every((value) => value > unit * names.length))
      return [names.slice(0, k + 1), names.slice(k + 1)] as number[][];
  }
  return null;
}
