import { niceScale, type Plot, roundTicks, rule, type Scale } from './cartesian.js';
import type { Paint } from './colours.js';
import type { Panel } from './figure.js';
import { levelAxis, rowNames } from './level-rows.js';
import { element, label } from './svg.js';
import { textWidth } from './text-measure.js';

/** One of the bars of a row, from zero. */
export interface GroupedBar {
  /** Name of what it stands for, for the reader's pointer. */
  readonly series: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  colour(paint: Paint): string;
}

/** A row: one bar for each series, below each other. */
export interface BarGroup {
  readonly name: string;
  readonly bars: readonly GroupedBar[];
  readonly bold?: boolean;
}

/** Level bars in groups, each with the interval that it lies in. */
export interface GroupedBarPanel {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  readonly groups: readonly BarGroup[];
  format(value: number): string;
  readonly tick: (value: number, decimals: number) => string;
  readonly width?: number;
}

const BAR = 11;
const GAP = 8;
const FOOT = 38;

/** Draws groups of bars from a line where nothing changes, thin lines through their ends being the intervals. */
export function groupedBarPanel(spec: GroupedBarPanel): Panel {
  const { width = 420 } = spec;
  const height = 10 + spec.groups.reduce((sum, { bars }) => sum + groupHeight(bars.length), 0) + FOOT;
  return {
    title: spec.title,
    width,
    height,
    description: spec.description,
    draw: (paint) => drawGroups(spec, paint, width, height),
  };
}

function groupHeight(bars: number): number {
  // A name needs its room where there is one bar.
  return Math.max(16, bars * BAR) + GAP;
}

function drawGroups(spec: GroupedBarPanel, paint: Paint, width: number, height: number): string {
  const { groups, format } = spec;
  const { names, room: nameRoom } = rowNames(groups, width * 0.36);
  const bars = groups.flatMap((group) => group.bars);
  const valueRoom = bars.reduce((most, bar) => Math.max(most, textWidth(format(bar.value), 11, true)), 0) + 6;
  // Values stand in a column at the right, where no interval crosses them.
  const plot: Plot = { left: nameRoom + 12, right: width - valueRoom - 6, top: 6, bottom: height - FOOT };
  const ends = bars.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const x = niceScale([0, ...ends], [plot.left, plot.right], 4);
  const parts = [levelAxis(plot, paint, x, roundTicks(x, 4, spec.tick), spec.xTitle)];
  let y = plot.top + GAP / 2;
  for (const [k, group] of groups.entries()) {
    const room = groupHeight(group.bars.length) - GAP;
    parts.push(label(0, y + room / 2 + 4, names[k]!, { fill: paint.ink, bold: group.bold ?? false }));
    const start = y + (room - group.bars.length * BAR) / 2;
    for (const [b, bar] of group.bars.entries()) {
      parts.push(drawBar(bar, `${group.name}, ${bar.series}`, { x, y: start + b * BAR, format, width, paint }));
    }
    y += room + GAP;
  }
  return parts.join('');
}

/** The place and the setting of a bar. */
interface BarPlace {
  readonly x: Scale;
  readonly y: number;
  readonly width: number;
  readonly paint: Paint;
  format(value: number): string;
}

function drawBar(bar: GroupedBar, name: string, { x, y, format, width, paint }: BarPlace): string {
  const { value, low, high } = bar;
  const [a, b] = [x(Math.min(0, value)), x(Math.max(0, value))];
  const middle = y + (BAR - 1) / 2;
  const band = low === null || high === null ? '' : `\n  80% of the draws: ${format(low)} … ${format(high)}`;
  return [
    element('rect', {
      x: a,
      y,
      width: Math.max(1, b - a),
      height: BAR - 1,
      fill: bar.colour(paint),
      'data-tip': paint.interactive ? `${name}: ${format(value)}${band}` : null,
    }),
    low === null || high === null
      ? ''
      : rule([x(low), middle], [x(high), middle], paint.surface, null, 3) +
        rule([x(low), middle], [x(high), middle], paint.ink),
    label(width, middle + 4, format(value), { size: 11, fill: bar.colour(paint), anchor: 'end', bold: true }),
  ].join('');
}
