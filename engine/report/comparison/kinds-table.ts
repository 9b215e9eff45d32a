import type { Comparison } from '../../compare/compare.js';
import type { KindsLeftOut } from '../../compare/kinds-left-out.js';
import { policyKind } from '../../policies/index.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { moneyOf, signed } from './comparison-cells.js';

/** The difference between the last future and the first with each kind of policy left out of both, by what it carries. */
export function kindsTable(comparison: Comparison, { total, kinds }: KindsLeftOut): TextTable {
  const [first, last] = [comparison.futures[0]!.scenario.label, comparison.futures.at(-1)!.scenario.label];
  const sums = [total, ...kinds.flatMap(({ without, carried }) => [without, carried])];
  const { unit, of } = moneyOf(comparison, sums);
  const said = (value: number): TextCell => signed(of(value), sums.map(of));
  const ordered = kinds.toSorted((a, b) => Math.abs(b.carried) - Math.abs(a.carried));
  return {
    title: `What carries the answer: ${last} less ${first} without each kind of policy (${unit})`,
    columns: [{ heading: 'kind' }, numberHeading('without it'), numberHeading('goes through it')],
    rows: [
      ...ordered.map(({ kind, without, carried }): TextCell[] => [
        policyKind(kind)?.title ?? kind,
        said(without),
        said(carried),
      ]),
      'rule',
      ['with all kinds', said(total), ''],
    ],
    notes: [
      'Discounted output, with each kind of policy left out of both futures.',
      'At equal cost what a kind frees is spent on the others. Parts need not add up to the whole, since policies help or hinder each other.',
    ],
  };
}
