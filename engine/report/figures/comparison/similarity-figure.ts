import type { Measures } from '../../../projection/measure.js';
import { comparisonTables } from '../../comparison/comparison-tables.js';
import { formatFixed, formatNumber } from '../../text/number-format.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { futureLegend, type View } from './view.js';

/** Similarity of the two regions, and how much of it stands behind a border. */
export function similarityFigure(view: View): Figure | null {
  const { shown, years, regions, names, comparison } = view;
  const without = view.without();
  const [a, b] = shown.pair;
  if (a === b) return null;
  const R = regions.length;
  const last = years.length - 1;
  const pair = `${regions[a]}–${regions[b]}`;
  const at = (values: Float64Array | null, y: number): number | null => {
    const value = values?.[(y * R + a) * R + b];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  type Pick = (measures: Measures) => Float64Array | null;
  const panel = (title: string, yTitle: string, pick: Pick): Panel => {
    const lines = [
      { name: 'no policy', measures: without[0]!, dashed: true, k: -1 },
      ...names.map((name, k) => ({ name, measures: comparison.measures[k]!, dashed: false, k })),
    ];
    return linePanel({
      title,
      description: `${title} of ${pair}: ${formatNumber(at(pick(lines[0]!.measures), 0), 3)} in ${years[0]}; in ${years[last]} ${lines.map((line) => `${line.name} ${formatNumber(at(pick(line.measures), last), 3)}`).join(', ')}.`,
      x: shown.lineYears.map((y) => years[y]!),
      yTitle,
      series: lines.map(
        (line): LineSeries => ({
          name: line.name,
          dashed: line.dashed,
          colour: (paint) => (line.k < 0 ? paint.noPolicy : paint.future(line.k)),
          values: shown.lineYears.map((y) => at(pick(line.measures), y)),
        }),
      ),
      reach: [0],
      format: (value) => formatFixed(value, 3),
      tick: formatFixed,
      width: 400,
      height: 230,
    });
  };
  const quality = comparison.measures.every((measures) => measures.overlapQuality !== null);
  const panels = [panel('Similarity of structures', 'UNIDO coefficient, 0 … 1', (measures) => measures.similarity)];
  if (quality)
    panels.push(panel('Overlap behind a border', 'overlap quality, 0 … 1', (measures) => measures.overlapQuality));
  const values = (pick: Pick): string =>
    names.map((name, k) => `${name} ${formatNumber(at(pick(comparison.measures[k]!), last), 3)}`).join(', ');
  const series = [
    { heading: 'no policy', measures: without[0]! },
    ...names.map((name, k) => ({ heading: name, measures: comparison.measures[k]! })),
  ];
  const table: TextTable = {
    title: `Similarity and overlap quality ${pair} by year`,
    columns: [
      { heading: 'year' },
      ...series.map(({ heading }) => numberHeading(heading, undefined, 'similarity')),
      ...(quality ? series.map(({ heading }) => numberHeading(heading, undefined, 'overlap quality')) : []),
    ],
    rows: shown.tableYears.map((y) => [
      String(years[y]),
      ...series.map(({ measures }) => formatFixed(at(measures.similarity, y), 4)),
      ...(quality ? series.map(({ measures }) => formatFixed(at(measures.overlapQuality, y), 4)) : []),
    ]),
  };
  return {
    id: 'similarity',
    title: `How alike ${regions[a]} and ${regions[b]} are, and how much of it stands behind a border`,
    finding: `Similarity in ${years[last]}: ${values((measures) => measures.similarity)}${quality ? `; overlap behind a border: ${values((measures) => measures.overlapQuality)}` : ''}.`,
    caption: `Building the same industries (${view.industries.length} compared) is no harm in itself: across an open border alike regions are partners. Overlap quality is likeness times the barrier between the two: the part that makes them rivals.`,
    legend: futureLegend(view, 'line', true),
    panels,
    columns: 2,
    tables: [table, comparisonTables(view).structure],
  };
}
