import { type Column, type DataTable, jsonKey, MONEY, textColumn } from '../data/columns.js';
import { type CaseMultipliers, type IndustryMultipliers, strongestLinks } from './multipliers.js';

/** An industry in the nation or in a region, named by its index, −1 for the nation. */
interface IndustryRow {
  readonly found: CaseMultipliers;
  readonly region: number;
  readonly industry: number;
  readonly figures: IndustryMultipliers;
}

/** Columns of an industry; JSON holds each under the same name. */
const FIGURES: readonly Column<IndustryMultipliers>[] = [
  {
    name: 'multiplier',
    unit: '1',
    meaning: 'output of all industries for a unit of final demand, type I',
    of: ({ multiplier }) => multiplier,
  },
  {
    name: 'value_added',
    unit: '1',
    meaning: 'value added in all industries for a unit of final demand',
    of: ({ valueAdded }) => valueAdded,
  },
  { name: 'backward', unit: '1', meaning: 'multiplier over its mean', of: ({ backward }) => backward },
  { name: 'forward', unit: '1', meaning: 'row sum of the Ghosh inverse over its mean', of: ({ forward }) => forward },
  {
    name: 'sensitivity',
    unit: '1',
    meaning: 'row sum of the Leontief inverse over its mean',
    of: ({ sensitivity }) => sensitivity,
  },
  { name: 'key', unit: null, meaning: 'true where backward and forward are above 1', of: ({ key }) => String(key) },
];

const PLACE: readonly Column<Pick<IndustryRow, 'found' | 'region' | 'industry'>>[] = [
  textColumn('region', 'name of the region, blank for the nation', ({ found, region }) => regionName(found, region)),
  textColumn('industry', 'name of the industry', ({ found, industry }) => found.economy.industries[industry]!),
];

/** multipliers.csv: every industry with output, in the nation and in each region. */
export function multipliersTable(found: CaseMultipliers): DataTable<IndustryRow> {
  const columns: Column<IndustryRow>[] = [
    ...PLACE,
    ...FIGURES.map((column) => ({ ...column, of: ({ figures }: IndustryRow) => column.of(figures) })),
  ];
  const rows = [found.nation, ...found.regions].flatMap((figures, at) =>
    figures.flatMap((each, industry): IndustryRow[] =>
      each === null ? [] : [{ found, region: at - 1, industry, figures: each }],
    ),
  );
  return { columns, rows };
}

/** A link of an industry in the nation. */
interface LinkRow {
  readonly industry: string;
  readonly side: string;
  readonly partner: string;
  readonly share: number;
}

/** chain-links.csv: the strongest suppliers and customers of each industry in the nation. */
export function chainLinksTable({ economy, table }: CaseMultipliers): DataTable<LinkRow> {
  const columns: Column<LinkRow>[] = [
    textColumn('industry', 'name of the industry', ({ industry }) => industry),
    textColumn('side', 'supplier or customer', ({ side }) => side),
    textColumn('partner', 'the industry that it buys from or sells to', ({ partner }) => partner),
    { name: 'share', unit: '1', meaning: 'part of its purchases or sales', of: ({ share }) => share },
  ];
  const rows = economy.industries.flatMap((industry, i) =>
    (['suppliers', 'customers'] as const).flatMap((side) =>
      strongestLinks(table, i, side).map(({ industry: other, share }) => ({
        industry,
        side: side.slice(0, -1),
        partner: economy.industries[other]!,
        share,
      })),
    ),
  );
  return { columns, rows };
}

/** needed-output.csv: the output that the final demand needs, in the nation and in each region. */
export function neededOutputTable(found: CaseMultipliers): DataTable<Pick<IndustryRow, 'region' | 'industry'>> {
  const needs = found.needs!;
  const columns: Column<Pick<IndustryRow, 'region' | 'industry'>>[] = [
    ...PLACE.map((column) => ({
      ...column,
      of: (row: Pick<IndustryRow, 'region' | 'industry'>) => column.of({ found, ...row }),
    })),
    { name: 'demand', unit: MONEY, meaning: 'final demand', of: ({ industry }) => needs.demand[industry]! },
    {
      name: 'needed',
      unit: MONEY,
      meaning: 'output needed there',
      of: ({ region, industry }) => (region < 0 ? needs.nation : needs.regions[region]!)[industry]!,
    },
  ];
  const rows = [-1, ...found.regions.keys()].flatMap((region) =>
    found.economy.industries.map((_, industry) => ({ region, industry })),
  );
  return { columns, rows };
}

/** The multipliers as a plain object; an industry without output stands nowhere. */
export function multipliersJson(found: CaseMultipliers): object {
  const { economy, year, table, needs } = found;
  const figures = (list: readonly (IndustryMultipliers | null)[]) =>
    Object.fromEntries(
      list.flatMap((each, i) => (each === null ? [] : [[economy.industries[i]!, jsonFigures(each)] as const])),
    );
  const byIndustry = (values: Float64Array) =>
    Object.fromEntries(economy.industries.map((industry, i) => [industry, values[i]!]));
  const byRegion = <Value>(values: readonly Value[]) =>
    Object.fromEntries(economy.regions.map((region, r) => [region, values[r]!]));
  return {
    title: economy.title,
    year,
    size: table.size,
    delta: table.delta,
    nation: figures(found.nation),
    regions: byRegion(found.regions.map(figures)),
    demand:
      needs === null
        ? null
        : {
            asked: byIndustry(needs.demand),
            nation: byIndustry(needs.nation),
            regions: byRegion(needs.regions.map(byIndustry)),
          },
  };
}

function jsonFigures(each: IndustryMultipliers): object {
  const entries = FIGURES.map(({ name, of }) => [jsonKey(name), name === 'key' ? each.key : of(each)]);
  return Object.fromEntries(entries);
}

function regionName({ economy }: CaseMultipliers, region: number): string {
  return region < 0 ? '' : economy.regions[region]!;
}
