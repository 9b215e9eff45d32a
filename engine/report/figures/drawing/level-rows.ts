import { axes, type Plot, rule, type Scale, type Tick } from './cartesian.js';
import type { Paint } from './colours.js';
import { fitText, textWidth } from './text-measure.js';

/** The names of level rows as far as they fit into a width in pixels, and the room that they take. */
export function rowNames(
  rows: readonly { readonly name: string; readonly bold?: boolean }[],
  most: number,
): { readonly names: readonly string[]; readonly room: number } {
  const names = rows.map(({ name, bold = false }) => fitText(name, most, 12, bold));
  const room = rows.reduce((widest, { bold = false }, k) => Math.max(widest, textWidth(names[k]!, 12, bold)), 0);
  return { names, room };
}

/** The axis below level rows, and a line down through them where nothing changes. */
export function levelAxis(plot: Plot, paint: Paint, scale: Scale, ticks: readonly Tick[], title: string): string {
  const nothing = scale(0);
  return (
    axes(plot, paint, { scale, ticks, title, grid: true }, { scale, ticks: [], title: '' }) +
    rule([nothing, plot.top], [nothing, plot.bottom], paint.muted)
  );
}
