import type { Economy } from '../../economy/economy.js';
import { sum } from '../../statistics/sum.js';
import { type Column, type DataTable, MONEY, textColumn } from '../data/columns.js';
import type { CaseIndicators, CellIndicators, PairIndicators } from './case-indicators.js';

/** An industry in a region, with its indicators. */
interface CellRow {
  readonly indicators: CaseIndicators;
  readonly r: number;
  readonly i: number;
  readonly cell: CellIndicators;
}

/** Columns of an industry in a region; JSON holds each as an array, regions first, under the same name. */
export const CELL_COLUMNS: readonly Column<CellRow>[] = [
  { name: 'output', unit: MONEY, meaning: 'output', of: ({ cell }) => cell.output },
  { name: 'share', unit: '1', meaning: 'share of the region’s output', of: ({ cell }) => cell.share },
  {
    name: 'location_quotient',
    unit: '1',
    meaning: 'share in the region over the share in the higher-level region',
    of: ({ cell }) => cell.locationQuotient,
  },
  textColumn(
    'location_quotient_status',
    '`defined`, or why there is no location quotient',
    ({ cell }) => cell.locationQuotientStatus,
  ),
  { name: 'growth', unit: '1 a year', meaning: 'average growth over the window', of: ({ cell }) => cell.growth },
  {
    name: 'reference_growth',
    unit: '1 a year',
    meaning: 'the same in the higher-level region',
    of: ({ indicators, i }) => indicators.referenceGrowth[i]!,
  },
  {
    name: 'agglomeration_index',
    unit: '1',
    meaning: 'growth over reference growth',
    of: ({ cell }) => cell.agglomerationIndex,
  },
  textColumn(
    'agglomeration_status',
    '`defined`, or why there is no agglomeration index',
    ({ cell }) => cell.agglomerationStatus,
  ),
  {
    name: 'factor_ratio',
    unit: '1',
    meaning: '(1 + growth) over (1 + reference growth)',
    of: ({ cell }) => cell.factorRatio,
  },
  textColumn('stage', 'stage of comparative advantage', ({ cell }) => cell.stage),
];

/** indicators.csv: every industry in every region. */
export function cellsTable(indicators: CaseIndicators): DataTable<CellRow> {
  const { economy, year } = indicators;
  const columns: Column<CellRow>[] = [
    textColumn('year', 'observed year', () => year),
    textColumn('region', 'name of the region', ({ r }) => economy.regions[r]!),
    textColumn('industry', 'name of the industry', ({ i }) => economy.industries[i]!),
    ...CELL_COLUMNS,
  ];
  return { columns, rows: cellRows(indicators).flat() };
}

/** Rows of the cells by region. */
export function cellRows(indicators: CaseIndicators): CellRow[][] {
  return indicators.cells.map((cells, r) => cells.map((cell, i) => ({ indicators, r, i, cell })));
}

/** Two different regions, with their indicators. */
interface PairRow {
  readonly a: string;
  readonly b: string;
  readonly pair: PairIndicators;
}

/** pairs.csv: every ordered pair of different regions. */
export function casePairsTable({ economy, year, pairs }: CaseIndicators): DataTable<PairRow> {
  const columns: Column<PairRow>[] = [
    textColumn('year', 'observed year', () => year),
    textColumn('region_a', 'name of the one region', ({ a }) => a),
    textColumn('region_b', 'name of the other region', ({ b }) => b),
    {
      name: 'distance',
      unit: 'km or minutes',
      meaning: 'length of the shortest path',
      of: ({ pair }) => pair.distance,
    },
    { name: 'similarity', unit: '1', meaning: 'similarity of structures (UNIDO)', of: ({ pair }) => pair.similarity },
    { name: 'krugman', unit: '1', meaning: 'Krugman index of specialisation', of: ({ pair }) => pair.krugman },
    { name: 'finger_kreinin', unit: '1', meaning: 'Finger–Kreinin index', of: ({ pair }) => pair.fingerKreinin },
    {
      name: 'tie',
      unit: '10^4 persons × currency / distance^exponent',
      meaning: 'economic tie by the gravity equation',
      of: ({ pair }) => pair.tie,
    },
  ];
  const rows = economy.regions.flatMap((a, r) =>
    economy.regions.flatMap((b, s) => {
      const pair = pairs[r]![s]!;
      return pair === null ? [] : [{ a, b, pair }];
    }),
  );
  return { columns, rows };
}

/** regions.csv: every region, named by its index. */
export function caseRegionsTable(indicators: CaseIndicators): DataTable<number> {
  return { columns: regionColumns(indicators), rows: [...indicators.economy.regions.keys()] };
}

function regionColumns(indicators: CaseIndicators): Column<number>[] {
  const { economy, year, from, core, growth } = indicators;
  const part = (name: 'growth' | 'national' | 'mix' | 'competitive' | 'allocation', meaning: string) => ({
    name,
    unit: MONEY,
    meaning,
    of: (r: number) => growth[r]?.[name] ?? null,
  });
  return [
    textColumn('year', 'observed year', () => year),
    textColumn('region', 'name of the region', (r) => economy.regions[r]!),
    { name: 'output', unit: MONEY, meaning: 'output of all industries', of: (r) => regionOutput(indicators, r) },
    textColumn('largest_industry', 'industry with the largest output', (r) => largestIndustry(indicators, r)),
    { name: 'largest_share', unit: '1', meaning: 'its share', of: (r) => core[r]?.largestShare ?? null },
    { name: 'hhi', unit: '1', meaning: 'Herfindahl–Hirschman index', of: (r) => core[r]?.hhi ?? null },
    {
      name: 'effective_number',
      unit: 'industries',
      meaning: 'number of equal industries that would be as concentrated: 1/hhi',
      of: (r) => core[r]?.effectiveNumber ?? null,
    },
    textColumn('from', 'year from which growth is counted', () => from),
    part('growth', 'growth of output since then, the sum of the four parts that follow'),
    part('national', 'growth as in the higher-level region'),
    part('mix', 'growth by having industries that grow faster or slower'),
    part('competitive', 'growth by an own lead, with the structure of the higher-level region'),
    part('allocation', 'growth by being specialised where the region leads'),
  ];
}

/** Output of all industries of a region. */
export function regionOutput({ cells }: CaseIndicators, r: number): number {
  return sum(cells[r]!.map((cell) => cell.output));
}

/** Name of a region's largest industry; null in a region without output. */
export function largestIndustry({ core, economy }: { core: CaseIndicators['core']; economy: Economy }, r: number) {
  const own = core[r]!;
  return own === null ? null : economy.industries[own.largestIndustry]!;
}
