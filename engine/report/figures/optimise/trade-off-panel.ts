import { axes, niceScale, type Plot, roundTicks, rule, spreadOut, ticksWidth } from '../drawing/cartesian.js';
import type { Paint } from '../drawing/colours.js';
import type { Panel } from '../drawing/figure.js';
import { element, label } from '../drawing/svg.js';
import { textWidth } from '../drawing/text-measure.js';

/** A plan as a dot. */
export interface TradeOffDot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** The lines shown under the pointer. */
  readonly tip: string;
  /** Named beside the plot and drawn in this colour; null for one among many. */
  readonly mark: { colour(paint: Paint): string } | null;
}

/** Plans by two of the things that they come to. */
export interface TradeOffPanel {
  readonly title: string;
  readonly description: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly dots: readonly TradeOffDot[];
  readonly tick: (value: number, decimals: number) => string;
  readonly yTick: (value: number, decimals: number) => string;
}

const SIZE = { width: 430, height: 330 };

/** Draws a scatter of plans, those that have names with a line to them at the right. */
export function tradeOffPanel(spec: TradeOffPanel): Panel {
  return { title: spec.title, ...SIZE, description: spec.description, draw: (paint) => drawTradeOff(spec, paint) };
}

function drawTradeOff(spec: TradeOffPanel, paint: Paint): string {
  const { dots } = spec;
  const named = dots.filter(({ mark }) => mark !== null);
  const room = named.reduce((most, { name }) => Math.max(most, textWidth(name, 11)), 0);
  const [top, bottom] = [30, SIZE.height - 42];
  const y = niceScale([0, ...dots.map((dot) => dot.y)], [bottom, top], 5);
  const yTicks = roundTicks(y, 5, spec.yTick);
  const plot: Plot = { left: 12 + ticksWidth(yTicks), right: SIZE.width - room - 20, top, bottom };
  const x = niceScale([0, ...dots.map((dot) => dot.x)], [plot.left, plot.right], 4);
  const parts = [
    axes(
      plot,
      paint,
      { scale: x, ticks: roundTicks(x, 4, spec.tick), title: spec.xTitle, grid: true },
      { scale: y, ticks: yTicks, title: spec.yTitle, zero: true },
    ),
  ];
  const places = spreadOut(
    named.map((dot) => y(dot.y)),
    13,
    plot.top,
    plot.bottom,
  );
  for (const [k, { name, ...dot }] of named.entries()) {
    parts.push(
      rule([x(dot.x), y(dot.y)], [plot.right + 6, places[k]!], paint.faint),
      label(plot.right + 9, places[k]! + 4, name, { size: 11, fill: paint.ink, halo: paint.surface }),
    );
  }
  for (const dot of [...dots.filter(({ mark }) => mark === null), ...named]) {
    parts.push(
      element('circle', {
        cx: x(dot.x),
        cy: y(dot.y),
        r: dot.mark === null ? 3.6 : 5.4,
        fill: dot.mark === null ? paint.noPolicy : dot.mark.colour(paint),
        'fill-opacity': dot.mark === null ? 0.6 : null,
        stroke: paint.surface,
        'data-tip': paint.interactive ? dot.tip : null,
      }),
    );
  }
  return parts.join('');
}
