import type { Measures } from '../../../projection/measure.js';
import { formatNumber, formatSignedPercent } from '../../text/number-format.js';
import { numberHeading } from '../../text/text-columns.js';
import type { TextTable } from '../../text/text-table.js';
import type { Figure, Panel } from '../drawing/figure.js';
import type { Places } from './network-layout.js';
import { CHANGED, networkPanel } from './network-panel.js';
import type { View } from './view.js';

/** Ties that are drawn, the strongest. */
const MOST_TIES = 60;

/** Two regions by index. */
type Pair = readonly [number, number];

/** Ties of a comparison, as far as they are drawn. */
interface TiesView {
  readonly view: View;
  readonly nodes: readonly number[];
  readonly pairs: readonly Pair[];
  /** Coordinates of the nodes; null where the case does not place all of them. */
  readonly places: Places;
  /** Tie of a pair in a year of future k, 0 where there is none. */
  tie(k: number, pair: Pair, y: number): number;
  /** The same without policies. */
  tieWithout(k: number, pair: Pair, y: number): number;
  /** Change of the tie against no policy in the same year, as a part. */
  change(k: number, pair: Pair, y: number): number;
}

/** Ties between the regions on the map, year by year; null without ties. */
export function networkFigure(view: View): Figure | null {
  const { years, names, comparison, shown } = view;
  if (view.regions.length < 2 || comparison.measures.some((measures) => measures.tie === null)) return null;
  const ties = tiesOf(view);
  const located = ties.places !== null;
  const pull = comparison.futures[0]!.economy.distance === 'km' ? 'distance' : 'time';
  return {
    id: 'network',
    title: `Ties between the regions${located ? ', where they lie' : ''}`,
    finding: shown.futures.map((k) => `Under ${names[k]} in ${years.at(-1)}, ${changedMost(ties, k)}.`).join(' '),
    caption: `A tie is the pull of two economies, which falls with the ${pull} between them. Lines are as wide as its root, discs as large as output. Coloured ties differ by 2% or more from the same year without policy.${located ? '' : ' The case gives no places, so the regions stand on a circle.'}`,
    legend: [
      { name: 'tie stronger than without policy', mark: 'line', colour: (paint) => paint.gain },
      { name: 'tie weaker', mark: 'line', colour: (paint) => paint.loss },
      { name: 'unchanged', mark: 'line', colour: (paint) => paint.faint },
    ],
    panels: networkPanels(ties),
    columns: 2,
    years: shown.sliderYears.map((y) => years[y]!),
    tables: [tieTable(ties)],
  };
}

function tiesOf(view: View): TiesView {
  const { comparison, regions } = view;
  const R = regions.length;
  const without = view.without();
  const at = (measures: Measures, [a, b]: Pair, y: number): number => {
    const value = measures.tie!.at((y * R + a) * R + b)!;
    return Number.isFinite(value) ? value : 0;
  };
  const tie = (k: number, pair: Pair, y: number): number => at(comparison.measures[k]!, pair, y);
  const tieWithout = (k: number, pair: Pair, y: number): number => at(without[k]!, pair, y);
  const nodes = chooseNodes(view);
  const [final, last] = [comparison.measures.length - 1, view.years.length - 1];
  const pairs = nodes
    .flatMap((a, x) => nodes.slice(x + 1).map((b): Pair => [a, b]))
    .sort((p, q) => tie(final, q, last) - tie(final, p, last))
    .slice(0, MOST_TIES);
  return {
    view,
    nodes,
    pairs,
    places: placesOf(view, nodes),
    tie,
    tieWithout,
    change: (k, pair, y) => {
      const before = tieWithout(k, pair, y);
      return before === 0 ? 0 : tie(k, pair, y) / before - 1;
    },
  };
}

function placesOf({ comparison }: View, nodes: readonly number[]): Places {
  const { facts } = comparison.futures[0]!.economy;
  const places = nodes.flatMap((r) => {
    const [longitude, latitude] = [facts?.longitude[r] ?? null, facts?.latitude[r] ?? null];
    return longitude === null || latitude === null ? [] : [{ longitude, latitude }];
  });
  return places.length === nodes.length ? places : null;
}

/** The tie that changes most in the last year, and how many change, as part of a sentence. */
function changedMost({ view, pairs, tie, tieWithout, change }: TiesView, k: number): string {
  const last = view.years.length - 1;
  const ranked = pairs
    .map((pair) => ({
      pair,
      part: change(k, pair, last),
      size: tie(k, pair, last) - tieWithout(k, pair, last),
    }))
    .filter(({ part }) => Math.abs(part) >= CHANGED)
    .sort((p, q) => Math.abs(q.size) - Math.abs(p.size));
  const [top] = ranked;
  if (top === undefined) return 'no tie changes by 2% or more';
  const [a, b] = top.pair;
  return `the tie ${view.regions[a]}–${view.regions[b]} changes most, ${formatSignedPercent(top.part)}. ${ranked.length} of ${pairs.length} ties change by 2% or more`;
}

/** One network a future, all on the same scales. */
function networkPanels(ties: TiesView): Panel[] {
  const { view, nodes, pairs, tie, change, places } = ties;
  const { comparison, shown, regions, names } = view;
  const R = regions.length;
  const last = view.years.length - 1;
  const slider = shown.sliderYears;
  const output = (k: number, r: number, y: number): number => comparison.measures[k]!.regionOutput[y * R + r]!;
  const mostTie = Math.max(1e-12, ...shown.futures.flatMap((k) => pairs.map((pair) => tie(k, pair, last))));
  const mostOutput = Math.max(1e-12, ...shown.futures.flatMap((k) => nodes.map((r) => output(k, r, last))));
  return shown.futures.map((k) =>
    networkPanel({
      title: names[k]!,
      description: `Network of ${nodes.length} regions: ${changedMost(ties, k)}.`,
      names: nodes.map((r) => regions[r]!),
      places,
      output: nodes.map((r) => slider.map((y) => output(k, r, y))),
      pairs: pairs.map((pair) => ({
        a: nodes.indexOf(pair[0]),
        b: nodes.indexOf(pair[1]),
        tie: slider.map((y) => tie(k, pair, y)),
        change: slider.map((y) => change(k, pair, y)),
      })),
      mostTie,
      mostOutput,
    }),
  );
}

function tieTable({ view, pairs, tie, tieWithout, change }: TiesView): TextTable {
  const { years, names, regions, shown } = view;
  const R = regions.length;
  const last = years.length - 1;
  const [from, to] = [String(years[0]), String(years[last])];
  return {
    title: `Ties between regions in ${from} and ${to}`,
    columns: [
      { heading: 'pair' },
      numberHeading(from),
      numberHeading('no policy', undefined, to),
      ...shown.futures.flatMap((k) => [
        numberHeading(names[k]!, undefined, to),
        numberHeading(`${names[k]}, change`, undefined, to),
      ]),
    ],
    rows: pairs.map((pair) => [
      `${regions[pair[0]]}–${regions[pair[1]]}`,
      formatNumber(tieWithout(0, pair, 0)),
      formatNumber(tieWithout(0, pair, last)),
      ...shown.futures.flatMap((k) => [formatNumber(tie(k, pair, last)), formatSignedPercent(change(k, pair, last))]),
    ]),
    notes: [
      'Change: compared with no policy in the same year.',
      ...(pairs.length < (R * (R - 1)) / 2 ? ['The strongest ties; pairs.csv has all.'] : []),
    ],
  };
}

/** At most thirty regions: the pair, then the largest. */
function chooseNodes({ comparison, regions, shown }: View): number[] {
  const last = comparison.measures[0]!.caseOutput.length - 1;
  const size = (r: number): number => comparison.measures[0]!.regionOutput[last * regions.length + r]!;
  const ranked = regions.map((_, r) => r).sort((r, s) => size(s) - size(r) || r - s);
  return [...new Set([...shown.pair, ...ranked])].slice(0, 30).sort((r, s) => r - s);
}
