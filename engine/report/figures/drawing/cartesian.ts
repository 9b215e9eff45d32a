import { type ScaleContinuousNumeric, scaleLinear } from 'd3-scale';
import { log10 } from '../../../exact-math/index.js';
import { formatFixed } from '../../text/number-format.js';
import type { Paint } from './colours.js';
import { element, label, pixels } from './svg.js';
import { textWidth } from './text-measure.js';

export type Scale = ScaleContinuousNumeric<number, number>;

/** The room of a plot within its panel. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** A linear scale over all values that ends on round numbers. */
export function niceScale(values: readonly number[], range: readonly [number, number], ticks = 5): Scale {
  const finite = values.filter(Number.isFinite);
  let low = finite.reduce((least, value) => Math.min(least, value), finite[0] ?? 0);
  let high = finite.reduce((most, value) => Math.max(most, value), finite[0] ?? 1);
  if (low === high) {
    const room = low === 0 ? 1 : Math.abs(low) * 0.1;
    low -= low === 0 ? 0 : room;
    high += room;
  }
  return scaleLinear().domain([low, high]).nice(ticks).range(range);
}

/** Round ticks of a scale with as many decimals as tell them apart. */
export function roundTicks(
  scale: Scale,
  count = 5,
  format: (value: number, decimals: number) => string = formatFixed,
): Tick[] {
  const values = scale.ticks(count);
  const step = values.length > 1 ? values[1]! - values[0]! : 1;
  const decimals = Math.max(0, Math.min(8, Math.ceil(-log10(Math.abs(step)) - 1e-9)));
  return values.map((value) => ({ value, text: format(value, decimals) }));
}

/** Round years of a scale, the first and the last among them, none of them touching. */
export function yearTicks(years: readonly number[], room: number): Tick[] {
  const [first, last] = [years[0]!, years.at(-1)!];
  if (first === last) return [{ value: first, text: String(first) }];
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((each) => ((last - first) / each) * 44 <= room) ?? 500;
  const apart = step * 0.7;
  const middle = years.filter((year) => year % step === 0 && year - first >= apart && last - year >= apart);
  return [first, ...middle, last].map((value) => ({ value, text: String(value) }));
}

/** Width that the labels of ticks take. */
export function ticksWidth(ticks: readonly Tick[], size = 11): number {
  return ticks.reduce((most, tick) => Math.max(most, textWidth(tick.text, size)), 0);
}

/** Grid lines, labels and titles of both axes. The title of the vertical axis stands level above it, where it is easiest to read. */
export function axes(
  plot: Plot,
  paint: Paint,
  x: { readonly scale: Scale; readonly ticks: readonly Tick[]; readonly title: string; readonly grid?: boolean },
  y: { readonly scale: Scale; readonly ticks: readonly Tick[]; readonly title: string; readonly zero?: boolean },
): string {
  const parts: string[] = [];
  for (const tick of y.ticks) {
    const at = y.scale(tick.value);
    const strong = y.zero === true && tick.value === 0;
    parts.push(rule([plot.left, at], [plot.right, at], strong ? paint.muted : paint.grid));
    parts.push(label(plot.left - 6, at + 4, tick.text, { size: 11, fill: paint.muted, anchor: 'end' }));
  }
  for (const tick of x.ticks) {
    const at = x.scale(tick.value);
    if (x.grid === true) parts.push(rule([at, plot.top], [at, plot.bottom], paint.grid));
    else parts.push(rule([at, plot.bottom], [at, plot.bottom + 4], paint.muted));
    parts.push(label(at, plot.bottom + 16, tick.text, { size: 11, fill: paint.muted, anchor: 'middle' }));
  }
  parts.push(rule([plot.left, plot.bottom], [plot.right, plot.bottom], paint.muted));
  if (y.title !== '') parts.push(label(4, plot.top - 10, y.title, { size: 11, fill: paint.muted }));
  if (x.title !== '') {
    parts.push(
      label((plot.left + plot.right) / 2, plot.bottom + 32, x.title, { size: 11, fill: paint.muted, anchor: 'middle' }),
    );
  }
  return parts.join('');
}

/** A straight line from one place to another, each as [x, y]; thin unless the stroke is set otherwise. */
export function rule(
  from: Place,
  to: Place,
  stroke: string,
  dash: string | null = null,
  width: number | null = null,
): string {
  const d = `M${pixels(from[0])} ${pixels(from[1])}L${pixels(to[0])} ${pixels(to[1])}`;
  return element('path', { d, stroke, fill: 'none', 'stroke-width': width, 'stroke-dasharray': dash });
}

/** A place in a panel, in pixels from its upper left corner. */
export type Place = readonly [x: number, y: number];

/**
 * Places moved apart until none is nearer to the next than `gap`, each as near as can be to where it wants to be and within the bounds.
 *
 * @example
 * spreadOut([10, 12, 40], 10, 0, 100); // → [6, 16, 40]
 */
export function spreadOut(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  // Neighbours that touch form a block around the mean of what they want (pool adjacent violators).
  const blocks: { sum: number; members: number[] }[] = [];
  const start = (block: { sum: number; members: number[] }): number => {
    const size = (block.members.length - 1) * gap;
    return Math.max(low, Math.min(high - size, block.sum / block.members.length - size / 2));
  };
  for (const k of order) {
    blocks.push({ sum: wanted[k]!, members: [k] });
    while (blocks.length > 1) {
      const [before, last] = [blocks.at(-2)!, blocks.at(-1)!];
      if (start(last) - (start(before) + (before.members.length - 1) * gap) >= gap) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, members: [...before.members, ...last.members] });
    }
  }
  const placed = [...wanted];
  for (const block of blocks) {
    const from = start(block);
    for (const [index, k] of block.members.entries()) placed[k] = from + index * gap;
  }
  return placed;
}

/** A straight path between two points. */
export function pathOf(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): string {
  return `M${pixels(from.x)} ${pixels(from.y)}L${pixels(to.x)} ${pixels(to.y)}`;
}
