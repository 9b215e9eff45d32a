import { knownNames } from '../mistakes.js';
import { at, type CaseTable, checkStatus, firstOn, nameCell, numberCell, ZERO_TO_ONE } from './case-table.js';
import type { PairBarrier } from './economy.js';

export const BARRIER_COLUMNS = { required: ['from', 'to', 'barrier'], optional: ['status', 'source'] };

/** Reads the barriers of single pairs; mistakes are added to the table's list. */
export function readBarriers(source: CaseTable, regions: readonly string[]): PairBarrier[] {
  const { table, mistakes } = source;
  const codes = new Map(regions.map((name, code) => [name, code]));
  const barriers: PairBarrier[] = [];
  const rowOf = new Map<string, number>();
  const regionCell = (row: number, column: number): number | undefined => {
    const name = nameCell(source, row, column);
    if (name === undefined) return undefined;
    const code = codes.get(name);
    if (code === undefined)
      mistakes.add(at(source, row, column), `unknown region "${name}"`, () => knownNames(name, regions));
    return code;
  };
  for (let row = 0; row < table.rows.length; row++) {
    const a = regionCell(row, 0);
    const b = regionCell(row, 1);
    const barrier = numberCell(source, row, 2, ZERO_TO_ONE);
    checkStatus(source, row, 3);
    if (a === undefined || b === undefined) continue;
    if (a === b) {
      mistakes.add(at(source, row, 1), `a barrier between ${regions[a]} and itself`, 'name two different regions');
      continue;
    }
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    const first = rowOf.get(key);
    if (first !== undefined) {
      const what = `${regions[a]}–${regions[b]} stands twice; a barrier holds in both directions`;
      mistakes.add(at(source, row, 0), what, firstOn(source, first));
      continue;
    }
    rowOf.set(key, row);
    if (barrier !== undefined) barriers.push({ a, b, barrier });
  }
  return barriers;
}
