import type { Axis, Panel } from '../recognise/panel.js';
import type { Aggregates, AxisName, Doubt } from './doubt.js';
import type { Matrix } from './exact-sums.js';
import { findDoubts } from './find-doubts.js';
import { roundingUnit } from './rounding-unit.js';

/** Cells compared for each pair of names are at most so many, or thrice the names; beyond 600 names only names, codes and the sum of all are looked at. */
const CELLS = 600;

/**
 * Finds totals, sums of some of the others and parts of others, among the regions and among the industries: by name (Total, 合计), by arithmetic
 * (figures that equal the sum of others in every year), and by code (C within B-E).
 *
 * Arithmetic: names in ascending order of size; each is projected on those before it that are no sums themselves, and where nothing is left over
 * and the coefficients are 0 and 1, it is their sum. One pass of Gram–Schmidt finds nested sums too. What nearly adds up is left to `nearSums`.
 *
 * @param dropped names the user leaves out; they are no one's parts.
 */
export function findAggregates(panel: Panel, dropped: ReadonlySet<string>): Aggregates {
  const unit = roundingUnit(sampled(panel.values));
  const found = (['region', 'industry'] as const).map((axis) => findDoubts(axis, matrixOf(panel, axis, dropped, unit)));
  const doubts = found.flatMap((each) => each.doubts).filter((doubt) => addsUpInAll(panel, doubt, unit));
  return { doubts, remarks: found.flatMap(({ remarks }) => remarks) };
}

/** Of all figures that are compared, sums may miss so much beyond rounding; what was looked at before were a sample of the cells. */
const MOST_MISSED = { arithmetic: 0.002, nearness: 0.1 } as const;

/** True where the parts of a name add up to it in all cells, and not only in those that were looked at. */
function addsUpInAll(panel: Panel, { axis, name, parts, by }: Doubt, unit: number): boolean {
  if (by === 'name' || by === 'code') return true;
  const names = axis === 'region' ? panel.regions.names : panel.industries.names;
  const [whole, own] = [names.indexOf(name), parts.map((part) => names.indexOf(part))];
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const others = axis === 'region' ? I : R;
  let [missed, all] = [0, 0];
  for (let y = 0; y < panel.years.length; y++) {
    for (let other = 0; other < others; other++) {
      const at = (k: number) => panel.values[axis === 'region' ? (y * R + k) * I + other : (y * R + other) * I + k]!;
      let sum = 0;
      for (const part of own) sum += at(part);
      const figure = at(whole);
      if (Number.isNaN(sum) || Number.isNaN(figure)) continue;
      missed += Math.max(0, Math.abs(sum - figure) - (unit * (own.length + 1)) / 2);
      all += Math.abs(figure);
    }
  }
  return own.length === 0 || missed <= MOST_MISSED[by] * all;
}

function sampled(values: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(values.length / 20000)) | 1;
  return values.filter((_, k) => k % step === 0);
}

function matrixOf(panel: Panel, axis: AxisName, dropped: ReadonlySet<string>, unit: number): Matrix {
  const own: Axis = axis === 'region' ? panel.regions : panel.industries;
  const other: Axis = axis === 'region' ? panel.industries : panel.regions;
  const kept = own.names.flatMap((name, k) => (dropped.has(name) ? [] : [k]));
  const others = other.names.flatMap((name, k) => (dropped.has(name) ? [] : [k]));
  const [R, I] = [panel.regions.names.length, panel.industries.names.length];
  const cells = others.length * panel.years.length;
  const most = Math.max(CELLS, 3 * kept.length);
  const step = cells <= most ? 1 : Math.floor(cells / most) | 1;
  const chosen: number[] = [];
  for (let k = 0; k < cells; k += step) chosen.push(k);
  const rows = kept.map((k) =>
    Float64Array.from(chosen, (cell) => {
      const y = Math.floor(cell / others.length);
      const o = others[cell % others.length]!;
      return panel.values[axis === 'region' ? (y * R + k) * I + o : (y * R + o) * I + k]!;
    }),
  );
  return { names: kept.map((k) => own.names[k]!), codes: kept.map((k) => own.codes[k]!), rows, unit };
}
