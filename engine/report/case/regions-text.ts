import { log } from '../../exact-math/index.js';
import type { Stage } from '../../indicators/stage.js';
import { sum } from '../../statistics/sum.js';
import {
  columnDecimals,
  formatFixed,
  formatNumber,
  formatPercent,
  formatSigned,
  NO_NUMBER,
} from '../text/number-format.js';
import { middleSize, tableMoney } from '../text/table-money.js';
import { type CellColumn, columnFormat, numberHeading, tabulate } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';
import { atPrices, tablePrices } from '../text/unit-words.js';
import type { CaseIndicators, GrowthParts } from './case-indicators.js';
import { largestIndustry, regionOutput } from './indicators-table.js';

/** The regions of a case: output, largest industry, concentration, and industries by stage. */
export function regionTable(indicators: CaseIndicators): TextTable {
  const { economy, year } = indicators;
  const outputs = economy.regions.map((_, r) => regionOutput(indicators, r));
  const total = sum(outputs);
  const { unit, of } = tableMoney(economy.currency, middleSize(outputs));
  const format = columnFormat([...outputs, total].map(of), 5);
  const output = (value: number) => format(of(value));
  const { columns, rows } = tabulate(
    regionColumns(indicators, total, { unit, output }),
    economy.regions.map((name, r) => ({ name, r, output: outputs[r]! })),
  );
  return {
    title: atPrices(`Regions in ${year}`, economy.prices, tablePrices(economy.prices)),
    columns,
    rows: [...rows, 'rule', ['All', output(total), '100.0']],
    notes: [
      `Theil index of output between the ${economy.regions.length} regions: ${formatNumber(indicators.theil)} (0 equal … ${formatNumber(log(economy.regions.length))} one has all). HHI: sum of squared shares; 1/HHI: as many equal industries would be as concentrated.`,
    ],
  };
}

interface RegionRow {
  readonly name: string;
  readonly r: number;
  readonly output: number;
}

/** Headings of the counts of industries by stage. */
const STAGE_HEADINGS: readonly (readonly [string, Stage])[] = [
  ['grow.', 'growing'],
  ['form.', 'formative'],
  ['mat.', 'mature'],
  ['rec.', 'recession'],
];

function regionColumns(
  indicators: CaseIndicators,
  total: number,
  { unit, output: money }: { readonly unit: string; output(value: number): string },
): CellColumn<RegionRow>[] {
  const { cells, core } = indicators;
  return [
    { heading: 'region', cell: ({ name }) => name },
    { ...numberHeading('output', unit), cell: ({ output }) => money(output) },
    {
      ...numberHeading('share', '%'),
      cell: ({ output }) => formatPercent(total === 0 ? null : output / total, 1, ''),
    },
    { heading: 'largest industry', cell: ({ r }) => largestIndustry(indicators, r) ?? NO_NUMBER },
    { ...numberHeading('share', '%'), cell: ({ r }) => formatPercent(core[r]?.largestShare ?? null, 1, '') },
    { ...numberHeading('HHI', '1'), cell: ({ r }) => formatFixed(core[r]?.hhi ?? null, 3) },
    { ...numberHeading('1/HHI', '1'), cell: ({ r }) => formatFixed(core[r]?.effectiveNumber ?? null, 1) },
    ...STAGE_HEADINGS.map(([heading, stage]) => ({
      ...numberHeading(heading, '', 'industries in stage'),
      cell: ({ r }: RegionRow) => String(cells[r]!.filter((cell) => cell.stage === stage).length),
    })),
  ];
}

const GROWTH_PARTS = [
  'growth',
  'national',
  'mix',
  'competitive',
  'allocation',
] as const satisfies (keyof GrowthParts)[];

/** Growth of the regions over the window and its parts by shift-share analysis. */
export function growthTable({ economy, year, from, growth }: CaseIndicators): TextTable {
  const known = growth.flatMap((parts) => (parts === null ? [] : [parts.growth]));
  const { unit, of } = tableMoney(economy.currency, middleSize(known));
  const decimals = known.length === 0 ? 0 : columnDecimals(known.map(of), 5);
  const columns: CellColumn<{ region: string; parts: GrowthParts | null }>[] = [
    { heading: 'region', cell: ({ region }) => region },
    ...GROWTH_PARTS.map((key) => ({
      ...numberHeading(key),
      cell: ({ parts }: { parts: GrowthParts | null }) => formatSigned(of(parts?.[key] ?? null), decimals),
    })),
  ];
  return {
    title: `Growth of the regions ${from} to ${year} and its parts (shift-share), ${atPrices(unit, economy.prices, tablePrices(economy.prices))}`,
    ...tabulate(
      columns,
      economy.regions.map((region, r) => ({ region, parts: growth[r] ?? null })),
    ),
    notes: [
      'National: as all grew; mix: its industries grow faster or slower than all; competitive: its own lead, with the structure of all; allocation: by being specialised where it leads. The four sum to growth.',
    ],
  };
}
