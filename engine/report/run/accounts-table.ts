import { accountValues } from '../../projection/account-values.js';
import { type Column, type DataTable, madeRows, textColumn } from '../data/columns.js';
import { FUTURE_AND_YEAR, type Place, type ScenarioResult } from './measure-columns.js';
import { OUTPUT_COLUMNS } from './outputs-table.js';

/** A cell in a year with one of its accounts. */
interface AccountPlace extends Place {
  readonly account: string;
  readonly value: number;
}

/** Columns of accounts.csv. */
export const ACCOUNT_COLUMNS: readonly Column<AccountPlace>[] = [
  ...FUTURE_AND_YEAR,
  textColumn('account', 'name of the account', ({ account }) => account),
  ...OUTPUT_COLUMNS.filter(({ name }) => name === 'region' || name === 'industry'),
  {
    name: 'value',
    unit: 'of the account',
    meaning: 'quantity that the output stands for',
    of: ({ value }) => value,
  },
];

/** accounts.csv: every account of every industry in every region and year. */
export function accountsTable(results: readonly ScenarioResult[]): DataTable<AccountPlace> {
  return { columns: ACCOUNT_COLUMNS, rows: madeRows(() => accountRows(results)) };
}

/** True where some result has an account. */
export function hasAccounts(results: readonly ScenarioResult[]): boolean {
  return results.some(({ projection }) => projection.plan.accounts.length > 0);
}

function* accountRows(results: readonly ScenarioResult[]): Generator<AccountPlace> {
  for (const result of results) {
    const { plan, output } = result.projection;
    const width = plan.regions.length * plan.industries.length;
    const values = plan.accounts.map((account) => accountValues(account, output));
    for (let y = 0; y < plan.years.length; y++) {
      for (const [k, { name }] of plan.accounts.entries()) {
        for (let at = y * width; at < (y + 1) * width; at++) {
          yield { result, y, at, account: name, value: values[k]![at]! };
        }
      }
    }
  }
}
