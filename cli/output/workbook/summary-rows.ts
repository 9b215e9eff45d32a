import type { CsvValue } from '../../../engine/report/data/csv.js';

/** Keys by which an element of a list is called rather than counted. */
const NAMES = ['id', 'name', 'region', 'scenario', 'year', 'policy', 'kind'];

/**
 * A plain value as rows of a path and a value. Lists of lists are left out: they hold what the tables hold.
 *
 * @example
 * summaryRows({ output: { first: 1 }, regions: [{ region: 'Jilin', gain: 2 }], cells: [[1]] }); // → [['output.first', 1], ['regions[Jilin].region', 'Jilin'], ['regions[Jilin].gain', 2]]
 */
export function summaryRows(value: unknown): (readonly [string, CsvValue])[] {
  return rowsBelow(value, '');
}

function rowsBelow(value: unknown, path: string): (readonly [string, CsvValue])[] {
  if (value === undefined) return [];
  if (typeof value === 'number' || typeof value === 'string' || value === null) return [[path, value]];
  if (typeof value === 'boolean') return [[path, String(value)]];
  if (ArrayBuffer.isView(value) || Array.isArray(value)) {
    const items = Array.from(value as unknown as ArrayLike<unknown>);
    if (items.some((item) => Array.isArray(item) || ArrayBuffer.isView(item))) return [];
    const names = items.map(nameOf);
    const called = new Set(names).size === names.length;
    return items.flatMap((item, k) => rowsBelow(item, `${path}[${called ? (names[k] ?? k) : k}]`));
  }
  return Object.entries(value as object).flatMap(([key, each]) =>
    rowsBelow(each, path === '' ? key : `${path}.${key}`),
  );
}

function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const named = NAMES.map((key) => (item as Record<string, unknown>)[key]).find(
    (each) => typeof each === 'string' || typeof each === 'number',
  );
  return named === undefined ? null : String(named);
}
