import { scaleLog, scaleSqrt, scaleSymlog } from 'd3-scale';
import { axes, type Plot, rule } from '../drawing/cartesian.js';
import type { Paint } from '../drawing/colours.js';
import type { Panel } from '../drawing/figure.js';
import { element, framesText, label, pixels } from '../drawing/svg.js';
import { fitText, textWidth } from '../drawing/text-measure.js';

/** An industry on its way over the plane, one value a year. */
export interface MovingIndustry {
  readonly name: string;
  readonly quotient: readonly number[];
  /** Growth a year in the region over that in the whole, as a factor less 1. */
  readonly growth: readonly number[];
  readonly share: readonly number[];
  readonly stage: readonly number[];
}

/** Location quotient against relative growth: its quarters are the four stages. */
export interface PlanePanel {
  readonly title: string;
  readonly description: string;
  readonly industries: readonly MovingIndustry[];
  /** Of both axes, the same for all panels that are to be compared. */
  readonly quotients: readonly [number, number];
  readonly growths: readonly [number, number];
  /** How many of the largest industries are named. */
  readonly named: number;
}

const SIZE = { width: 400, height: 330 };

/** Draws industries as discs as large as their share, with the way each has come; those beyond an axis lie on its edge. */
export function planePanel(spec: PlanePanel): Panel {
  return { title: spec.title, ...SIZE, description: spec.description, draw: (paint) => drawPlane(spec, paint) };
}

function drawPlane(spec: PlanePanel, paint: Paint): string {
  const plot: Plot = { left: 40, right: SIZE.width - 8, top: 30, bottom: SIZE.height - 40 };
  const x = scaleLog().domain(spec.quotients).range([plot.left, plot.right]).clamp(true);
  // Most industries come to lie near 0 where a few begin far from it: around 0 the scale is even, further out it shrinks as logarithms do.
  const y = scaleSymlog().constant(0.003).domain(spec.growths).range([plot.bottom, plot.top]).clamp(true);
  const radius = scaleSqrt().domain([0, 0.4]).range([2, 17]);
  const xTicks = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]
    .filter((value) => value >= spec.quotients[0] && value <= spec.quotients[1])
    .map((value) => ({ value, text: String(value) }));
  const yTicks = [-0.1, -0.03, -0.01, -0.003, 0, 0.003, 0.01, 0.03, 0.1]
    .filter((value) => value >= spec.growths[0] && value <= spec.growths[1])
    .map((value) => ({ value, text: `${value > 0 ? '+' : ''}${Number((value * 100).toFixed(1))}` }));
  const parts = [
    axes(
      plot,
      paint,
      { scale: x, ticks: xTicks, title: 'location quotient (1 = as in the whole)' },
      { scale: y, ticks: yTicks, title: 'growth against the whole, % a year', zero: true },
    ),
    rule(x(1), plot.top, x(1), plot.bottom, paint.muted),
  ];
  const corners = [
    ['formative', plot.left + 5, plot.top + 12, 'start'],
    ['growing', plot.right - 4, plot.top + 12, 'end'],
    ['recession', plot.left + 5, plot.bottom - 6, 'start'],
    ['mature', plot.right - 4, plot.bottom - 6, 'end'],
  ] as const;
  const ordered = [...spec.industries].sort((a, b) => b.share.at(-1)! - a.share.at(-1)! || (a.name < b.name ? -1 : 1));
  for (const industry of ordered.slice(0, spec.named)) {
    const points = industry.quotient.map((quotient, k) => [pixels(x(quotient)), pixels(y(industry.growth[k]!))]);
    const d = points.map(([px, py], k) => `${k === 0 ? 'M' : 'L'}${px} ${py}`).join('');
    parts.push(element('path', { d, fill: 'none', stroke: paint.faint, 'stroke-width': 1.5 }));
  }
  for (const industry of ordered) {
    const frames = {
      cx: industry.quotient.map((quotient) => x(quotient)),
      cy: industry.growth.map((growth) => y(growth)),
      r: industry.share.map((share) => radius(share)),
    };
    parts.push(
      element('circle', {
        cx: frames.cx.at(-1)!,
        cy: frames.cy.at(-1)!,
        r: frames.r.at(-1)!,
        fill: paint.stage(industry.stage.at(-1)!),
        'fill-opacity': 0.85,
        stroke: paint.ink,
        'stroke-width': 0.8,
        'data-frames': paint.interactive ? framesText(frames) : null,
        'data-stages': paint.interactive ? industry.stage.join('') : null,
        'data-name': paint.interactive ? industry.name : null,
      }),
    );
  }
  for (const [name, cx, cy, anchor] of corners) {
    parts.push(label(cx, cy, name, { size: 11, fill: paint.muted, anchor, halo: paint.surface }));
  }
  // Names stand in a column on each side, above the crowd around 0, each with a line to its disc.
  const named = ordered.slice(0, spec.named);
  const across = [...named].sort((p, q) => p.quotient.at(-1)! - q.quotient.at(-1)! || (p.name < q.name ? -1 : 1));
  const half = across.filter((industry) => industry.quotient.at(-1)! < 1.1).length;
  const cut = Math.max(across.length - 3, Math.min(half, 3));
  for (const left of [true, false]) {
    // From the top: the disc farthest from the column first, so that no line crosses another's name.
    const column = left ? across.slice(0, cut).reverse() : across.slice(cut);
    for (const [row, industry] of column.entries()) {
      const [tx, ty] = [left ? plot.left + 5 : plot.right - 4, plot.top + 32 + row * 15];
      const name = fitText(industry.name, 150, 11);
      const [start, end] = left ? [tx, tx + textWidth(name, 11)] : [tx - textWidth(name, 11), tx];
      const ways = industry.quotient.map((quotient, k) => {
        const to = x(quotient);
        const from = Math.max(start - 3, Math.min(end + 3, to));
        const below = from === to ? ty + 4 : ty - 4;
        return `M${pixels(from)} ${pixels(below)}L${pixels(to)} ${pixels(y(industry.growth[k]!))}`;
      });
      parts.push(
        element('path', {
          d: ways.at(-1)!,
          fill: 'none',
          stroke: paint.ink,
          'stroke-width': 0.7,
          'data-frames': paint.interactive ? framesText({ d: ways }) : null,
        }),
      );
      parts.push(
        label(tx, ty, name, { size: 11, fill: paint.ink, anchor: left ? 'start' : 'end', halo: paint.surface }),
      );
    }
  }
  return parts.join('');
}
