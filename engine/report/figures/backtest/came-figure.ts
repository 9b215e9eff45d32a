import type { PlaceForecasts, PlaceOutputs } from '../../../calibration/backtest/place-forecasts.js';
import { insideBand, type PlaceLevel, shownForecast } from '../../calibration/backtest-places.js';
import type { BacktestReport } from '../../calibration/backtest-report.js';
import { formatFixed, formatPercent, formatSignedPercent } from '../../text/number-format.js';
import { type CellColumn, numberHeading, tabulate } from '../../text/text-columns.js';
import { percentTick } from '../comparison/view.js';
import type { Paint } from '../drawing/colours.js';
import type { Figure, LegendEntry } from '../drawing/figure.js';
import { type IntervalRow, intervalPanel } from '../drawing/interval-panel.js';

/** Places that are drawn; of more, the largest. */
const MOST = 14;

const LEVEL_WORDS: Readonly<Record<PlaceLevel, { readonly one: string; readonly many: string }>> = {
  regions: { one: 'region', many: 'regions' },
  industries: { one: 'industry', many: 'industries' },
};

/** One place of a forecast: growth from the year projected from, as projected and as it came. */
interface PlaceRow {
  readonly name: string;
  readonly projected: number;
  readonly came: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly inside: boolean | null;
}

/** Growth of each region or industry as it was projected and as it came, of the longest forecast that was scored; null where there is none. */
export function cameFigure(report: BacktestReport, level: PlaceLevel): Figure | null {
  const forecast = shownForecast(report);
  if (forecast === null) return null;
  const rows = rowsOf(report, level, forecast);
  if (rows.length === 0) return null;
  const { one, many } = LEVEL_WORDS[level];
  const [from, to] = [forecast.origin, forecast.origin + forecast.horizon];
  const banded = rows.filter(({ inside }) => inside !== null);
  const held = banded.filter(({ inside }) => inside === true).length;
  const drawn = rows.slice(0, MOST);
  const left = drawn.length < rows.length ? ` The ${drawn.length} largest are drawn. The table has all.` : '';
  const origins = new Set(report.places.map(({ origin }) => origin)).size;
  const once =
    origins === 1
      ? ''
      : ` It is one of ${origins} starting years, the last that can be followed so far. The other numbers here count all.`;
  const furthest = rows.toSorted((a, b) => Math.abs(b.projected - b.came) - Math.abs(a.projected - a.came))[0]!;
  return {
    id: `came-${level}`,
    title: `Projected in ${from}, and what came by ${to}: ${many}`,
    finding:
      banded.length === 0
        ? `It missed most for ${furthest.name}: projected ${formatSignedPercent(furthest.projected, 0)}, came ${formatSignedPercent(furthest.came, 0)}.`
        : `For ${held} of ${banded.length} ${many} what came lies in the 80% band. About ${formatFixed(0.8 * banded.length, 0)} would if bands held what they say.`,
    caption: `Growth of output from ${from} to ${to}. The dot is what was projected in ${from}, knowing nothing later. ${banded.length === 0 ? '' : 'The line around it holds 8 of 10 draws. '}The diamond, and the number at the right, is what came.${once}${left}`,
    legend: legendOf(banded.length > 0),
    panels: [
      intervalPanel({
        title: '',
        description: drawn
          .map(
            ({ name, projected, came }) =>
              `${name}: projected ${formatSignedPercent(projected, 0)}, came ${formatSignedPercent(came, 0)}`,
          )
          .join('; '),
        xTitle: `growth of output ${from}–${to}`,
        textTitle: 'came',
        rows: drawn.map(intervalRow),
        colour: (paint) => paint.future(1),
        format: (value) => formatSignedPercent(value, 0),
        tick: percentTick,
        width: 430,
      }),
    ],
    columns: 1,
    tables: [
      {
        title: `Growth of each ${one} ${from}–${to}, projected in ${from} and as it came (%)`,
        ...tabulate(COLUMNS, rows),
      },
    ],
  };
}

const COLUMNS: readonly CellColumn<PlaceRow>[] = [
  { heading: '', cell: ({ name }) => name },
  { ...numberHeading('projected'), cell: ({ projected }) => percent(projected) },
  { ...numberHeading('10%', undefined, 'band of draws'), cell: ({ low }) => percent(low) },
  { ...numberHeading('90%', undefined, 'band of draws'), cell: ({ high }) => percent(high) },
  { ...numberHeading('came'), cell: ({ came }) => percent(came) },
  {
    heading: '',
    cell: ({ inside }) =>
      inside === null
        ? ''
        : inside
          ? { text: 'inside', style: 'good' as const }
          : { text: 'outside', style: 'bad' as const },
  },
];

function percent(value: number | null): string {
  return formatPercent(value, 1, '');
}

/** Places with output in the year projected from, the largest first. */
function rowsOf({ economy }: BacktestReport, level: PlaceLevel, forecast: PlaceForecasts): PlaceRow[] {
  const outputs = forecast[level];
  return [...economy[level].keys()]
    .filter((k) => outputs.now[k]! > 0)
    .toSorted((a, b) => outputs.now[b]! - outputs.now[a]!)
    .map((k) => rowOf(economy[level][k]!, outputs, k));
}

function rowOf(name: string, outputs: PlaceOutputs, k: number): PlaceRow {
  const growth = (value: number) => value / outputs.now[k]! - 1;
  const inside = insideBand(outputs, k);
  return {
    name,
    projected: growth(outputs.forecast[k]!),
    came: growth(outputs.actual[k]!),
    low: inside === null ? null : growth(outputs.band!.low[k]!),
    high: inside === null ? null : growth(outputs.band!.high[k]!),
    inside,
  };
}

function intervalRow({ name, projected, came, low, high, inside }: PlaceRow): IntervalRow {
  return {
    name,
    middle: projected,
    intervals: low === null || high === null ? [] : [{ name: '10–90%', low, high }],
    text: formatSignedPercent(came, 0),
    came: { name: 'came', value: came, inside: inside !== false },
  };
}

function legendOf(banded: boolean): LegendEntry[] {
  return [
    { name: banded ? 'projected, 8 of 10 draws' : 'projected', mark: 'dot', colour: (paint) => paint.future(1) },
    { name: banded ? 'came, inside' : 'came', mark: 'diamond', colour: (paint) => paint.gain },
    ...(banded ? [{ name: 'came, outside', mark: 'diamond' as const, colour: (paint: Paint) => paint.loss }] : []),
  ];
}
