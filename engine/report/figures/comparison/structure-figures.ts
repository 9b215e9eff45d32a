import type { Measures } from '../../../projection/measure.js';
import { comparisonTables } from '../../comparison/comparison-tables.js';
import { formatFixed, formatNumber, formatSignedPercent } from '../../text/number-format.js';
import { listed } from '../../text/sentence.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure, Panel } from '../drawing/figure.js';
import { type LineSeries, linePanel } from '../drawing/line-panel.js';
import { CHANGED, networkPanel } from './network-panel.js';
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

/** Ties between the regions on the map, year by year. */
export function networkFigure(view: View): Figure | null {
  const { years, names, comparison, shown, regions } = view;
  const without = view.without();
  const R = regions.length;
  if (R < 2 || comparison.measures.some((measures) => measures.tie === null)) return null;
  const nodes = chooseNodes(view);
  const pairs = nodes.flatMap((a, x) => nodes.slice(x + 1).map((b) => [a, b] as const));
  const tie = (measures: Measures, a: number, b: number, y: number): number => {
    const value = measures.tie![(y * R + a) * R + b]!;
    return Number.isFinite(value) ? value : 0;
  };
  const last = years.length - 1;
  const change = (k: number, a: number, b: number, y: number): number => {
    const before = tie(without[k]!, a, b, y);
    return before === 0 ? 0 : tie(comparison.measures[k]!, a, b, y) / before - 1;
  };
  const strongest = [...pairs]
    .sort(
      ([a, b], [c, d]) => tie(comparison.measures.at(-1)!, c, d, last) - tie(comparison.measures.at(-1)!, a, b, last),
    )
    .slice(0, 60);
  const slider = shown.sliderYears;
  const { facts } = comparison.futures[0]!.economy;
  const places = nodes.map((r) => ({ longitude: facts?.longitude[r] ?? null, latitude: facts?.latitude[r] ?? null }));
  const located = places.flatMap(({ longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ longitude, latitude }],
  );
  const output = (k: number, r: number, y: number): number => comparison.measures[k]!.regionOutput[y * R + r]!;
  const mostTie = Math.max(
    1e-12,
    ...shown.futures.flatMap((k) => strongest.map(([a, b]) => tie(comparison.measures[k]!, a, b, last))),
  );
  const mostOutput = Math.max(1e-12, ...shown.futures.flatMap((k) => nodes.map((r) => output(k, r, last))));
  const changedMost = (k: number): string => {
    const ranked = strongest
      .map(([a, b]) => ({
        a,
        b,
        part: change(k, a, b, last),
        size: tie(comparison.measures[k]!, a, b, last) - tie(without[k]!, a, b, last),
      }))
      .filter(({ part }) => Math.abs(part) >= CHANGED)
      .sort((p, q) => Math.abs(q.size) - Math.abs(p.size));
    const top = ranked[0];
    return top === undefined
      ? 'no tie changes by 2% or more'
      : `${regions[top.a]}–${regions[top.b]} changes most, ${formatSignedPercent(top.part)}; ${ranked.length} of ${strongest.length} ties change by 2% or more`;
  };
  const table: TextTable = {
    title: `Ties between regions in ${years[0]} and ${years[last]}`,
    columns: [
      { heading: 'pair' },
      numberHeading(String(years[0])),
      numberHeading('no policy', undefined, String(years[last])),
      ...shown.futures.flatMap((k) => [
        numberHeading(names[k]!, undefined, String(years[last])),
        numberHeading(`${names[k]}, change`, undefined, String(years[last])),
      ]),
    ],
    rows: strongest.map(([a, b]) => [
      `${regions[a]}–${regions[b]}`,
      formatNumber(tie(without[0]!, a, b, 0)),
      formatNumber(tie(without[0]!, a, b, last)),
      ...shown.futures.flatMap((k) => [
        formatNumber(tie(comparison.measures[k]!, a, b, last)),
        formatSignedPercent(change(k, a, b, last)),
      ]),
    ]),
    notes: [
      'Change: against no policy in the same year.',
      ...(strongest.length < (R * (R - 1)) / 2 ? ['The strongest ties; pairs.csv has all.'] : []),
    ],
  };
  return {
    id: 'network',
    title: `Ties between the regions${located.length === nodes.length ? ', where they lie' : ''}`,
    finding: `${shown.futures.map((k) => `Under ${names[k]} in ${years[last]} ${changedMost(k)}`).join('. ')}.`,
    caption: `Lines are as wide as the root of the economic tie (the pull of two economies, falling with the ${comparison.futures[0]!.economy.distance === 'km' ? 'distance' : 'time'} between them), discs as large as output. Coloured ties differ by 2% or more from what they would be in the same year without policy.${located.length === nodes.length ? '' : ' The case gives no places, so the regions stand on a circle.'}`,
    legend: [
      { name: 'tie grows against no policy', mark: 'line', colour: (paint) => paint.gain },
      { name: 'tie weakens', mark: 'line', colour: (paint) => paint.loss },
      { name: 'unchanged', mark: 'line', colour: (paint) => paint.faint },
    ],
    panels: shown.futures.map((k) =>
      networkPanel({
        title: names[k]!,
        description: `Network of ${listed(nodes.map((r) => regions[r]!))}: ${changedMost(k)}.`,
        names: nodes.map((r) => regions[r]!),
        places: located.length === nodes.length ? located : null,
        output: nodes.map((r) => slider.map((y) => output(k, r, y))),
        pairs: strongest.map(([a, b]) => ({
          a: nodes.indexOf(a),
          b: nodes.indexOf(b),
          tie: slider.map((y) => tie(comparison.measures[k]!, a, b, y)),
          change: slider.map((y) => change(k, a, b, y)),
        })),
        mostTie,
        mostOutput,
      }),
    ),
    columns: 2,
    years: slider.map((y) => years[y]!),
    tables: [table],
  };
}

/** At most thirty regions: the pair, then the largest. */
function chooseNodes({ comparison, regions, shown }: View): number[] {
  const last = comparison.measures[0]!.caseOutput.length - 1;
  const size = (r: number): number => comparison.measures[0]!.regionOutput[last * regions.length + r]!;
  const ranked = regions.map((_, r) => r).sort((r, s) => size(s) - size(r) || r - s);
  return [...new Set([...shown.pair, ...ranked])].slice(0, 30).sort((r, s) => r - s);
}
