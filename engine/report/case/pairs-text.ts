import type { Economy } from '../../economy/economy.js';
import { formatFixed } from '../text/number-format.js';
import { type CellColumn, columnFormat, numberHeading, tabulate } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';
import type { CaseIndicators, PairIndicators } from './case-indicators.js';

/** A matrix of more regions is hard to read. */
const LARGEST_MATRIX = 14;
const MOST_PAIRS = 45;

/** Similarity of the structures of all regions as a matrix. */
export function similarityTable({ economy, year, pairs }: CaseIndicators): TextTable {
  const { regions, industries } = economy;
  const title = `Similarity of industrial structure in ${year} (UNIDO, 0 … 1), ${industries.length} industries`;
  if (regions.length > LARGEST_MATRIX) {
    const note = `${regions.length} regions: the matrix is left to --format csv or json.`;
    return { title, columns: [{ heading: 'region' }], rows: [], notes: [note] };
  }
  return {
    title,
    columns: [{ heading: 'region' }, ...regions.map((region) => numberHeading(region))],
    rows: regions.map((region, r) => [
      region,
      ...regions.map((_, s) => (r === s ? '·' : formatFixed(pairs[r]![s]!.similarity, 3))),
    ]),
    notes: [
      `Similarity rises where industries are merged: compare only figures that count the same ${industries.length} industries.`,
    ],
  };
}

interface NamedPair {
  readonly name: string;
  readonly pair: PairIndicators;
}

/** Pairs of regions, those with the strongest ties first, or the most similar where there are no ties. */
export function pairTable({ economy, year, pairs }: CaseIndicators): TextTable {
  const { regions } = economy;
  const list = regions.flatMap((a, r) =>
    regions.slice(r + 1).map((b, k): NamedPair => ({ name: `${a}–${b}`, pair: pairs[r]![r + 1 + k]! })),
  );
  const tied = list.some(({ pair }) => pair.tie !== null);
  list.sort((a, b) => (b.pair.tie ?? 0) - (a.pair.tie ?? 0) || (b.pair.similarity ?? 0) - (a.pair.similarity ?? 0));
  const shown = list.slice(0, MOST_PAIRS);
  return {
    title: tied
      ? `Pairs of regions in ${year}, the strongest ties first; ties in ${tieUnit(economy)}`
      : `Pairs of regions in ${year}, the most similar first; ties are off without regions and links tables`,
    ...tabulate(pairColumns(shown, tied ? economy.distance : null), shown),
    notes: [
      ...(shown.length < list.length
        ? [`${shown.length} of ${list.length} pairs shown; --format json gives all.`]
        : []),
      ...(tied
        ? [
            `Tie: √(P·G) of the one times that of the other over distance^${economy.tieExponent}; P regional output in ${economy.currency}, G non-agricultural population in 10⁴ persons, both of the regions table.`,
          ]
        : []),
      'Krugman: 0 same structure … 2 nothing in common; Finger–Kreinin: 1 − Krugman/2.',
    ],
  };
}

/** Columns of the pairs; those of ties only where there is a measure of distance. */
function pairColumns(shown: readonly NamedPair[], distance: Economy['distance'] | null): CellColumn<NamedPair>[] {
  const tie = columnFormat(
    shown.map(({ pair }) => pair.tie),
    6,
  );
  const ties: CellColumn<NamedPair>[] =
    distance === null
      ? []
      : [
          { ...numberHeading('tie', ''), cell: ({ pair }) => tie(pair.tie) },
          { ...numberHeading('distance', shortUnit(distance)), cell: ({ pair }) => formatFixed(pair.distance, 0) },
        ];
  return [
    { heading: 'pair', cell: ({ name }) => name },
    ...ties,
    { ...numberHeading('similarity', '1'), cell: ({ pair }) => formatFixed(pair.similarity, 4) },
    { ...numberHeading('Krugman', '1'), cell: ({ pair }) => formatFixed(pair.krugman, 4) },
    { ...numberHeading('Finger–Kreinin', '1'), cell: ({ pair }) => formatFixed(pair.fingerKreinin, 4) },
  ];
}

function tieUnit({ currency, distance, tieExponent }: Economy): string {
  return `${currency} × 10⁴ persons / ${shortUnit(distance)}^${tieExponent}`;
}

function shortUnit(distance: Economy['distance']): string {
  return distance === 'km' ? 'km' : 'min';
}
