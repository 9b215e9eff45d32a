import type { PairedSummary } from '../../../montecarlo/answers/pairs.js';
import type { Panel } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { futureColour, partFormat, percentTick, type View } from './view.js';

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

/** Change against no policy in the years that are drawn, and the band that holds 80% of the draws where some were made. */
type Changes = Required<Pick<LineSeries, 'values' | 'bands'>>;

/** Changes of one region or all: medians of the draws as parts of what is without policy at central values, else the central run. */
function changesOf(view: View, k: number, r: number | null): Changes {
  const expression = r === null ? 'output()' : `output(${JSON.stringify(view.regions[r])})`;
  const drawn = view.study?.outcomes.find((outcome) => outcome.expression === expression)?.changes[k] ?? [];
  const years = view.shown.lineYears;
  if (drawn.length === 0) return { values: years.map((y) => change(view, k, r, y)), bands: [] };
  const at = (level: 'p10' | 'p50' | 'p90'): (number | null)[] =>
    years.map((y) => partOf(drawn[y]!, level, trendOf(view, k, r, y)));
  return { values: at('p50'), bands: [{ name: '80% of the draws', low: at('p10'), high: at('p90') }] };
}

/** The last of these. */
export function finalChange(view: View, k: number, r: number | null): number {
  return changesOf(view, k, r).values.at(-1) ?? 0;
}

function partOf(summary: PairedSummary, level: 'p10' | 'p50' | 'p90', trend: number): number | null {
  const value = summary[level];
  return value === null || trend === 0 ? null : value / trend;
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
      colour: futureColour(view, k),
      ...changesOf(view, k, r),
    }),
  );
  const format = partFormat(reach);
  const told = view.names.map((name, k) => `${name} ${format(finalChange(view, k, r))}`);
  return linePanel({
    title: nameOf(view, r),
    description: `${nameOf(view, r)}: output in ${view.years[last]} beside no policy: ${told.join('; ')}.`,
    x: years.map((y) => view.years[y]!),
    yTitle: 'output compared with no policy',
    series,
    reach: [0, ...reach],
    format,
    tick: percentTick,
    ...size,
  });
}
