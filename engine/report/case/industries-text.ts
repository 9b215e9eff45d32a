import type { Stage } from '../../indicators/stage.js';
import { formatFixed, formatPercent } from '../text/number-format.js';
import { tableMoney } from '../text/table-money.js';
import { type CellColumn, columnFormat, numberHeading, tabulate } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';
import { atPrices, tablePrices } from '../text/unit-words.js';
import type { CaseIndicators, CellIndicators } from './case-indicators.js';

/** Competitive industries first, as the paper counts them: all but those in recession. */
const STAGE_ORDER: readonly (Stage | null)[] = ['growing', 'formative', 'mature', 'recession', null];

const LEGEND =
  'LQ location quotient; growth a year, in the region and in all; A agglomeration index, the first over the second. Stages: growing LQ ≥ 1 and faster than all, formative LQ < 1 and faster, mature LQ ≥ 1 and slower, recession LQ < 1 and slower.';

/** An industry of the region. */
interface IndustryRow {
  readonly name: string;
  readonly cell: CellIndicators;
  /** Growth in the higher-level region. */
  readonly reference: number | null;
}

/** The industries of one region with output, the competitive ones first. */
export function industryTable(indicators: CaseIndicators, r: number): TextTable {
  const { economy, year, from } = indicators;
  const cells = indicators.cells[r]!;
  const shown = economy.industries
    .map((name, i): IndustryRow => ({ name, cell: cells[i]!, reference: indicators.referenceGrowth[i]! }))
    .filter(({ cell }) => cell.output > 0)
    .sort((a, b) => order(a.cell) - order(b.cell) || (b.cell.locationQuotient ?? -1) - (a.cell.locationQuotient ?? -1));
  const absent = economy.industries.filter((_, i) => cells[i]!.output === 0);
  const span =
    from === null ? `no data ${economy.window} years earlier, so no growth and no stages` : `growth ${from} to ${year}`;
  return {
    title: `${atPrices(`${economy.regions[r]}: industries in ${year}`, economy.prices, tablePrices(economy.prices))}; ${span}`,
    ...tabulate(industryColumns(shown, economy.currency), shown),
    notes: [
      ...(absent.length === 0 ? [] : [`Without output in ${year}: ${absent.join(', ')}.`]),
      ...(r === 0 ? [LEGEND] : []),
    ],
  };
}

function industryColumns(shown: readonly IndustryRow[], currency: string): CellColumn<IndustryRow>[] {
  const outputs = shown.map(({ cell }) => cell.output);
  const { unit, of } = tableMoney(currency, outputs);
  const output = columnFormat(outputs.map(of));
  const odd = shown.some(({ cell }) => cell.agglomerationStatus !== 'defined' || cell.locationQuotient === null);
  const percent = (value: number | null) => formatPercent(value, 1, '');
  return [
    { heading: 'industry', cell: ({ name }) => name },
    { ...numberHeading('output', unit), cell: ({ cell }) => output(of(cell.output)) },
    { ...numberHeading('share', '%'), cell: ({ cell }) => percent(cell.share) },
    { ...numberHeading('LQ', '1'), cell: ({ cell }) => formatFixed(cell.locationQuotient, 3) },
    { ...numberHeading('region', '%/yr', 'growth'), cell: ({ cell }) => percent(cell.growth) },
    { ...numberHeading('all', '%/yr', 'growth'), cell: ({ reference }) => percent(reference) },
    { ...numberHeading('A', '1'), cell: ({ cell }) => formatFixed(cell.agglomerationIndex, 3) },
    {
      heading: 'stage',
      cell: ({ cell: { stage } }) => ({ text: stage ?? '–', style: stage === 'recession' ? 'dim' : 'strong' }),
    },
    ...(odd ? [{ heading: 'status', cell: ({ cell }: IndustryRow) => statusOf(cell) }] : []),
  ];
}

function order(cell: CellIndicators): number {
  return STAGE_ORDER.indexOf(cell.stage);
}

function statusOf(cell: CellIndicators): string {
  if (cell.locationQuotientStatus !== 'defined') return cell.locationQuotientStatus;
  return cell.agglomerationStatus === 'defined' ? '' : cell.agglomerationStatus;
}
