import { csvTable } from '../data/columns.js';
import { jsonText } from '../data/json.js';
import { accountsTable, hasAccounts } from './accounts-table.js';
import type { ScenarioResult } from './measure-columns.js';
import { outputsTable } from './outputs-table.js';
import { pairsTable } from './pairs-table.js';
import { regionsTable } from './regions-table.js';

/**
 * The files of a result: tables for every future, and a summary.
 *
 * @param policies of the futures, compiled; a large case shows the pairs of their regions alone
 * @param more files that stand before the summary, such as the gains of draws
 */
export function resultFiles(
  results: readonly ScenarioResult[],
  summary: unknown,
  policies: readonly { readonly regions: readonly number[] }[],
  more: readonly (readonly [name: string, lines: Iterable<string>])[] = [],
): ReadonlyMap<string, Iterable<string>> {
  return new Map<string, Iterable<string>>([
    ['outputs.csv', csvTable(outputsTable(results))],
    ['pairs.csv', csvTable(pairsTable(results, new Set(policies.flatMap(({ regions }) => regions))))],
    ['regions.csv', csvTable(regionsTable(results))],
    ...(hasAccounts(results) ? [['accounts.csv', csvTable(accountsTable(results))] as const] : []),
    ...more,
    ['summary.json', jsonText(summary)],
  ]);
}
