import { niceScale, type Plot, roundTicks, rule } from './cartesian.js';
import type { Paint } from './colours.js';
import type { Panel } from './figure.js';
import { levelAxis, rowNames } from './level-rows.js';
import { element, label } from './svg.js';
import { textWidth } from './text-measure.js';

/** One bar, level. */
export interface Bar {
  readonly name: string;
  /** Start and end; the difference is its value. */
  readonly from: number;
  readonly to: number;
  /** Text at its end. */
  readonly text: string;
  /** Without it a bar to the right is a gain and one to the left a loss. */
  readonly colour?: (paint: Paint) => string;
  /** Interval that the end lies in. */
  readonly interval?: readonly [number, number];
  readonly bold?: boolean;
}

/** Level bars below each other. */
export interface BarPanel {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  readonly bars: readonly Bar[];
  /** True where each bar starts where the one before ends: a line says so. */
  readonly linked?: boolean;
  /** Further values that the axis must reach, so that panels share a scale. */
  readonly reach?: readonly number[];
  readonly width?: number;
}

const ROW = 24;

/** Draws bars from the top: each alone, or linked to a waterfall; with intervals where they have some. */
export function barPanel(spec: BarPanel): Panel {
  const { width = 420 } = spec;
  const height = 22 + spec.bars.length * ROW + 42;
  return {
    title: spec.title,
    width,
    height,
    description: spec.description,
    draw: (paint) => drawBars(spec, paint, width, height),
  };
}

function drawBars(
  { bars, xTitle, linked = false, reach = [] }: BarPanel,
  paint: Paint,
  width: number,
  height: number,
): string {
  const { names, room: nameRoom } = rowNames(bars, width * 0.42);
  const room = bars.reduce((most, bar) => Math.max(most, textWidth(bar.text, 11.5, true)), 0) + 10;
  const ends = bars.flatMap((bar) => [bar.from, bar.to, ...(bar.interval ?? [])]);
  const low = Math.min(0, ...ends);
  const [left, right] = [nameRoom + 12, width - 8];
  // Labels stand outside the bars, so the scale leaves room for them on both sides where bars point that way.
  const backward = bars.some(
    (bar) => bar.to < bar.from && Math.min(bar.to, bar.from) <= low + (Math.max(...ends) - low) * 0.2,
  );
  const plot: Plot = { left: left + (backward ? room : 0), right: right - room, top: 8, bottom: height - 42 };
  const x = niceScale([0, ...ends, ...reach], [plot.left, plot.right], 4);
  const parts = [levelAxis(plot, paint, x, roundTicks(x, width < 400 ? 3 : 4), xTitle)];
  for (const [k, bar] of bars.entries()) {
    const y = plot.top + 7 + k * ROW;
    const [a, b] = [x(bar.from), x(bar.to)];
    const forward = bar.to >= bar.from;
    const colour = bar.colour?.(paint) ?? (forward ? paint.gain : paint.loss);
    parts.push(label(0, y + 13, names[k]!, { fill: paint.ink, bold: bar.bold ?? false }));
    parts.push(
      element('rect', {
        x: Math.min(a, b),
        y,
        width: Math.max(1, Math.abs(b - a)),
        height: ROW - 8,
        fill: colour,
        'data-tip': paint.interactive ? `${bar.name}: ${bar.text}` : null,
      }),
    );
    const [low, high] = bar.interval ?? [bar.to, bar.to];
    if (bar.interval !== undefined) {
      const middle = y + (ROW - 8) / 2;
      parts.push(rule([x(low), middle], [x(high), middle], paint.ink));
      for (const end of [low, high]) parts.push(rule([x(end), middle - 4], [x(end), middle + 4], paint.ink));
    }
    const at = forward ? Math.max(b, x(high)) + 5 : Math.min(b, x(low)) - 5;
    parts.push(
      label(at, y + 12.5, bar.text, {
        size: 11.5,
        fill: paint.ink,
        bold: true,
        anchor: forward ? 'start' : 'end',
        halo: paint.surface,
      }),
    );
    const next = bars[k + 1];
    if (linked && next !== undefined) parts.push(rule([b, y + ROW - 8], [b, y + ROW], paint.muted));
  }
  return parts.join('');
}
