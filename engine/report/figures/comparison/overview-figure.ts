import { comparisonTables } from '../../comparison/comparison-tables.js';
import { formatSignedPercent } from '../../text/number-format.js';
import { listed } from '../../text/sentence.js';
import { dotPanel } from '../drawing/dot-panel.js';
import type { Figure } from '../drawing/figure.js';
import { change, changePanel } from './output-change.js';
import { futureLegend, partFormat, percentTick, type View } from './view.js';

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
