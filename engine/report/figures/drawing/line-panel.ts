import { area, line } from 'd3-shape';
import { axes, niceScale, type Plot, roundTicks, spreadOut, type Tick, ticksWidth, yearTicks } from './cartesian.js';
import type { Paint } from './colours.js';
import type { Panel } from './figure.js';
import { element, label } from './svg.js';
import { textWidth } from './text-measure.js';

/** One line; null where it has no value. */
export interface LineSeries {
  readonly name: string;
  colour(paint: Paint): string;
  readonly dashed?: boolean;
  readonly values: readonly (number | null)[];
  /** Bands that hold most draws, drawn behind the line; the wider bands first. */
  readonly bands?: readonly LineBand[];
}

/** A band around a line, by the part of the draws it holds. */
export interface LineBand {
  readonly name: string;
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** Opacity of a band; bands within bands add up. */
export const BAND_OPACITY = 0.16;

/** Lines over years or over another number. */
export interface LinePanel {
  readonly title: string;
  readonly description: string;
  readonly x: readonly number[];
  /** Without it the numbers are years. */
  readonly xTitle?: string;
  readonly yTitle: string;
  readonly series: readonly LineSeries[];
  /** Further values the axis must reach, so that panels share a scale. */
  readonly reach?: readonly number[];
  format(value: number): string;
  readonly tick?: (value: number, decimals: number) => string;
  readonly width?: number;
  readonly height?: number;
  /** True where the last values stand beside the lines. */
  readonly ends?: boolean;
}

/** Draws lines with their last values beside them, and what the page shows of each year. */
export function linePanel(spec: LinePanel): Panel {
  const { width = 360, height = 250 } = spec;
  return {
    title: spec.title,
    width,
    height,
    description: spec.description,
    draw: (paint) => drawLines(spec, paint, width, height),
  };
}

/** The mapping of a panel's numbers to places on the drawing. */
interface Place {
  readonly plot: Plot;
  across(value: number): number;
  up(value: number): number;
}

function drawLines(spec: LinePanel, paint: Paint, width: number, height: number): string {
  const { x, series, format } = spec;
  const years = spec.xTitle === undefined;
  const last = x.length - 1;
  const ends = spec.ends === false ? [] : series.filter((each) => each.values[last] !== null);
  const endWidth = ends.reduce((most, each) => Math.max(most, textWidth(format(each.values[last]!), 11.5, true)), 0);
  const top = 30;
  const bottom = height - (years ? 24 : 40);
  const up = niceScale(everyValue(spec), [bottom, top], 4);
  const yTicks = roundTicks(up, 4, spec.tick);
  const plot: Plot = { left: 12 + ticksWidth(yTicks), right: width - Math.max(18, endWidth + 14), top, bottom };
  const across = niceScale([0, 1], [plot.left, plot.right]).domain([x[0]!, x.length > 1 ? x[last]! : x[0]! + 1]);
  const xTicks: Tick[] = years ? yearTicks(x, plot.right - plot.left) : roundTicks(across, 5);
  const place: Place = { plot, across: (value) => across(value), up: (value) => up(value) };
  return [
    axes(
      plot,
      paint,
      { scale: across, ticks: xTicks, title: spec.xTitle ?? '' },
      { scale: up, ticks: yTicks, title: spec.yTitle, zero: true },
    ),
    ...series.flatMap((each) => bandShapes(each, x, paint, place)),
    ...series.map((each) => lineShape(each, x, paint, place)),
    ...endMarks(ends, format, paint, place),
    paint.interactive ? readings(spec, plot, place.across) : '',
  ].join('');
}

/** Every value that the vertical axis must reach. */
function everyValue({ reach = [], series }: LinePanel): number[] {
  const drawn = series.flatMap(({ values, bands = [] }) => [
    ...values,
    ...bands.flatMap(({ low, high }) => [...low, ...high]),
  ]);
  return [...reach, ...drawn.filter((value) => value !== null)];
}

function bandShapes(series: LineSeries, x: readonly number[], paint: Paint, { across, up }: Place): string[] {
  return (series.bands ?? []).map(({ low, high }) => {
    const shape = area<number>()
      .digits(2)
      .defined((_, k) => low[k] !== null && high[k] !== null)
      .x(across)
      .y0((_, k) => up(low[k]!))
      .y1((_, k) => up(high[k]!));
    return element('path', { d: shape(x) ?? '', fill: series.colour(paint), 'fill-opacity': BAND_OPACITY });
  });
}

function lineShape(series: LineSeries, x: readonly number[], paint: Paint, { across, up }: Place): string {
  const dashed = series.dashed === true;
  const path = line<number>()
    .digits(2)
    .defined((_, k) => series.values[k] !== null)
    .x(across)
    .y((_, k) => up(series.values[k]!));
  return element('path', {
    d: path(x) ?? '',
    fill: 'none',
    stroke: series.colour(paint),
    'stroke-width': dashed ? 1.8 : 2.4,
    'stroke-linejoin': 'round',
    'stroke-linecap': dashed ? 'butt' : 'round',
    'stroke-dasharray': dashed ? '5 4' : null,
  });
}

/** Dots at the ends of the lines with their values beside them, moved apart where they would overlap. */
function endMarks(
  ends: readonly LineSeries[],
  format: LinePanel['format'],
  paint: Paint,
  { plot, up }: Place,
): string[] {
  const heights = ends.map((each) => up(each.values.at(-1)!));
  const placed = spreadOut(heights, 13, plot.top, plot.bottom);
  return ends.flatMap((each, k) => {
    const fill = each.colour(paint);
    return [
      element('circle', { cx: plot.right, cy: heights[k]!, r: 3, fill }),
      label(plot.right + 8, placed[k]! + 4, format(each.values.at(-1)!), { size: 11.5, fill, bold: true }),
    ];
  });
}

/** Invisible columns that tell the page's script what is at each place. */
function readings(spec: LinePanel, plot: Plot, across: (value: number) => number): string {
  const { x, series, format } = spec;
  return x
    .map((value, k) => {
      const from = k === 0 ? plot.left : (across(x[k - 1]!) + across(value)) / 2;
      const to = k === x.length - 1 ? plot.right : (across(value) + across(x[k + 1]!)) / 2;
      const told = series.flatMap((each) => {
        const at = each.values[k];
        const bands = (each.bands ?? []).flatMap(({ name, low, high }) =>
          low[k] == null || high[k] == null ? [] : [`  ${name}: ${format(low[k])} … ${format(high[k])}`],
        );
        return at == null ? [] : [`${each.name}: ${format(at)}`, ...bands];
      });
      const head = spec.xTitle === undefined ? String(value) : `${spec.xTitle}: ${value}`;
      return element('rect', {
        class: 'reading',
        x: from,
        y: plot.top,
        width: Math.max(0, to - from),
        height: plot.bottom - plot.top,
        fill: 'transparent',
        'data-tip': [head, ...told].join('\n'),
      });
    })
    .join('');
}
