import { money as amount } from '../../text/money.js';
import { formatColumn, formatFixed, formatNumber, formatSignedPercent } from '../../text/number-format.js';
import { capital, listed } from '../../text/sentence.js';
import { middleSize } from '../../text/table-money.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import { atPrices, priceBasis } from '../../text/unit-words.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { change, changePanel, finalChange, nameOf, outputOf, trendOf } from './output-change.js';
import { futureColour, futureLegend, type View } from './view.js';

/** What the futures change by year, output itself being folded away, and every other region's way away from no policy. */
export function outputFigures(view: View): Figure[] {
  return view.regions.length <= 2 ? [changesFigure(view)] : [changesFigure(view), othersFigure(view)];
}

/** Output against no policy by year, of all regions and of the two that are compared; where no policy acts, output itself. */
function changesFigure(view: View): Figure {
  const { shown, years, regions, names, money, study } = view;
  const last = years.length - 1;
  const from = years[0]!;
  const { economy } = view.comparison.futures[0]!;
  const basis = priceBasis(economy, from);
  const level = money(middleSize(shown.regions.map((r) => trendOf(view, 0, r, last))));
  const unit = atPrices(level.unit, economy.prices, basis);
  const pair = [...new Set(shown.pair)];
  const places: (number | null)[] = regions.length > 1 ? [null, ...pair] : pair;
  const head = places[0]!;
  const acting = view.comparison.futures.some(
    ({ compiled: { policies, events } }) => policies.length + events.length > 0,
  );
  const levels = {
    title: `Output itself, ${from} to ${years[last]}`,
    legend: futureLegend(view, 'line', true),
    panels: places.map((r) => levelPanel(view, r)),
    columns: 3,
  };
  const changed = names.map((name, k) => `${formatSignedPercent(finalChange(view, k, head))} under ${name}`);
  const place = head === null ? 'all regions' : regions[head]!;
  const [start, end] = [0, last].map((y) => amount(trendOf(view, 0, head, y), economy.currency));
  const grown = `Without policy, output of ${place} goes from ${start} to ${end}`;
  const prices = economy.prices === 'none' ? '' : `${capital(basis)}. `;
  const said = `${prices}${grown}. Most of the growth is the trend of the industries, which no policy here changes.`;
  const tables = [
    yearTable(view, `Output without policy (${unit})`, (r, y) => level.of(trendOf(view, 0, r, y))),
    ...shown.futures.map((k) =>
      yearTable(view, `Output, ${names[k]} (${unit})`, (r, y) => level.of(outputOf(view, k, r, y))),
    ),
  ];
  if (!acting) {
    return { id: 'output', ...levels, finding: `${grown}.`, caption: `${prices}It follows its trend.`, tables };
  }
  const reach = places.flatMap((r) => names.flatMap((_, k) => shown.lineYears.map((y) => change(view, k, r, y))));
  return {
    id: 'output',
    title: 'Output compared with no policy, year by year',
    finding: `In ${years[last]} output of ${place} differs from no policy by ${listed(changed)}.`,
    caption: `Each line is output in percent of what it would be in the same year without any policy.${study === null ? '' : ' Lines are medians of the draws, bands hold 8 of 10.'} ${said}`,
    legend: futureLegend(view, 'line', false),
    panels: places.map((r) => changePanel(view, r, reach, { width: 340, height: 236 })),
    columns: 3,
    folded: levels,
    tables,
  };
}

/** Output by year of a region, or of all where it is null. */
function levelPanel(view: View, r: number | null): Panel {
  const { shown, years, names, money } = view;
  const last = years.length - 1;
  const { unit, of } = money([trendOf(view, 0, r, last), ...names.map((_, k) => outputOf(view, k, r, last))]);
  const reached = names.map((name, k) => `${name} ${formatNumber(of(outputOf(view, k, r, last)))}`);
  return linePanel({
    title: nameOf(view, r),
    description: `${nameOf(view, r)}: output (${unit}) from ${formatNumber(of(trendOf(view, 0, r, 0)))} in ${years[0]}. In ${years[last]} without policy ${formatNumber(of(trendOf(view, 0, r, last)))}; ${reached.join('; ')}.`,
    x: shown.lineYears.map((y) => years[y]!),
    yTitle: unit,
    series: [
      {
        name: 'no policy',
        dashed: true,
        colour: (paint) => paint.noPolicy,
        values: shown.lineYears.map((y) => of(trendOf(view, 0, r, y))),
      },
      ...names.map(
        (name, k): LineSeries => ({
          name,
          colour: futureColour({ names }, k),
          values: shown.lineYears.map((y) => of(outputOf(view, k, r, y))),
        }),
      ),
    ],
    reach: [0],
    format: (value) => formatNumber(value, 4),
    tick: formatFixed,
    width: 340,
    height: 250,
  });
}

/** Change of output by year of the regions that are not compared. */
function othersFigure(view: View): Figure {
  const { shown, years, regions, names } = view;
  const last = years.length - 1;
  const others = shown.regions.filter((r) => !shown.pair.includes(r));
  const reach = others.flatMap((r) => names.flatMap((_, k) => shown.lineYears.map((y) => change(view, k, r, y))));
  // All of them are counted, also those without a picture, and however little they lose: the answer does so too.
  const all = regions.map((_, r) => r).filter((r) => !shown.pair.includes(r));
  const losing = names.map((name, k) => {
    const count = all.filter((r) => change(view, k, r, last) < 0).length;
    return `${count} of ${all.length} under ${name}`;
  });
  const most = Math.max(...all.flatMap((r) => names.map((_, k) => -change(view, k, r, last))));
  const little = most > 0 && most < 0.0005 ? ', by less than 0.05% each' : '';
  return {
    id: 'other-regions',
    title: `The other regions: output compared with no policy`,
    finding: `Other regions below no policy in ${years[last]}: ${losing.join(', ')}${little}.`,
    caption:
      'All on one scale, which is not that of the two regions above. What one region gains in an industry is taken in part from the others.',
    legend: futureLegend(view, 'line', false),
    panels: others.map((r) => changePanel(view, r, reach, { width: 260, height: 180 })),
    columns: 4,
    tables: shown.futures.map((k) =>
      yearTable(
        view,
        `Output compared with no policy, ${names[k]} (%)`,
        (r, y) => change(view, k, r, y),
        (value) => formatSignedPercent(value, 2).replace('%', ''),
      ),
    ),
  };
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
