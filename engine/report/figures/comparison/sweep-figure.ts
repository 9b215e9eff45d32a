import { comparisonTables } from '../../comparison/comparison-tables.js';
import { columnDecimals, formatFixed } from '../../text/number-format.js';
import type { Figure } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { moneyTitle, type View } from './view.js';

/** The gains of the futures as one number moves. */
export function sweepFigure(view: View): Figure | null {
  const { sweep, names, regions, shown } = view;
  if (sweep === null || sweep.axes.length !== 1 || sweep.points.length < 2) return null;
  const { path } = sweep.axes[0]!;
  const coordination = path === 'coordination';
  const last = names.length - 1;
  const moving = coordination ? [last] : names.map((_, k) => k);
  const x = sweep.points.map((point) => point.at[0]!);
  const total = (k: number): number[] => sweep.points.map((point) => point.total[k]!);
  const [first, end] = [total(last)[0]!, total(last).at(-1)!];
  const pair = [...new Set(shown.pair)];
  const title = coordination ? 'coordination, 0 apart … 1 together' : path.replace(/^parameters\./, '');
  const show = (value: number): string =>
    formatFixed(value, columnDecimals(sweep.points.flatMap((point) => point.total)));
  const still: LineSeries[] =
    coordination && names.length > 1
      ? names.slice(0, -1).map((name, k) => ({
          name: `${name} (does not move)`,
          dashed: true,
          colour: (paint) => paint.future(k),
          values: total(k),
        }))
      : [];
  const regionPanel = (r: number) => {
    const values = sweep.points.map((point) => point.regions[last]![r]!);
    return linePanel({
      title: `${regions[r]}, ${names[last]}`,
      description: `${regions[r]} gains ${show(values[0]!)} at ${x[0]} and ${show(values.at(-1)!)} at ${x.at(-1)}.`,
      x,
      xTitle: title,
      yTitle: `${moneyTitle(view)}, against no policy`,
      series: [{ name: regions[r]!, colour: (paint) => paint.future(last), values }],
      reach: [0, ...pair.flatMap((s) => sweep.points.map((point) => point.regions[last]![s]!))],
      format: show,
      tick: formatFixed,
      width: 340,
      height: 250,
    });
  };
  return {
    id: 'sweep',
    title: coordination ? 'How much coordination' : `What moves with ${title}`,
    finding: coordination
      ? `From acting apart (${x[0]}) to acting together (${x.at(-1)}) the gain of ${names[last]} over no policy goes from ${show(first)} to ${show(end)}.`
      : `${names[last]} gains ${show(first)} against no policy where ${title} is ${x[0]}, ${show(end)} where it is ${x.at(-1)}.`,
    caption: coordination
      ? `The dial of coordination moves in ${names[last]} only, all else stays; a dashed line is a future that does not move.`
      : 'The number moves in every future alike.',
    legend: [
      ...moving.map((k) => ({
        name: names[k]!,
        mark: 'line' as const,
        colour: (paint: Parameters<LineSeries['colour']>[0]) => paint.future(k),
      })),
      ...still.map((each) => ({ name: each.name, mark: 'dashed' as const, colour: each.colour })),
    ],
    panels: [
      linePanel({
        title: 'All regions',
        description: `All regions gain ${show(first)} at ${x[0]} and ${show(end)} at ${x.at(-1)} under ${names[last]}.`,
        x,
        xTitle: title,
        yTitle: `${moneyTitle(view)}, against no policy`,
        series: [
          ...still,
          ...moving.map((k): LineSeries => ({ name: names[k]!, colour: (paint) => paint.future(k), values: total(k) })),
        ],
        reach: [0],
        format: show,
        tick: formatFixed,
        width: 340,
        height: 250,
      }),
      ...(regions.length > 1 ? pair.map(regionPanel) : []),
    ],
    columns: 3,
    tables: [comparisonTables(view).sweep!],
  };
}
