import { comparisonTables } from '../../comparison/comparison-tables.js';
import { formatColumn, formatFixed, formatNumber, formatSignedPercent } from '../../text/number-format.js';
import { listed } from '../../text/sentence.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import { atPrices } from '../../text/unit-words.js';
import { dotPanel } from '../drawing/dot-panel.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { futureLegend, partFormat, percentTick, type View } from './view.js';

/** Output of a region, or of all where it is null, in a year of a future; and without policies. */
function outputOf(view: View, k: number, r: number | null, y: number): number {
  const measures = view.comparison.measures[k]!;
  return r === null ? measures.caseOutput[y]! : measures.regionOutput[y * view.regions.length + r]!;
}

function trendOf(view: View, k: number, r: number | null, y: number): number {
  const measures = view.comparison.measures[k]!;
  return r === null ? measures.caseTrendOutput[y]! : measures.regionTrendOutput[y * view.regions.length + r]!;
}

function change(view: View, k: number, r: number | null, y: number): number {
  const trend = trendOf(view, k, r, y);
  return trend === 0 ? 0 : outputOf(view, k, r, y) / trend - 1;
}

function nameOf(view: View, r: number | null): string {
  return r === null ? 'All regions' : view.regions[r]!;
}

/** Change against no policy by year, of one region or all. */
function changePanel(
  view: View,
  r: number | null,
  reach: readonly number[],
  size: { width: number; height: number },
): Panel {
  const years = view.shown.lineYears;
  const last = view.years.length - 1;
  const series = view.names.map(
    (name, k): LineSeries => ({
      name,
      colour: (paint) => paint.future(k),
      values: years.map((y) => change(view, k, r, y)),
    }),
  );
  const format = partFormat(reach);
  const told = view.names.map((name, k) => `${name} ${format(change(view, k, r, last))}`);
  return linePanel({
    title: nameOf(view, r),
    description: `${nameOf(view, r)}: output against no policy by year; in ${view.years[last]} ${told.join(', ')}.`,
    x: years.map((y) => view.years[y]!),
    yTitle: 'output against no policy',
    series,
    reach: [0, ...reach],
    format,
    tick: percentTick,
    ...size,
  });
}

/** The change of output in the last year under each future, and the path of the two regions: the picture of the answer. */
export function overviewFigure(view: View): Figure {
  const last = view.years.length - 1;
  const to = view.years[last]!;
  const [a, b] = view.shown.pair;
  const rows = [
    ...view.shown.regions.map((r) => ({
      name: view.regions[r]!,
      values: view.names.map((_, k) => change(view, k, r, last)),
    })),
    { name: 'All regions', values: view.names.map((_, k) => change(view, k, null, last)), bold: true },
  ];
  const pair = a === b ? [a] : [a, b];
  const reach = pair.flatMap((r) => view.names.flatMap((_, k) => view.years.map((_, y) => change(view, k, r, y))));
  const height = Math.max(236, 46 + rows.length * 21);
  const later = view.names.length - 1;
  const told = view.names.map((name, k) => `${name} ${formatSignedPercent(change(view, k, null, last))}`);
  return {
    id: 'who-gains',
    title: `Output against no policy: ${listed(pair.map((r) => view.regions[r]!))} by year, and every region in ${to}`,
    finding: `Output of all regions in ${to} against no policy: ${told.join(', ')}; under ${view.names[later]} ${listed(pair.map((r) => `${view.regions[r]} ${formatSignedPercent(change(view, later, r, last))}`))}.`,
    caption: `Each line and mark is output in percent of what it would be in the same year without any policy. Left of zero a region produces less than it would have.`,
    legend: futureLegend(view, 'line', false),
    panels: [
      ...pair.map((r) => changePanel(view, r, reach, { width: 340, height })),
      dotPanel({
        title: `Every region in ${to}`,
        description: `Output in ${to} against no policy. ${rows.map((row) => `${row.name}: ${row.values.map((value, k) => `${view.names[k]} ${formatSignedPercent(value)}`).join(', ')}`).join('; ')}.`,
        xTitle: `output ${to} against no policy`,
        series: view.names.map((name, k) => ({ name, colour: (paint) => paint.future(k) })),
        rows,
        format: partFormat(rows.flatMap((row) => row.values)),
        tick: percentTick,
        width: 340,
        height,
      }),
    ],
    columns: 3,
    tables: [comparisonTables(view).regions],
  };
}

/** Output itself, and every region's way away from no policy. */
export function outputFigures(view: View): Figure[] {
  const { shown, years, regions, names, money } = view;
  const last = years.length - 1;
  const from = years[0]!;
  const unit = atPrices(money, view.comparison.futures[0]!.economy.prices, `prices of ${from}`);
  const pair = shown.pair[0] === shown.pair[1] ? [shown.pair[0]] : [...shown.pair];
  const places: (number | null)[] = regions.length > 1 ? [null, ...pair] : pair;
  const levels: Figure = {
    id: 'output',
    title: `Output, ${from} to ${years[last]}`,
    finding: `Without policy output of ${nameOf(view, places[0]!).toLowerCase() === 'all regions' ? 'all regions' : nameOf(view, places[0]!)} goes from ${formatNumber(trendOf(view, 0, places[0]!, 0), 3)} to ${formatNumber(trendOf(view, 0, places[0]!, last), 3)}; ${names.map((name, k) => `${name} reaches ${formatNumber(outputOf(view, k, places[0]!, last), 3)} (${formatSignedPercent(change(view, k, places[0]!, last))})`).join(', ')}.`,
    caption: `Prices of ${from}. Most of the growth is the trend of the industries, which no policy here changes.`,
    legend: futureLegend(view, 'line', true),
    panels: places.map((r) =>
      linePanel({
        title: nameOf(view, r),
        description: `${nameOf(view, r)}: output by year, from ${formatNumber(trendOf(view, 0, r, 0))} in ${from}; in ${years[last]} without policy ${formatNumber(trendOf(view, 0, r, last))}, ${names.map((name, k) => `${name} ${formatNumber(outputOf(view, k, r, last))}`).join(', ')} ${money}.`,
        x: shown.lineYears.map((y) => years[y]!),
        yTitle: money,
        series: [
          {
            name: 'no policy',
            dashed: true,
            colour: (paint) => paint.noPolicy,
            values: shown.lineYears.map((y) => trendOf(view, 0, r, y)),
          },
          ...names.map(
            (name, k): LineSeries => ({
              name,
              colour: (paint) => paint.future(k),
              values: shown.lineYears.map((y) => outputOf(view, k, r, y)),
            }),
          ),
        ],
        reach: [0],
        format: (value) => formatNumber(value, 4),
        tick: formatFixed,
        width: 340,
        height: 250,
      }),
    ),
    columns: 3,
    tables: [
      yearTable(view, `Output without policy (${unit})`, (r, y) => trendOf(view, 0, r, y)),
      ...shown.futures.map((k) => yearTable(view, `Output, ${names[k]} (${unit})`, (r, y) => outputOf(view, k, r, y))),
    ],
  };
  if (regions.length <= 2) return [levels];
  const others = shown.regions.filter((r) => !shown.pair.includes(r));
  const reach = others.flatMap((r) => names.flatMap((_, k) => shown.lineYears.map((y) => change(view, k, r, y))));
  // All of them are counted, also those without a picture, and however little they lose: the answer does so too.
  const all = regions.map((_, r) => r).filter((r) => !shown.pair.includes(r));
  const losing = names.map((_, k) => all.filter((r) => change(view, k, r, last) < 0).length);
  const most = Math.max(...all.flatMap((r) => names.map((_, k) => -change(view, k, r, last))));
  const little = most > 0 && most < 0.0005 ? ', by less than 0.05% each' : '';
  return [
    levels,
    {
      id: 'other-regions',
      title: `The other regions: output against no policy`,
      finding: `Other regions that produce less in ${years[last]} than they would without policy: ${names.map((name, k) => `${losing[k]} of ${all.length} under ${name}`).join(', ')}${little}.`,
      caption:
        'All on one scale, which is not that of the two regions above. What one region gains in an industry is taken in part from the others.',
      legend: futureLegend(view, 'line', false),
      panels: others.map((r) => changePanel(view, r, reach, { width: 260, height: 180 })),
      columns: 4,
      tables: shown.futures.map((k) =>
        yearTable(
          view,
          `Output against no policy, ${names[k]} (%)`,
          (r, y) => change(view, k, r, y),
          (value) => formatSignedPercent(value, 2).replace('%', ''),
        ),
      ),
    },
  ];
}

/** Years down, the regions shown and all across. */
function yearTable(
  view: View,
  title: string,
  value: (r: number | null, y: number) => number,
  format?: (value: number) => string,
): TextTable {
  const places = view.regions.length > 1 ? [...view.shown.regions, null] : [...view.shown.regions];
  const columns = places.map((r) => {
    const values = view.shown.tableYears.map((y) => value(r, y));
    return format === undefined ? formatColumn(values) : values.map(format);
  });
  return {
    title,
    columns: [{ heading: 'year' }, ...places.map((r) => numberHeading(nameOf(view, r)))],
    rows: view.shown.tableYears.map((y, row) => [String(view.years[y]), ...columns.map((column) => column[row]!)]),
    notes: [
      ...(view.shown.regions.length < view.regions.length
        ? ['The regions that change most; regions.csv has all.']
        : []),
      ...(view.shown.tableYears.length < view.years.length ? ['Some of the years; regions.csv has all.'] : []),
    ],
  };
}
