import type { Measures } from '../../../projection/measure.js';
import type { Values } from '../../../statistics/cells.js';
import { comparisonTables } from '../../comparison/comparison-tables.js';
import { formatFixed, formatNumber } from '../../text/number-format.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Paint } from '../drawing/colours.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { futureColour, futureLegend, type View } from './view.js';

/** A measure of every pair of regions by year. */
type Pick = (measures: Measures) => Values | null;

const SIMILARITY: Pick = (measures) => measures.similarity;
const OVERLAP_QUALITY: Pick = (measures) => measures.overlapQuality;

/** One path of the figure: no policy or a future. */
interface Path {
  readonly name: string;
  readonly measures: Measures;
  readonly dashed: boolean;
  colour(paint: Paint): string;
}

/** Similarity of the two regions, and how much of it stands behind a border. */
export function similarityFigure(view: View): Figure | null {
  const { shown, years, regions, comparison } = view;
  const [a, b] = shown.pair;
  if (a === b) return null;
  const paths = pathsOf(view);
  const last = years.length - 1;
  const quality = comparison.measures.every((measures) => measures.overlapQuality !== null);
  const reached = (pick: Pick): string =>
    paths
      .slice(1)
      .map(({ name, measures }) => `${name} ${formatNumber(pairAt(view, pick(measures), last), 3)}`)
      .join(', ');
  const panels = [pairPanel(view, paths, 'Similarity of structures', 'UNIDO coefficient, 0 … 1', SIMILARITY)];
  if (quality) {
    panels.push(pairPanel(view, paths, 'Overlap behind a border', 'overlap quality, 0 … 1', OVERLAP_QUALITY));
  }
  return {
    id: 'similarity',
    title: `How alike ${regions[a]} and ${regions[b]} are, and how much of it stands behind a border`,
    finding: `Likeness in ${years[last]}: ${reached(SIMILARITY)}${quality ? `. Overlap behind a border: ${reached(OVERLAP_QUALITY)}` : ''}.`,
    caption: `Building the same industries (${view.industries.length} compared) is no harm in itself. Across an open border alike regions are partners. Overlap is likeness times the barrier between the two: the part that makes them rivals.`,
    legend: futureLegend(view, 'line', true),
    panels,
    columns: 2,
    tables: [pairTable(view, paths, quality), comparisonTables(view).structure],
  };
}

/** No policy, then the futures. */
function pathsOf({ names, comparison, without }: View): Path[] {
  return [
    { name: 'no policy', measures: without()[0]!, dashed: true, colour: (paint) => paint.noPolicy },
    ...names.map(
      (name, k): Path => ({
        name,
        measures: comparison.measures[k]!,
        dashed: false,
        colour: futureColour({ names }, k),
      }),
    ),
  ];
}

/** A measure of the pair compared in a year; null where it is undefined. */
function pairAt({ regions, shown }: View, values: Values | null, y: number): number | null {
  const [a, b] = shown.pair;
  const value = values?.at((y * regions.length + a) * regions.length + b);
  return value === undefined || Number.isNaN(value) ? null : value;
}

function pairName({ regions, shown: { pair } }: View): string {
  return `${regions[pair[0]]}–${regions[pair[1]]}`;
}

function pairPanel(view: View, paths: readonly Path[], title: string, yTitle: string, pick: Pick): Panel {
  const { shown, years } = view;
  const last = years.length - 1;
  const text = ({ measures }: Path, y: number): string => formatNumber(pairAt(view, pick(measures), y), 3);
  return linePanel({
    title,
    description: `${title} of ${pairName(view)}: ${text(paths[0]!, 0)} in ${years[0]}. In ${years[last]}: ${paths.map((path) => `${path.name} ${text(path, last)}`).join(', ')}.`,
    x: shown.lineYears.map((y) => years[y]!),
    yTitle,
    series: paths.map(
      ({ name, dashed, colour, measures }): LineSeries => ({
        name,
        dashed,
        colour,
        values: shown.lineYears.map((y) => pairAt(view, pick(measures), y)),
      }),
    ),
    reach: [0],
    format: (value) => formatFixed(value, 3),
    tick: formatFixed,
    width: 400,
    height: 230,
  });
}

function pairTable(view: View, paths: readonly Path[], quality: boolean): TextTable {
  const picks = [
    { group: 'similarity', pick: SIMILARITY },
    ...(quality ? [{ group: 'overlap quality', pick: OVERLAP_QUALITY }] : []),
  ];
  return {
    title: `Similarity and overlap quality ${pairName(view)} by year`,
    columns: [
      { heading: 'year' },
      ...picks.flatMap(({ group }) => paths.map(({ name }) => numberHeading(name, undefined, group))),
    ],
    rows: view.shown.tableYears.map((y) => [
      String(view.years[y]),
      ...picks.flatMap(({ pick }) => paths.map(({ measures }) => formatFixed(pairAt(view, pick(measures), y), 4))),
    ]),
  };
}
