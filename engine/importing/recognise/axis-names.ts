import type { TableContext } from '../read/import-context.js';
import { cellPosition, isBlank, type SourceCell, tidyName } from '../read/source-table.js';
import type { NamedColumn } from './chosen-columns.js';
import { leadingCode } from './classification-codes.js';
import type { Axis } from './panel.js';

const LONGEST_NAME = 200;
const UNSAFE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A code of the European regions that stands for its name, as AT11 does: codes of wholes are the beginnings of those of their parts. */
const NUTS = /^[A-Z]{2}[A-Z\d]{0,3}$/;

/** The names of a dimension as numbers in order of appearance. */
export interface AxisNames {
  /** The number of the name that stands in a row; below 0 where there is none, which is a mistake. */
  inRow(row: number): number;
  /** The number of a name that does not stand in the column of the dimension, such as a heading. */
  inHeading(text: string, row: number, column: number): number;
  axis(): Axis;
}

/** Numbers the names of a dimension. Names that several codes share get their code added; blank cells below a name are read as that name. */
export function createAxisNames(
  context: TableContext,
  what: 'region' | 'industry',
  column: NamedColumn | null,
): AxisNames {
  const { table, guesses, mistakes } = context;
  const numbers = new Map<string, number>();
  const seen = new Map<SourceCell, number>();
  const labels: string[] = [];
  const codes: string[] = [];
  const fills = column !== null && fillsDown(context, column.label);
  if (fills) guesses.note(`blank ${what} cells were read as the one above them`);
  const ambiguous = column?.code == null ? new Set<string>() : ambiguousLabels(context, column.label, column.code);
  let last = -1;
  const number = (label: string, code: string, row: number, at: number): number => {
    const name = ambiguous.has(label) && code !== '' ? `${label} (${code})` : label;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const place = cellPosition(table, row, at);
    if (name.length > LONGEST_NAME) mistakes.add(place, `${what} is longer than ${LONGEST_NAME} characters`);
    else if (UNSAFE.has(name)) mistakes.add(place, `"${name}" cannot be used as ${what}`, 'rename it');
    else {
      const added = labels.push(name) - 1;
      codes.push(code !== '' ? code : what === 'region' && NUTS.test(label) ? label : leadingCode(label));
      numbers.set(name, added);
      return added;
    }
    return -1;
  };
  return {
    inRow(row) {
      const cell = table.rows[row]![column!.label];
      const simple = column!.code === null || ambiguous.size === 0;
      const known = simple && cell !== undefined ? seen.get(cell) : undefined;
      if (known !== undefined) {
        last = known;
        return known;
      }
      const label = tidyName(cell);
      if (label === '') {
        if (fills && last >= 0) return last;
        mistakes.add(cellPosition(table, row, column!.label), `the ${what} is blank`);
        return -1;
      }
      const code = column!.code === null ? '' : tidyName(table.rows[row]![column!.code]);
      last = number(label, code, row, column!.label);
      if (simple && cell !== undefined) seen.set(cell, last);
      return last;
    },
    inHeading: (text, row, at) => number(text, '', row, at),
    axis: () => ({ names: labels, codes }),
  };
}

/** True where a column names each thing only once, in the first row of its block, as merged cells of a workbook do. */
function fillsDown({ table, found }: TableContext, column: number): boolean {
  let blank = 0;
  for (const row of found.body) if (isBlank(table.rows[row]![column])) blank += 1;
  return blank >= found.body.length * 0.4 && !isBlank(table.rows[found.body[0]!]![column]);
}

/** Names that stand beside different codes: two things of one name. */
function ambiguousLabels({ table, found }: TableContext, label: number, code: number): Set<string> {
  const codes = new Map<string, string>();
  const ambiguous = new Set<string>();
  const seen = new Set<SourceCell>();
  for (const row of found.body) {
    const cells = table.rows[row]!;
    const raw = cells[code] ?? null;
    const key = typeof raw === 'string' ? `${raw}\u0000${cells[label]}` : raw;
    if (seen.has(key)) continue;
    seen.add(key);
    const [name, own] = [tidyName(cells[label]), tidyName(raw)];
    if (own === '') continue;
    const known = codes.get(name);
    if (known === undefined) codes.set(name, own);
    else if (known !== own) ambiguous.add(name);
  }
  return ambiguous;
}
