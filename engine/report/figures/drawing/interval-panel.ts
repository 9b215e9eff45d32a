import { niceScale, type Plot, roundTicks } from './cartesian.js';
import type { Paint } from './colours.js';
import type { Panel } from './figure.js';
import { levelAxis, rowNames } from './level-rows.js';
import { element, label, pixels } from './svg.js';
import { textWidth } from './text-measure.js';

/** A row: a median, the intervals around it, and a word at the right. */
export interface IntervalRow {
  readonly name: string;
  readonly middle: number;
  /** The wider first. */
  readonly intervals: readonly { readonly name: string; readonly low: number; readonly high: number }[];
  readonly text: string;
  readonly bold?: boolean;
  /** What came, drawn as a diamond beside the median; `inside` where it lies in the interval. */
  readonly came?: { readonly name: string; readonly value: number; readonly inside: boolean };
}

/** Medians with intervals, one level row each. */
export interface IntervalPanel {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  /** Over the words at the right. */
  readonly textTitle: string;
  readonly rows: readonly IntervalRow[];
  colour(paint: Paint): string;
  format(value: number): string;
  readonly tick: (value: number, decimals: number) => string;
  readonly width?: number;
}

const ROW = 24;

/** Draws each row's intervals as lines that thicken inwards, its median as a dot, and a line where nothing changes. */
export function intervalPanel(spec: IntervalPanel): Panel {
  const { width = 420 } = spec;
  const height = 30 + spec.rows.length * ROW + 42;
  return {
    title: spec.title,
    width,
    height,
    description: spec.description,
    draw: (paint) => drawIntervals(spec, paint, width, height),
  };
}

function drawIntervals(spec: IntervalPanel, paint: Paint, width: number, height: number): string {
  const { rows, format } = spec;
  const { names, room: nameRoom } = rowNames(rows, width * 0.34);
  const room = rows.reduce((most, row) => Math.max(most, textWidth(row.text, 12, true)), textWidth(spec.textTitle, 11));
  const plot: Plot = { left: nameRoom + 14, right: width - room - 14, top: 24, bottom: height - 42 };
  const ends = rows.flatMap(({ intervals, came }) => [
    ...intervals.flatMap(({ low, high }) => [low, high]),
    ...(came === undefined ? [] : [came.value]),
  ]);
  const x = niceScale([0, ...ends, ...rows.map((row) => row.middle)], [plot.left, plot.right], 4);
  const parts = [
    levelAxis(plot, paint, x, roundTicks(x, width < 400 ? 3 : 4, spec.tick), spec.xTitle),
    label(width, 14, spec.textTitle, { size: 11, fill: paint.muted, anchor: 'end' }),
  ];
  for (const [k, row] of rows.entries()) {
    const y = plot.top + ROW * (k + 0.5);
    const tip = [
      `${row.name}: ${format(row.middle)}`,
      ...row.intervals.map(({ name, low, high }) => `  ${name}: ${format(low)} … ${format(high)}`),
      row.came === undefined ? `${spec.textTitle} ${row.text}` : `${row.came.name}: ${format(row.came.value)}`,
    ].join('\n');
    parts.push(label(0, y + 4, names[k]!, { fill: paint.ink, bold: row.bold ?? false }));
    for (const [depth, { low, high }] of row.intervals.entries()) {
      parts.push(
        element('path', {
          d: `M${pixels(x(low))} ${pixels(y)}L${pixels(Math.max(x(high), x(low) + 0.5))} ${pixels(y)}`,
          stroke: spec.colour(paint),
          'stroke-width': 1.5 + 3.5 * depth,
          'stroke-opacity': depth === 0 ? 1 : 0.45,
        }),
      );
    }
    parts.push(
      element('circle', {
        cx: x(row.middle),
        cy: y,
        r: 4.4,
        fill: spec.colour(paint),
        stroke: paint.surface,
        'data-tip': paint.interactive ? tip : null,
      }),
      row.came === undefined ? '' : diamond(x(row.came.value), y, row.came.inside, paint),
      label(width, y + 4, row.text, { fill: paint.ink, bold: true, anchor: 'end' }),
    );
  }
  return parts.join('');
}

function diamond(x: number, y: number, inside: boolean, paint: Paint): string {
  return element('path', {
    d: `M${pixels(x)} ${pixels(y - 6.5)}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`,
    fill: inside ? paint.gain : paint.loss,
    stroke: paint.surface,
  });
}
