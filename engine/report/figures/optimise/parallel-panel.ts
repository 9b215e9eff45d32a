import { type Plot, rule } from '../drawing/cartesian.js';
import type { Paint } from '../drawing/colours.js';
import type { Panel } from '../drawing/figure.js';
import { element, label, pixels } from '../drawing/svg.js';
import { textWidth, wrapText } from '../drawing/text-measure.js';

/** An upright axis of its own scale. */
export interface ParallelAxis {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  format(value: number): string;
}

/** A line across all axes. */
export interface ParallelLine {
  readonly name: string;
  /** One value for each axis. */
  readonly values: readonly number[];
  /** Drawn last, in this colour and dash; null for one among many. */
  readonly mark: { colour(paint: Paint): string; readonly dash: string | null } | null;
}

/** Many things, each a line over upright axes. */
export interface ParallelPanel {
  readonly title: string;
  readonly description: string;
  readonly axes: readonly ParallelAxis[];
  readonly lines: readonly ParallelLine[];
}

const SIZE = { width: 760, height: 330 };
const HEAD = 46;

/** Draws parallel coordinates; each line tells all its values under the pointer or by keyboard. */
export function parallelPanel(spec: ParallelPanel): Panel {
  return { title: spec.title, ...SIZE, description: spec.description, draw: (paint) => drawParallel(spec, paint) };
}

function drawParallel({ axes, lines }: ParallelPanel, paint: Paint): string {
  const side = 44;
  const plot: Plot = { left: side, right: SIZE.width - side, top: HEAD + 16, bottom: SIZE.height - 22 };
  const step = axes.length > 1 ? (plot.right - plot.left) / (axes.length - 1) : 0;
  const x = (k: number): number => plot.left + k * step;
  const y = (k: number, value: number): number => {
    const { low, high } = axes[k]!;
    return high > low ? plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top) : plot.bottom;
  };
  const room = Math.min(step > 0 ? step - 8 : 120, 2 * side + step);
  const parts = axes.flatMap(({ name, low, high, format }, k) => [
    rule([x(k), plot.top], [x(k), plot.bottom], paint.muted),
    ...axisName(name, x(k), room, paint),
    label(x(k), plot.top - 5, format(high), { size: 10.5, fill: paint.muted, anchor: 'middle' }),
    label(x(k), plot.bottom + 14, format(low), { size: 10.5, fill: paint.muted, anchor: 'middle' }),
  ]);
  const ordered = [...lines.filter(({ mark }) => mark === null), ...lines.filter(({ mark }) => mark !== null)];
  for (const { name, values, mark } of ordered) {
    const d = values.map((value, k) => `${k === 0 ? 'M' : 'L'}${pixels(x(k))} ${pixels(y(k, value))}`).join('');
    const tip = [name, ...values.map((value, k) => `  ${axes[k]!.name}: ${axes[k]!.format(value)}`)].join('\n');
    parts.push(
      element('path', {
        d,
        fill: 'none',
        stroke: mark === null ? paint.faint : mark.colour(paint),
        'stroke-width': mark === null ? 1.4 : 2.6,
        'stroke-opacity': mark === null ? 0.75 : null,
        'stroke-dasharray': mark?.dash ?? null,
        'stroke-linejoin': 'round',
        'data-tip': paint.interactive ? tip : null,
      }),
    );
  }
  return parts.join('');
}

/** The name of an axis in up to three lines above it. */
function axisName(name: string, x: number, room: number, paint: Paint): string[] {
  const lines = wrapText(name, room, 11).slice(0, 3);
  return lines.map((line, k) => {
    const half = textWidth(line, 11) / 2;
    const at = Math.max(half, Math.min(SIZE.width - half, x));
    return label(at, HEAD - 6 - 13 * (lines.length - 1 - k), line, { size: 11, fill: paint.ink, anchor: 'middle' });
  });
}
