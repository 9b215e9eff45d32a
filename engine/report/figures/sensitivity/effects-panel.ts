import { axes, niceScale, type Plot, roundTicks, rule, spreadOut, ticksWidth } from '../drawing/cartesian.js';
import type { Panel } from '../drawing/figure.js';
import { element, label } from '../drawing/svg.js';
import { fitText, textWidth } from '../drawing/text-measure.js';

/** Inputs by the size of their effect and by how much it varies from place to place. */
export interface EffectsPanel {
  readonly title: string;
  readonly description: string;
  /** Unit of both axes, after a comma; empty where there is none. */
  readonly unit: string;
  readonly inputs: readonly { readonly name: string; readonly size: number; readonly spread: number }[];
  /** Number of the largest inputs that are named. */
  readonly named: number;
  format(value: number): string;
  readonly tick: (value: number, decimals: number) => string;
}

const SIZE = { width: 420, height: 360 };

/** Draws Morris' plane: effects that are the same everywhere lie low, those that depend on other inputs high; a line where both are alike. */
export function effectsPanel(spec: EffectsPanel): Panel {
  return { title: spec.title, ...SIZE, description: spec.description, draw: (paint) => drawEffects(spec, paint) };
}

function drawEffects({ inputs, named, format, tick, unit }: EffectsPanel, paint: Parameters<Panel['draw']>[0]): string {
  const ordered = [...inputs].sort((a, b) => b.size - a.size);
  const names = ordered.slice(0, named).map((input) => fitText(input.name, 120, 11));
  const room = names.reduce((most, name) => Math.max(most, textWidth(name, 11)), 0);
  const [top, bottom] = [30, SIZE.height - 42];
  const y = niceScale([0, ...inputs.map(({ spread }) => spread)], [bottom, top], 4);
  const yTicks = roundTicks(y, 4, tick);
  const plot: Plot = { left: 12 + ticksWidth(yTicks), right: SIZE.width - room - 16, top, bottom };
  const x = niceScale([0, ...inputs.map(({ size }) => size)], [plot.left, plot.right], 4);
  const most = Math.min(x.domain()[1]!, y.domain()[1]!);
  const parts = [
    axes(
      plot,
      paint,
      { scale: x, ticks: roundTicks(x, 4, tick), title: `mean size of the effect${unit}`, grid: true },
      { scale: y, ticks: yTicks, title: `how much it varies${unit}` },
    ),
    rule([x(0), y(0)], [x(most), y(most)], paint.muted, '4 4'),
  ];
  const wanted = ordered.slice(0, named).map(({ spread }) => y(spread));
  const places = spreadOut(wanted, 13, plot.top, plot.bottom);
  for (const [k, name] of names.entries()) {
    const { size } = ordered[k]!;
    parts.push(rule([x(size), wanted[k]!], [plot.right + 4, places[k]!], paint.faint));
    parts.push(label(plot.right + 8, places[k]! + 4, name, { size: 11, fill: paint.ink, halo: paint.surface }));
  }
  for (const { name, size, spread } of ordered) {
    parts.push(
      element('circle', {
        cx: x(size),
        cy: y(spread),
        r: 4.4,
        fill: paint.future(1),
        stroke: paint.surface,
        'data-tip': paint.interactive ? `${name}\nmean size ${format(size)}, varies by ${format(spread)}` : null,
      }),
    );
  }
  return parts.join('');
}
