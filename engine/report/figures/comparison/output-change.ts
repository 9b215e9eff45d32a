import type { Panel } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { partFormat, percentTick, type View } from './view.js';

/** Output of a region, or of all where it is null, in a year of a future. */
export function outputOf(view: View, k: number, r: number | null, y: number): number {
  const measures = view.comparison.measures[k]!;
  return r === null ? measures.caseOutput[y]! : measures.regionOutput[y * view.regions.length + r]!;
}

/** Output without policies, likewise. */
export function trendOf(view: View, k: number, r: number | null, y: number): number {
  const measures = view.comparison.measures[k]!;
  return r === null ? measures.caseTrendOutput[y]! : measures.regionTrendOutput[y * view.regions.length + r]!;
}

/** Output against no policy as a part of it; 0 where there is none. */
export function change(view: View, k: number, r: number | null, y: number): number {
  const trend = trendOf(view, k, r, y);
  return trend === 0 ? 0 : outputOf(view, k, r, y) / trend - 1;
}

/** Name of a region, or of all. */
export function nameOf(view: View, r: number | null): string {
  return r === null ? 'All regions' : view.regions[r]!;
}

/** Change against no policy by year, of one region or all. */
export function changePanel(
  view: View,
  r: number | null,
  reach: readonly number[],
  size: { width: number; height: number },
): Panel {
  const years = view.shown.lineYears;
  const last = view.years.length - 1;
  const series = view.names.map(
    (name, k): LineSeries => ({
      name,
      colour: (paint) => paint.future(k),
      values: years.map((y) => change(view, k, r, y)),
    }),
  );
  const format = partFormat(reach);
  const told = view.names.map((name, k) => `${name} ${format(change(view, k, r, last))}`);
  return linePanel({
    title: nameOf(view, r),
    description: `${nameOf(view, r)}: output against no policy by year; in ${view.years[last]} ${told.join(', ')}.`,
    x: years.map((y) => view.years[y]!),
    yTitle: 'output against no policy',
    series,
    reach: [0, ...reach],
    format,
    tick: percentTick,
    ...size,
  });
}
