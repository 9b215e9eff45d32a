import { niceScale, type Place, type Plot, roundTicks, rule } from './cartesian.js';
import type { Paint } from './colours.js';
import type { Panel } from './figure.js';
import { levelAxis, rowNames } from './level-rows.js';
import { type Attribute, element, label, pixels } from './svg.js';
import { textWidth } from './text-measure.js';

/** Dots of some futures on one level line per row. */
export interface DotPanel {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  readonly series: readonly { readonly name: string; colour(paint: Paint): string }[];
  readonly rows: readonly { readonly name: string; readonly values: readonly number[]; readonly bold?: boolean }[];
  format(value: number): string;
  readonly tick: (value: number, decimals: number) => string;
  readonly width?: number;
  readonly height?: number;
}

/** Draws dots joined by a line in each row, with their values beside them. */
export function dotPanel(spec: DotPanel): Panel {
  const { width = 360, height = 34 + spec.rows.length * 21 } = spec;
  return {
    title: spec.title,
    width,
    height,
    description: spec.description,
    draw: (paint) => drawDots(spec, paint, width, height),
  };
}

function drawDots(
  { rows, series, xTitle, format, tick }: DotPanel,
  paint: Paint,
  width: number,
  height: number,
): string {
  const { names, room: nameRoom } = rowNames(rows, width * 0.34);
  const room = rows
    .flatMap((row) => row.values)
    .reduce((most, value) => Math.max(most, textWidth(format(value), 11, true)), 0);
  // Values stand in columns of their own, one for each of the last futures, where they cover no mark.
  const written = series.map((_, s) => s).slice(-3);
  const plot: Plot = {
    left: nameRoom + 14,
    right: width - written.length * (room + 8) - 8,
    top: 6,
    bottom: height - 38,
  };
  const x = niceScale([0, ...rows.flatMap((row) => row.values)], [plot.left, plot.right], 4);
  const parts = [levelAxis(plot, paint, x, roundTicks(x, 3, tick), xTitle)];
  const step = (plot.bottom - plot.top) / rows.length;
  for (const [k, row] of rows.entries()) {
    const y = plot.top + step * (k + 0.5);
    const [low, high] = [Math.min(...row.values), Math.max(...row.values)];
    parts.push(label(0, y + 4, names[k]!, { fill: paint.ink, bold: row.bold ?? false }));
    parts.push(rule([x(Math.min(0, low)), y], [x(Math.max(0, high)), y], paint.grid));
    if (high > low)
      parts.push(
        element('path', {
          d: `M${pixels(x(low))} ${pixels(y)}L${pixels(x(high))} ${pixels(y)}`,
          stroke: paint.muted,
          'stroke-width': 1.5,
        }),
      );
    for (const [s, value] of row.values.entries()) {
      const tip = paint.interactive ? `${row.name}, ${series[s]!.name}: ${format(value)}` : null;
      parts.push(mark(s, [x(value), y], { fill: series[s]!.colour(paint), stroke: paint.surface, 'data-tip': tip }));
    }
    for (const [column, s] of written.entries()) {
      const right = width - (written.length - 1 - column) * (room + 8);
      const text = format(row.values[s]!);
      parts.push(label(right, y + 4, text, { size: 11, fill: series[s]!.colour(paint), bold: true, anchor: 'end' }));
    }
  }
  return parts.join('');
}

/** A mark with a shape of its own for each place in the comparison, so that colour is not all that tells them apart. */
function mark(rank: number, [x, y]: Place, attributes: Readonly<Record<string, Attribute>>): string {
  const shapes = [
    'M-4 0L0 -4.6L4 0L0 4.6Z',
    'M-4.4 0A4.4 4.4 0 1 1 4.4 0A4.4 4.4 0 1 1 -4.4 0Z',
    'M-3.8 -3.8H3.8V3.8H-3.8Z',
    'M0 -4.8L4.6 3.4H-4.6Z',
    'M0 4.8L4.6 -3.4H-4.6Z',
    'M-4.4 -1.5H-1.5V-4.4H1.5V-1.5H4.4V1.5H1.5V4.4H-1.5V1.5H-4.4Z',
  ];
  const d = shapes[rank % shapes.length]!;
  return element('path', { d, transform: `translate(${pixels(x)} ${pixels(y)})`, ...attributes });
}
