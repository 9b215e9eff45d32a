import type { TableColumns } from '../files/table.js';
import type { InputOutputTable } from '../input-output/table.js';
import { knownNames } from '../mistakes.js';
import {
  at,
  type CaseTable,
  firstOn,
  type NumberRule,
  nameCell,
  numberCell,
  optionalNumberCell,
  ZERO_OR_MORE,
} from './case-table.js';

export const FLOW_COLUMNS: TableColumns = { required: ['supplier', 'user', 'flow'], further: true };
export const TOTAL_COLUMNS: TableColumns = { required: ['industry', 'output', 'value_added'], further: true };

const ANY_AMOUNT: NumberRule = { low: -1e30, high: 1e30, inclusive: true, words: 'a number' };
/** Part of an output by which rounded flows may exceed it. */
const ROUNDING = 1e-6;

/** The flows and totals of an input–output table over a case’s industries, and the industries that it lacks. */
export interface InputOutputContents extends Pick<InputOutputTable, 'flows' | 'output' | 'valueAdded'> {
  readonly lacking: readonly string[];
}

/**
 * Reads an input–output table: flows from supplier to user, and the output and value added of each industry. A pair without a row has no flow; an
 * industry of the case that stands in neither table is lacking. Mistakes are added to the lists of the tables.
 */
export function readInputOutput(
  flows: CaseTable,
  totals: CaseTable,
  industries: readonly string[],
): InputOutputContents {
  const codes = new Map(industries.map((name, code) => [name, code]));
  const read = readTotals(totals, industries, codes);
  const matrix = readFlows(flows, totals, read.rowOf, industries, codes);
  if (flows.mistakes.list().length === 0) checkUse(totals, read, matrix, industries);
  return { ...read, flows: matrix, lacking: industries.filter((_, code) => !read.rowOf.has(code)) };
}

/** The totals by industry, and the row that each stands in. */
interface Totals extends Pick<InputOutputTable, 'output' | 'valueAdded'> {
  readonly rowOf: ReadonlyMap<number, number>;
}

function readTotals(source: CaseTable, industries: readonly string[], codes: ReadonlyMap<string, number>): Totals {
  const output = new Float64Array(industries.length);
  const valueAdded = Array<number | null>(industries.length).fill(null);
  const rowOf = new Map<number, number>();
  for (let row = 0; row < source.table.rows.length; row++) {
    const code = industryCell(source, row, 0, industries, codes);
    const made = numberCell(source, row, 1, ZERO_OR_MORE);
    const kept = optionalNumberCell(source, row, 2, ANY_AMOUNT);
    if (code === undefined) continue;
    const first = rowOf.get(code);
    if (first !== undefined) {
      source.mistakes.add(at(source, row, 0), `industry "${industries[code]}" stands twice`, firstOn(source, first));
      continue;
    }
    rowOf.set(code, row);
    output[code] = made ?? Number.NaN;
    valueAdded[code] = kept ?? null;
  }
  return { output, valueAdded, rowOf };
}

function readFlows(
  source: CaseTable,
  totals: CaseTable,
  totalOf: ReadonlyMap<number, number>,
  industries: readonly string[],
  codes: ReadonlyMap<string, number>,
): Float64Array {
  const n = industries.length;
  const flows = new Float64Array(n * n);
  const rowOf = new Map<number, number>();
  const missed = new Set<number>();
  for (let row = 0; row < source.table.rows.length; row++) {
    const ends = [0, 1].map((column) => industryCell(source, row, column, industries, codes));
    const flow = numberCell(source, row, 2, ZERO_OR_MORE);
    ends.forEach((code, column) => {
      if (code === undefined || totalOf.has(code) || missed.has(code) || !totals.table.readable) return;
      missed.add(code);
      const hint = `add a row for it to ${totals.table.file}`;
      source.mistakes.add(at(source, row, column), `"${industries[code]}" has flows but no totals`, hint);
    });
    const [supplier, user] = ends;
    if (supplier === undefined || user === undefined) continue;
    const pair = supplier * n + user;
    const first = rowOf.get(pair);
    if (first !== undefined) {
      const what = `the flow from "${industries[supplier]}" to "${industries[user]}" stands twice`;
      source.mistakes.add(at(source, row, 0), what, firstOn(source, first));
      continue;
    }
    rowOf.set(pair, row);
    flows[pair] = flow ?? 0;
  }
  return flows;
}

/** Checks that no industry uses more than it makes: its inputs are part of its output. */
function checkUse(
  source: CaseTable,
  { output, rowOf }: Totals,
  flows: Float64Array,
  industries: readonly string[],
): void {
  const n = industries.length;
  for (const [user, row] of rowOf) {
    let used = 0;
    for (let supplier = 0; supplier < n; supplier++) used += flows[supplier * n + user]!;
    if (!(used > output[user]! * (1 + ROUNDING))) continue;
    const what = `"${industries[user]}" uses ${Number(used.toPrecision(12))} of other industries for an output of ${output[user]}`;
    source.mistakes.add(
      at(source, row, 1),
      what,
      'flows and totals must be in the same unit; inputs are part of output',
    );
  }
}

function industryCell(
  source: CaseTable,
  row: number,
  column: number,
  industries: readonly string[],
  codes: ReadonlyMap<string, number>,
): number | undefined {
  const name = nameCell(source, row, column);
  if (name === undefined) return undefined;
  const code = codes.get(name);
  if (code === undefined)
    source.mistakes.add(at(source, row, column), `unknown industry "${name}"`, () => knownNames(name, industries));
  return code;
}
