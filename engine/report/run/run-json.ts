import { accountValues } from '../../projection/account-values.js';
import { type Nested, nest, nestOrNull } from '../data/nested.js';
import type { MeasureColumn, ScenarioResult } from './measure-columns.js';
import { CELL_MEASURES } from './outputs-table.js';
import { PAIR_MEASURES } from './pairs-table.js';

/** Keys of pairs in the order in which JSON has had them from the start; further ones follow. */
const PAIR_KEYS = ['similarity', 'tie', 'distance', 'barrier'];

/** One projection as a plain object, arrays indexed by year first. */
export function runJson(
  scenario: { readonly id: string; readonly title: string; readonly file: string },
  result: ScenarioResult,
) {
  const { output, plan } = result.projection;
  const { years, regions, industries } = plan;
  const cells = [years.length, regions.length, industries.length];
  return {
    scenario,
    years,
    regions,
    industries,
    ...nestedMeasures(CELL_MEASURES, result, cells),
    ...nestedMeasures(
      PAIR_MEASURES.toSorted((a, b) => orderOf(a) - orderOf(b)),
      result,
      [years.length, regions.length, regions.length],
    ),
    completeness: nestOrNull(result.measures.completeness, [years.length, regions.length]),
    accounts: Object.fromEntries(
      plan.accounts.map((account) => [account.name, nest(accountValues(account, output), cells)]),
    ),
  };
}

function orderOf({ key }: MeasureColumn): number {
  const index = PAIR_KEYS.indexOf(key ?? '');
  return index < 0 ? PAIR_KEYS.length : index;
}

/** Every column that JSON holds as a nested array of numbers or names; null where the case lacks what it is computed from. */
function nestedMeasures(columns: readonly MeasureColumn[], result: ScenarioResult, dimensions: readonly number[]) {
  const entries = columns.flatMap(({ key, values, names }): [string, Nested | Named | null][] => {
    if (key === null) return [];
    const nested = nestOrNull(values(result), dimensions);
    return [[key, nested === null || names === null ? nested : namesOf(nested, names)]];
  });
  return Object.fromEntries(entries);
}

type Named = (string | null)[] | Named[];

function namesOf(codes: Nested, names: readonly (string | null)[]): Named {
  return codes.map((code) => (Array.isArray(code) ? namesOf(code, names) : (names[code ?? 0] ?? null))) as Named;
}
