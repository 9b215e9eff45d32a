import { formatFixed, formatPercent } from '../text/number-format.js';
import { renderTextTable } from '../text/render-table.js';
import { tableMoney } from '../text/table-money.js';
import { type CellColumn, columnFormat, numberHeading, tabulate } from '../text/text-columns.js';
import type { Layout, TextTable } from '../text/text-table.js';
import { type CaseMultipliers, type ChainLink, type IndustryMultipliers, strongestLinks } from './multipliers.js';

const LEGEND =
  'multiplier: output of all industries that a unit of final demand for this one needs (type I). value added: the same of value added. backward: the multiplier over its mean; forward: row sum of the Ghosh inverse over its mean; key: both above 1.';

/** The places and industries that a text on multipliers is asked for. */
export interface MultipliersAsked {
  /** Regions whose own table is printed. */
  readonly regions: readonly number[];
  /** Industries whose strongest links are printed. */
  readonly industries: readonly number[];
}

/** Multipliers for a terminal: the nation's industries, all regions side by side, then whatever else is asked for. */
export function multipliersText(found: CaseMultipliers, asked: MultipliersAsked, layout: Layout): string {
  const { economy, table, year } = found;
  const nation = figuresTable(found, found.nation, 'Industries of the nation', [LEGEND]);
  const regions = asked.regions.map((r) =>
    figuresTable(found, found.regions[r]!, `${economy.regions[r]} in ${year}, what it supplies itself`, []),
  );
  const part = formatPercent(table.size, 1);
  const note = `Regions are estimated by Flegg's location quotient (delta ${table.delta}; the case makes ${part} of the nation's output): nobody surveyed them.`;
  const tables = [
    ...(regions.length === 0 ? [nation, sideBySide(found, note)] : regions),
    ...asked.industries.map((i) => linksTable(found, i)),
    ...(found.needs === null ? [] : [needsTable(found, asked.regions)]),
  ];
  return tables.map((each) => renderTextTable(each, layout)).join('\n');
}

/** An industry with its figures. */
interface FiguresRow {
  readonly name: string;
  readonly figures: IndustryMultipliers;
}

function figuresTable(
  { economy }: CaseMultipliers,
  list: readonly (IndustryMultipliers | null)[],
  title: string,
  notes: readonly string[],
): TextTable {
  const rows = list
    .flatMap((figures, i): FiguresRow[] => (figures === null ? [] : [{ name: economy.industries[i]!, figures }]))
    .sort((a, b) => b.figures.multiplier - a.figures.multiplier);
  const number = (heading: string, of: (figures: IndustryMultipliers) => number | null): CellColumn<FiguresRow> => ({
    ...numberHeading(heading),
    cell: ({ figures }) => formatFixed(of(figures), 3),
  });
  const columns: CellColumn<FiguresRow>[] = [
    { heading: 'industry', cell: ({ name, figures }) => (figures.key ? { text: name, style: 'strong' } : name) },
    number('multiplier', ({ multiplier }) => multiplier),
    number('value added', ({ valueAdded }) => valueAdded),
    number('backward', ({ backward }) => backward),
    number('forward', ({ forward }) => forward),
    { heading: 'key', cell: ({ figures }) => (figures.key ? 'key' : '') },
  ];
  return { title: `${title}: multipliers and linkages`, ...tabulate(columns, rows), notes };
}

/** Multipliers of all regions, an industry a line, and how many key industries each has. */
function sideBySide({ economy, regions, year }: CaseMultipliers, note: string): TextTable {
  const keys = regions.map((list) => String(list.filter((each) => each?.key === true).length));
  return {
    title: `Multipliers by region in ${year}, as far as each supplies itself`,
    columns: [{ heading: 'industry' }, ...economy.regions.map((region) => numberHeading(region))],
    rows: [
      ...economy.industries.map((industry, i) => [
        industry,
        ...regions.map((list) => formatFixed(list[i]?.multiplier ?? null, 3)),
      ]),
      'rule',
      ['key industries', ...keys],
    ],
    notes: [note],
  };
}

/** Strongest suppliers and customers of an industry in the nation, side by side. */
function linksTable({ economy, table }: CaseMultipliers, industry: number): TextTable {
  const suppliers = strongestLinks(table, industry, 'suppliers');
  const customers = strongestLinks(table, industry, 'customers');
  const cells = (link: ChainLink | undefined) =>
    link === undefined ? ['', ''] : [economy.industries[link.industry]!, formatPercent(link.share, 1, '')];
  return {
    title: `${economy.industries[industry]}: strongest links in the nation`,
    columns: [
      { heading: 'buys from' },
      numberHeading('part', '%'),
      { heading: 'sells to industry' },
      numberHeading('part', '%'),
    ],
    rows: Array.from({ length: Math.max(suppliers.length, customers.length) }, (_, k) => [
      ...cells(suppliers[k]),
      ...cells(customers[k]),
    ]),
    ...(suppliers.length + customers.length === 0 ? { notes: ['The table has no flows of it.'] } : {}),
  };
}

/** Output that the final demand needs in the nation, and in each region if it were made there. */
function needsTable({ economy, needs }: CaseMultipliers, asked: readonly number[]): TextTable {
  const { demand, nation, regions } = needs!;
  const shown = asked.length === 0 ? [...regions.keys()] : asked;
  const series = [demand, nation, ...shown.map((r) => regions[r]!)];
  const sums = series.flatMap((values) => [...values]);
  const { unit, of } = tableMoney(economy.currency, sums);
  const inUnit = columnFormat(sums.map(of));
  const format = (value: number) => inUnit(of(value));
  const totals = series.map((values) => values.reduce((all, value) => all + value, 0));
  const wanted = economy.industries.map((_, i) => i).filter((i) => series.some((values) => values[i]! > 0));
  return {
    title: `Output that this final demand needs (${unit})`,
    columns: [
      { heading: 'industry' },
      numberHeading('demand'),
      numberHeading('nation'),
      ...shown.map((r) => numberHeading(economy.regions[r]!)),
    ],
    rows: [
      ...wanted
        .sort((a, b) => nation[b]! - nation[a]!)
        .map((i) => [economy.industries[i]!, ...series.map((values) => format(values[i]!))]),
      'rule',
      ['all', ...totals.map(format)],
    ],
    notes: ['Of a region: what is made in it where the demand is served from there; the rest comes from elsewhere.'],
  };
}
