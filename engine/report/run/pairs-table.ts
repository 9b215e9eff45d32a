import { square } from '../../exact-math/index.js';
import { type Column, type DataTable, madeRows, textColumn } from '../data/columns.js';
import {
  FUTURE_AND_YEAR,
  type MeasureColumn,
  measureColumn,
  type Place,
  type ScenarioResult,
} from './measure-columns.js';

/** Measures of each ordered pair of regions in each year. */
export const PAIR_MEASURES: readonly MeasureColumn[] = [
  measureColumn({
    name: 'distance',
    key: 'distance',
    unit: 'km or minutes',
    meaning: 'length of the shortest path, in whichever the case measures distance',
    values: ({ measures }) => measures.distance,
  }),
  measureColumn({
    name: 'barrier',
    key: 'barrier',
    unit: '1',
    meaning: 'barrier between the two, 0 open … 1 closed',
    values: ({ measures }) => measures.barrier,
  }),
  measureColumn({
    name: 'similarity',
    key: 'similarity',
    unit: '1',
    meaning: 'similarity of industrial structures (UNIDO), 0 … 1',
    values: ({ measures }) => measures.similarity,
  }),
  measureColumn({
    name: 'krugman',
    unit: '1',
    meaning: 'Krugman index of specialisation, 0 same structure … 2 nothing in common',
    values: ({ measures }) => measures.krugman,
  }),
  measureColumn({
    name: 'overlap_quality',
    unit: '1',
    meaning: 'the part of the similarity that lies behind a border: b·S·Σ_i min(x_ai, x_bi)',
    values: ({ measures }) => measures.overlapQuality,
  }),
  measureColumn({
    name: 'tie',
    key: 'tie',
    unit: '10^4 persons × currency / distance^exponent',
    meaning: 'economic tie by the gravity equation',
    values: ({ measures }) => measures.tie,
  }),
  measureColumn({
    name: 'tie_share',
    unit: '1',
    meaning: 'share of region_b in the ties of region_a',
    values: ({ measures }) => measures.tieShare,
  }),
  measureColumn({
    name: 'complementarity',
    key: 'complementarity',
    unit: '1',
    meaning:
      'part of the inputs of both regions’ industries that one could buy from the other and does not find at home, 0 … 1',
    values: ({ measures }) => measures.complementarity,
  }),
];

/** Columns of pairs.csv. */
export const PAIR_COLUMNS: readonly Column<Place>[] = [
  ...FUTURE_AND_YEAR,
  textColumn('region_a', 'name of the one region', ({ result: { projection }, at }) => {
    const { regions } = projection.plan;
    return regions[Math.floor(at / regions.length) % regions.length]!;
  }),
  textColumn('region_b', 'name of the other region', ({ result: { projection }, at }) => {
    const { regions } = projection.plan;
    return regions[at % regions.length]!;
  }),
  ...PAIR_MEASURES,
];

/** Rows beyond which pairs.csv holds only pairs with a region that a policy names. */
const MOST_ROWS = 1_000_000;

/** Said where pairs.csv holds only some pairs. */
export const NAMED_PAIRS_NOTE =
  'pairs.csv holds only the pairs with a region that a policy names: all pairs in all years are over a million rows.';

/** True where pairs.csv would have more rows than anyone reads, so that it holds only pairs with a region that a policy names. */
export function holdsNamedPairs(results: readonly ScenarioResult[]): boolean {
  return (
    results.reduce((rows, { projection: { plan } }) => rows + plan.years.length * square(plan.regions.length), 0) >
    MOST_ROWS
  );
}

/**
 * pairs.csv: every ordered pair of different regions in every year; of a large case only pairs with a region that a policy names.
 *
 * @param named indices of regions that policies name
 */
export function pairsTable(results: readonly ScenarioResult[], named: ReadonlySet<number>): DataTable<Place> {
  const wanted = holdsNamedPairs(results) ? (a: number, b: number) => named.has(a) || named.has(b) : () => true;
  return { columns: PAIR_COLUMNS, rows: madeRows(() => pairs(results, wanted)) };
}

function* pairs(results: readonly ScenarioResult[], wanted: (a: number, b: number) => boolean): Generator<Place> {
  for (const result of results) {
    const { years, regions } = result.projection.plan;
    const R = regions.length;
    for (let y = 0; y < years.length; y++) {
      for (let a = 0; a < R; a++) {
        for (let b = 0; b < R; b++) if (a !== b && wanted(a, b)) yield { result, y, at: (y * R + a) * R + b };
      }
    }
  }
}
