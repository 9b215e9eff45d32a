import { comparisonTables } from '../../comparison/comparison-tables.js';
import { inputWords } from '../../text/key-words.js';
import { money } from '../../text/money.js';
import { columnDecimals, formatFixed } from '../../text/number-format.js';
import { capital } from '../../text/sentence.js';
import type { TableMoney } from '../../text/table-money.js';
import type { Figure, LegendEntry, Panel } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { moneyTitle, type View } from './view.js';

type Sweep = NonNullable<View['sweep']>;

/** A sweep along one number, with what all its panels share. */
interface Course {
  readonly view: View;
  readonly sweep: Sweep;
  /** Values of the number that moves. */
  readonly x: readonly number[];
  /** The number in words, as the title of an axis. */
  readonly title: string;
  /** True where the number is the dial of coordination, which moves the last future alone. */
  readonly coordination: boolean;
  readonly scaled: TableMoney;
  /** Writes a gain in the case's currency, in the unit of the axis. */
  show(value: number): string;
}

/** The gains of the futures as one number moves. */
export function sweepFigure(view: View): Figure | null {
  const { sweep, names, regions, shown } = view;
  if (sweep === null || sweep.axes.length !== 1 || sweep.points.length < 2) return null;
  const course = courseOf(view, sweep);
  const { x, title, coordination, show } = course;
  const last = names.length - 1;
  const gains = totals(course, last);
  const [first, end] = [show(gains[0]!), show(gains.at(-1)!)];
  const said = (value: number): string => money(value, view.currency);
  const moving = coordination ? [last] : names.map((_, k) => k);
  const lines = moving.map(
    (k): LineSeries => ({ name: names[k]!, colour: (paint) => paint.future(k), values: totals(course, k) }),
  );
  const still = coordination ? stillLines(course) : [];
  const pair = [...new Set(shown.pair)];
  return {
    id: 'sweep',
    title: coordination ? 'How much coordination' : `What moves with ${title}`,
    finding: coordination
      ? `From acting apart (${x[0]}) to together (${x.at(-1)}), the gain goes from ${said(gains[0]!)} to ${said(gains.at(-1)!)}.`
      : `${capital(names[last]!)} gains ${said(gains[0]!)} where ${title} is ${x[0]}, ${said(gains.at(-1)!)} where it is ${x.at(-1)}.`,
    caption: coordination
      ? `The dial of coordination moves in ${names[last]} only. All else stays. A dashed line is a future that does not move.`
      : 'The number moves in every future alike.',
    legend: [
      ...lines.map(({ name, colour }): LegendEntry => ({ name, mark: 'line', colour })),
      ...still.map(({ name, colour }): LegendEntry => ({ name, mark: 'dashed', colour })),
    ],
    panels: [
      panelOf(course, {
        title: 'All regions',
        description: `All regions gain ${first} at ${x[0]} and ${end} at ${x.at(-1)} under ${names[last]}.`,
        series: [...still, ...lines],
        reach: [0],
      }),
      ...(regions.length > 1 ? pair.map((r) => regionPanel(course, r, pair)) : []),
    ],
    columns: 3,
    tables: [comparisonTables(view).sweep!],
  };
}

function courseOf(view: View, sweep: Sweep): Course {
  const { path } = sweep.axes[0]!;
  const coordination = path === 'coordination';
  const sums = sweep.points.flatMap((point) => point.total);
  const scaled = view.money(sums);
  const decimals = columnDecimals(sums.map(scaled.of));
  return {
    view,
    sweep,
    x: sweep.points.map((point) => point.at[0]!),
    title: coordination ? 'coordination, 0 apart … 1 together' : inputWords(path),
    coordination,
    scaled,
    show: (value) => formatFixed(scaled.of(value), decimals),
  };
}

/** Gains of all regions together under a future, point by point. */
function totals({ sweep }: Course, future: number): number[] {
  return sweep.points.map((point) => point.total[future]!);
}

/** Lines of the futures that the dial of coordination does not move. */
function stillLines(course: Course): LineSeries[] {
  return course.view.names.slice(0, -1).map((name, k) => ({
    name: `${name} (does not move)`,
    dashed: true,
    colour: (paint) => paint.future(k),
    values: totals(course, k),
  }));
}

/** The gain of one region under the last future, on a scale that the regions of the pair share. */
function regionPanel(course: Course, r: number, pair: readonly number[]): Panel {
  const { view, sweep, x, show } = course;
  const last = view.names.length - 1;
  const gainsOf = (region: number): number[] => sweep.points.map((point) => point.regions[last]![region]!);
  const values = gainsOf(r);
  const name = view.regions[r]!;
  return panelOf(course, {
    title: `${name}, ${view.names[last]}`,
    description: `${name} gains ${show(values[0]!)} at ${x[0]} and ${show(values.at(-1)!)} at ${x.at(-1)}.`,
    series: [{ name, colour: (paint) => paint.future(last), values }],
    reach: [0, ...pair.flatMap(gainsOf)],
  });
}

function panelOf(
  { x, title, scaled }: Course,
  content: { title: string; description: string; series: readonly LineSeries[]; reach: readonly number[] },
): Panel {
  const series = content.series.map((each) => ({ ...each, values: each.values.map((value) => scaled.of(value)) }));
  const reach = content.reach.map(scaled.of);
  const decimals = columnDecimals([...reach, ...series.flatMap(({ values }) => values)]);
  return linePanel({
    ...content,
    series,
    reach,
    x,
    xTitle: title,
    yTitle: `${moneyTitle(scaled)}, beside no policy`,
    format: (value) => formatFixed(value, decimals),
    tick: formatFixed,
    width: 340,
    height: 250,
  });
}
