import { formatColumn, NO_NUMBER } from '../text/number-format.js';
import { middleSize, tableMoney } from '../text/table-money.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextTable } from '../text/text-table.js';
import type { CaseIndicators } from './case-indicators.js';

/** The regions that can be reached from each within half an hour and an hour; null where no link states its minutes. */
export function circlesTable({ circles, economy }: CaseIndicators): TextTable | null {
  if (circles.length === 0) return null;
  const sums = circles.map(({ output }) => output);
  const { unit, of } = tableMoney(economy.currency, middleSize(sums));
  const outputs = formatColumn(sums.map(of));
  const populations = formatColumn(circles.map(({ population }) => population));
  return {
    title: 'Half-hour and hour circles: the regions within reach by the network, each with itself',
    columns: [
      { heading: 'region' },
      numberHeading('within', 'min'),
      numberHeading('output', unit),
      numberHeading('population', '10⁴'),
      { heading: 'others within reach' },
    ],
    keys: 2,
    rows: circles.map(({ region, minutes, reached }, k) => [
      k > 0 && circles[k - 1]!.region === region ? '' : region,
      String(minutes),
      outputs[k]!,
      populations[k]!,
      reached.length === 0 ? NO_NUMBER : reached.join(', '),
    ]),
  };
}
