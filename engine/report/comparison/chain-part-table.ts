import type { ChainPart } from '../../compare/chain-part.js';
import type { Comparison } from '../../compare/compare.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { moneyOf, signed } from './comparison-cells.js';

/** The answer with the channel between industries and without it, side by side. */
export function chainPartTable(comparison: Comparison, { on, off }: ChainPart): TextTable {
  const { futures } = comparison;
  const sums = [on.total, off.total, ...on.regions, ...off.regions];
  const { unit, of } = moneyOf(comparison, sums);
  const said = (value: number): TextCell => signed(of(value), sums.map(of));
  const row = (name: string, withIt: number, without: number): TextCell[] => [
    name,
    said(withIt),
    said(without),
    said(withIt - without),
  ];
  return {
    title: `What links between industries add: ${futures.at(-1)!.scenario.label} less ${futures[0]!.scenario.label}, discounted output (${unit})`,
    columns: [{ heading: 'region' }, numberHeading('with them'), numberHeading('without'), numberHeading('added')],
    rows: [
      ...futures[0]!.economy.regions.map((region, r) => row(region, on.regions[r]!, off.regions[r]!)),
      'rule',
      row('all', on.total, off.total),
      row('all, value added less cost', on.net, off.net),
    ],
    notes: [
      'Without: help of near suppliers and of near customers (supplierAccess, customerAccess) at 0. That they help has evidence. How much has none: --break-even looks for where the answer would turn.',
    ],
  };
}
