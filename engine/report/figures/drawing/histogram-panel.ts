import { axes, niceScale, type Plot, roundTicks, rule, ticksWidth } from './cartesian.js';
import type { Paint } from './colours.js';
import type { Panel } from './figure.js';
import { element, label } from './svg.js';
import { textWidth } from './text-measure.js';

/** The distribution of a number. */
export interface HistogramPanel {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  /** Values of one draw each. */
  readonly values: ArrayLike<number>;
  /** Range that is drawn; what lies beyond counts in the first or the last bar. */
  readonly range: readonly [number, number];
  /** Places that are marked, such as the median. */
  readonly marks: readonly { readonly name: string; readonly value: number }[];
  format(value: number): string;
  readonly tick: (value: number, decimals: number) => string;
  readonly width?: number;
}

/** One bar: from and up to where, and how many. */
export interface Bin {
  readonly low: number;
  readonly high: number;
  count: number;
}

const HEIGHT = 300;
/** About so many bars. */
export const BARS = 40;

/** Draws bars of equal width whose edges are round numbers, 0 among them, so that losses and gains share none. */
export function histogramPanel(spec: HistogramPanel): Panel {
  const { width = 430 } = spec;
  return {
    title: spec.title,
    width,
    height: HEIGHT,
    description: spec.description,
    draw: (paint) => drawHistogram(spec, paint, width),
  };
}

/**
 * Counts values in bars of equal, round width. Bars that hold numbers beyond the range are the first and the last.
 *
 * @example
 * binsOfRange([1, 2, 3, 9], [0, 4], 2).map(({ count }) => count); // → [1, 3]
 */
export function binsOfRange(values: ArrayLike<number>, range: readonly [number, number], bars: number): Bin[] {
  const scale = niceScale([...range, 0], [0, 1], bars);
  const ticks = scale.ticks(bars);
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : 1;
  // The few beyond the range that are on the other side of 0 have a bar on their side.
  const edges = [
    ...(ticks[0]! >= 0 && some(values, (value) => value < 0) ? [ticks[0]! - step] : []),
    ...ticks,
    ...(ticks.at(-1)! <= 0 && some(values, (value) => value > 0) ? [ticks.at(-1)! + step] : []),
  ];
  const [first, last] = [edges[0]!, edges.at(-1)!];
  const bins = edges.slice(0, -1).map((low, k): Bin => ({ low, high: edges[k + 1]!, count: 0 }));
  if (bins.length === 0) bins.push({ low: first, high: last + step, count: 0 });
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (!Number.isFinite(value)) continue;
    const place = Math.floor((value - first) / step + 1e-9);
    bins[Math.max(0, Math.min(bins.length - 1, place))]!.count += 1;
  }
  return bins.filter(
    (_, k) => bins.slice(0, k + 1).some(({ count }) => count > 0) && bins.slice(k).some(({ count }) => count > 0),
  );
}

function some(values: ArrayLike<number>, test: (value: number) => boolean): boolean {
  for (let k = 0; k < values.length; k++) if (test(values[k]!)) return true;
  return false;
}

function drawHistogram(spec: HistogramPanel, paint: Paint, width: number): string {
  const bins = binsOfRange(spec.values, spec.range, BARS);
  if (bins.length === 0) return '';
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(...bins.map(({ count }) => count / total));
  const [top, bottom] = [66, HEIGHT - 42];
  const y = niceScale([0, most], [bottom, top], 4);
  const percent = (value: number, decimals: number): string =>
    `${(value * 100).toFixed(Math.max(0, Math.min(2, decimals - 2)))}%`;
  const yTicks = roundTicks(y, 4, percent);
  const plot: Plot = { left: 12 + ticksWidth(yTicks), right: width - 12, top, bottom };
  const x = niceScale([0, 1], [plot.left, plot.right]).domain([bins[0]!.low, bins.at(-1)!.high]);
  const parts = [
    axes(
      plot,
      paint,
      { scale: x, ticks: roundTicks(x, width < 400 ? 4 : 6, spec.tick), title: spec.xTitle },
      { scale: y, ticks: yTicks, title: '' },
    ),
    // Above the names of the marks, whose lines would strike it through.
    label(4, 11, 'share of draws', { size: 11, fill: paint.muted }),
  ];
  for (const [k, { low, high, count }] of bins.entries()) {
    const beyond = k === 0 ? ' or less' : k === bins.length - 1 ? ' or more' : '';
    parts.push(
      element('rect', {
        x: x(low) + 0.5,
        y: y(count / total),
        width: Math.max(0.5, x(high) - x(low) - 1),
        height: bottom - y(count / total),
        fill: low < 0 ? paint.loss : paint.gain,
        'fill-opacity': 0.8,
        'data-tip': paint.interactive
          ? `${spec.format(low)} … ${spec.format(high)}${beyond}\n${((100 * count) / total).toFixed(2)}% of draws`
          : null,
      }),
    );
  }
  if (x.domain()[0]! < 0) parts.push(rule([x(0), plot.top], [x(0), plot.bottom], paint.ink));
  // Names of marks stand in a row above, each over its line; one that would touch the last is raised.
  let free = Number.NEGATIVE_INFINITY;
  for (const { name, value } of [...spec.marks].sort((a, b) => a.value - b.value)) {
    const at = x(value);
    if (!(at >= plot.left && at <= plot.right)) continue;
    const half = textWidth(name, 11) / 2;
    const raised = at - half < free;
    parts.push(rule([at, plot.top - (raised ? 36 : 22)], [at, plot.bottom], paint.ink, '3 3'));
    parts.push(
      label(Math.max(half, Math.min(width - half, at)), plot.top - (raised ? 40 : 26), name, {
        size: 11,
        fill: paint.ink,
        anchor: 'middle',
        halo: paint.surface,
      }),
    );
    free = at + half + 6;
  }
  return parts.join('');
}
