import type { Comparison } from '../../compare/compare.js';
import { accountByRegion } from '../../projection/account-values.js';
import { rowOf } from '../../statistics/cells.js';
import { sum } from '../../statistics/sum.js';
import { formatNumber } from '../text/number-format.js';
import { numberHeading } from '../text/text-columns.js';
import type { TextCell, TextTable } from '../text/text-table.js';
import { signed } from './comparison-cells.js';

/** Accounts of each region in the last year: on the reference path, and what each future changes; null where the case has no accounts. */
export function accountsTable({ futures }: Comparison): TextTable | null {
  const first = futures[0]!;
  const { plan } = first.compiled;
  if (plan.accounts.length === 0) return null;
  const { to } = first.scenario.years;
  return {
    title: `What the output stands for in ${to}, and what each future changes`,
    columns: [
      { heading: 'account' },
      { heading: 'region' },
      numberHeading('reference', String(to)),
      ...futures.map((future) => numberHeading(future.scenario.label, undefined, `${to}, change`)),
    ],
    keys: 2,
    rows: plan.accounts.flatMap((account, k) => [
      ...(k === 0 ? [] : ['rule' as const]),
      ...accountRows(futures, k, `${account.name} (${account.unit})`),
    ]),
  };
}

function accountRows(futures: Comparison['futures'], account: number, name: string): TextCell[][] {
  const { regions, industries } = futures[0]!.economy;
  const lastYear = (output: Float64Array, k: number): Float64Array => {
    const { accounts, years } = futures[k]!.compiled.plan;
    const all = accountByRegion(accounts[account]!, output, industries.length);
    return rowOf(all, regions.length, years.length - 1);
  };
  const references = futures.map(({ projection }, k) => lastYear(projection.reference, k));
  const changes = futures.map(({ projection }, k) =>
    lastYear(projection.output, k).map((value, r) => value - references[k]![r]!),
  );
  const scale = changes.flatMap((change) => [...change]);
  const rows = regions.map((region, r): TextCell[] => [
    r === 0 ? name : '',
    region,
    formatNumber(references[0]![r]!),
    ...changes.map((change) => signed(change[r]!, scale)),
  ]);
  if (regions.length === 1) return rows;
  return [
    ...rows,
    ['', 'all', formatNumber(sum(references[0]!)), ...changes.map((change) => signed(sum(change), scale))],
  ];
}
