import { scaleLog, scaleSqrt, scaleSymlog } from 'd3-scale';
import { axes, type Plot, rule, type Scale } from '../drawing/cartesian.js';
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
  /** Range of both axes, the same for all panels that are to be compared. */
  readonly quotients: readonly [number, number];
  readonly growths: readonly [number, number];
  /** Number of the largest industries that are named. */
  readonly named: number;
}

const SIZE = { width: 400, height: 330 };

/** Draws industries as discs as large as their share, with the way each has come; those beyond an axis lie on its edge. */
export function planePanel(spec: PlanePanel): Panel {
  return { title: spec.title, ...SIZE, description: spec.description, draw: (paint) => drawPlane(spec, paint) };
}

/** The plane with its scales, as it is drawn. */
interface Drawing {
  readonly plot: Plot;
  readonly paint: Paint;
  /** Industries from the largest share in the last year. */
  readonly ordered: readonly MovingIndustry[];
  /** Those of them that are named. */
  readonly named: readonly MovingIndustry[];
  readonly x: Scale;
  readonly y: Scale;
}

function drawPlane(spec: PlanePanel, paint: Paint): string {
  const plot: Plot = { left: 40, right: SIZE.width - 8, top: 30, bottom: SIZE.height - 40 };
  const ordered = [...spec.industries].sort((a, b) => b.share.at(-1)! - a.share.at(-1)! || (a.name < b.name ? -1 : 1));
  const drawing: Drawing = {
    plot,
    paint,
    ordered,
    named: ordered.slice(0, spec.named),
    x: scaleLog().domain(spec.quotients).range([plot.left, plot.right]).clamp(true),
    // Most industries come to lie near 0 where a few begin far from it: around 0 the scale is even, further out it shrinks as logarithms do.
    y: scaleSymlog().constant(0.003).domain(spec.growths).range([plot.bottom, plot.top]).clamp(true),
  };
  return [
    ...drawAxes(drawing, spec),
    ...drawWays(drawing),
    ...drawDiscs(drawing),
    ...drawStageNames(drawing),
    ...drawNames(drawing),
  ].join('');
}

function drawAxes({ plot, paint, x, y }: Drawing, { quotients, growths }: PlanePanel): string[] {
  const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;
  const xTicks = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]
    .filter((value) => within(value, quotients))
    .map((value) => ({ value, text: String(value) }));
  const yTicks = [-0.1, -0.03, -0.01, -0.003, 0, 0.003, 0.01, 0.03, 0.1]
    .filter((value) => within(value, growths))
    .map((value) => ({ value, text: `${value > 0 ? '+' : ''}${Number((value * 100).toFixed(1))}` }));
  return [
    axes(
      plot,
      paint,
      { scale: x, ticks: xTicks, title: 'location quotient (1 = as in the whole)' },
      { scale: y, ticks: yTicks, title: 'growth against the whole, % a year', zero: true },
    ),
    rule([x(1), plot.top], [x(1), plot.bottom], paint.muted),
  ];
}

/** Ways that the named industries have come. */
function drawWays({ named, paint, x, y }: Drawing): string[] {
  return named.map(({ quotient, growth }) => {
    const points = quotient.map((value, k) => [pixels(x(value)), pixels(y(growth[k]!))]);
    const d = points.map(([px, py], k) => `${k === 0 ? 'M' : 'L'}${px} ${py}`).join('');
    return element('path', { d, fill: 'none', stroke: paint.faint, 'stroke-width': 1.5 });
  });
}

function drawDiscs({ ordered, paint, x, y }: Drawing): string[] {
  const radius = scaleSqrt().domain([0, 0.4]).range([2, 17]);
  return ordered.map((industry) => {
    const frames = {
      cx: industry.quotient.map((quotient) => x(quotient)),
      cy: industry.growth.map((growth) => y(growth)),
      r: industry.share.map((share) => radius(share)),
    };
    return element('circle', {
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
    });
  });
}

/** Names of the stages in the four corners. */
function drawStageNames({ plot, paint }: Drawing): string[] {
  const corners = [
    ['formative', plot.left + 5, plot.top + 12, 'start'],
    ['growing', plot.right - 4, plot.top + 12, 'end'],
    ['recession', plot.left + 5, plot.bottom - 6, 'start'],
    ['mature', plot.right - 4, plot.bottom - 6, 'end'],
  ] as const;
  return corners.map(([name, cx, cy, anchor]) =>
    label(cx, cy, name, { size: 11, fill: paint.muted, anchor, halo: paint.surface }),
  );
}

/** Names in a column on each side, above the crowd around 0, each with a line to its disc. */
function drawNames(drawing: Drawing): string[] {
  const across = [...drawing.named].sort(
    (p, q) => p.quotient.at(-1)! - q.quotient.at(-1)! || (p.name < q.name ? -1 : 1),
  );
  const half = across.filter((industry) => industry.quotient.at(-1)! < 1.1).length;
  const cut = Math.max(across.length - 3, Math.min(half, 3));
  // From the top: the disc farthest from the column first, so that no line crosses another's name.
  return [
    ...across
      .slice(0, cut)
      .reverse()
      .flatMap((industry, row) => drawName(drawing, industry, row, true)),
    ...across.slice(cut).flatMap((industry, row) => drawName(drawing, industry, row, false)),
  ];
}

function drawName({ plot, paint, x, y }: Drawing, industry: MovingIndustry, row: number, left: boolean): string[] {
  const [tx, ty] = [left ? plot.left + 5 : plot.right - 4, plot.top + 32 + row * 15];
  const name = fitText(industry.name, 150, 11);
  const [start, end] = left ? [tx, tx + textWidth(name, 11)] : [tx - textWidth(name, 11), tx];
  const lines = industry.quotient.map((quotient, k) => {
    const to = x(quotient);
    const from = Math.max(start - 3, Math.min(end + 3, to));
    const below = from === to ? ty + 4 : ty - 4;
    return `M${pixels(from)} ${pixels(below)}L${pixels(to)} ${pixels(y(industry.growth[k]!))}`;
  });
  return [
    element('path', {
      d: lines.at(-1)!,
      fill: 'none',
      stroke: paint.ink,
      'stroke-width': 0.7,
      'data-frames': paint.interactive ? framesText({ d: lines }) : null,
    }),
    label(tx, ty, name, { size: 11, fill: paint.ink, anchor: left ? 'start' : 'end', halo: paint.surface }),
  ];
}
