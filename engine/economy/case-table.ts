import { createMistakeList, type MistakeList } from '../files/mistake-list.js';
import { parseNumberCell } from '../files/number-cell.js';
import { readTable, type Table, type TableColumns } from '../files/table.js';
import type { Position } from '../mistakes.js';

/** A table of a case with the list that its mistakes go to. */
export interface CaseTable {
  readonly table: Table;
  readonly mistakes: MistakeList;
}

/** The numbers that a column of a table takes. */
export interface NumberRule {
  readonly low: number;
  readonly high: number;
  /** True where `low` itself is allowed. */
  readonly inclusive: boolean;
  /** The rule in words, as they end "must be". */
  readonly words: string;
}

/** Beyond these a figure is a slip of units, and products of four such figures would leave the range of numbers. */
const LARGEST = 1e30;
const SMALLEST = 1e-30;

export const ZERO_OR_MORE: NumberRule = { low: 0, high: LARGEST, inclusive: true, words: '0 or more' };
export const ABOVE_ZERO: NumberRule = { low: 0, high: LARGEST, inclusive: false, words: 'above 0' };
export const ZERO_TO_ONE: NumberRule = { low: 0, high: 1, inclusive: true, words: 'between 0 and 1' };

const STATUSES: ReadonlySet<string> = new Set(['published', 'derived', 'estimated']);
const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const LONGEST_NAME = 200;

/** Opens a table of a case; where it cannot be read its rows are empty and its mistakes are not. */
export function openTable(file: string, bytes: Uint8Array, columns: TableColumns): CaseTable {
  const mistakes = createMistakeList(file);
  return { table: readTable(file, bytes, columns, mistakes), mistakes };
}

/** The place of a cell, computed only where it is asked for. */
export function at(source: CaseTable, row: number, column: number): () => Position {
  return () => source.table.positionOf(row, column);
}

/** "first on line 12", for the second of two rows that say the same. */
export function firstOn(source: CaseTable, row: number): string {
  return `first on line ${source.table.positionOf(row, 0).line}`;
}

/** A name, or undefined with the mistake added: blank, too long, holding control characters, or unsafe as a key. */
export function nameCell(source: CaseTable, row: number, column: number): string | undefined {
  const name = source.table.rows[row]![column]!;
  const title = source.table.columns[column]!;
  if (name === '') source.mistakes.add(at(source, row, column), `${title} is blank`);
  else if (/\p{Cc}/u.test(name))
    source.mistakes.add(at(source, row, column), `${title} holds a line break or control character`);
  else if (name.length > LONGEST_NAME)
    source.mistakes.add(at(source, row, column), `${title} is longer than ${LONGEST_NAME} characters`);
  else if (UNSAFE_NAMES.has(name))
    source.mistakes.add(at(source, row, column), `"${name}" cannot be used as ${title}`, 'rename it');
  else return name;
  return undefined;
}

/** A number within a rule, or undefined with the mistake added. */
export function numberCell(source: CaseTable, row: number, column: number, rule: NumberRule): number | undefined {
  const cell = source.table.rows[row]![column]!;
  const value = parseNumberCell(cell);
  const title = source.table.columns[column]!;
  if (typeof value !== 'number') {
    source.mistakes.add(at(source, row, column), `${title}: ${value.message}`, value.hint);
    return undefined;
  }
  if (value < rule.low || (value === rule.low && !rule.inclusive) || (value > rule.high && rule.high < LARGEST)) {
    source.mistakes.add(at(source, row, column), `${title} must be ${rule.words}, not ${cell}`);
    return undefined;
  }
  if (Math.abs(value) > LARGEST || (value !== 0 && Math.abs(value) < SMALLEST)) {
    source.mistakes.add(
      at(source, row, column),
      `${title}: ${cell} is beyond what tables hold`,
      'between 1e-30 and 1e30; check the unit',
    );
    return undefined;
  }
  return value;
}

/** Reads a cell as `numberCell` does, but a blank one is null. */
export function optionalNumberCell(
  source: CaseTable,
  row: number,
  column: number,
  rule: NumberRule,
): number | null | undefined {
  return source.table.rows[row]![column] === '' ? null : numberCell(source, row, column, rule);
}

/** A year, or undefined with the mistake added. */
export function yearCell(source: CaseTable, row: number, column: number): number | undefined {
  const cell = source.table.rows[row]![column]!;
  if (/^[1-9]\d{0,3}$/.test(cell)) return Number(cell);
  const message = cell === '' ? 'year is blank' : `year: ${JSON.stringify(cell.slice(0, 40))} is not a year`;
  source.mistakes.add(at(source, row, column), message, 'write a whole number such as 2011');
  return undefined;
}

/** Checks that a row says what it rests on. */
export function checkStatus(source: CaseTable, row: number, column: number): void {
  const cell = source.table.rows[row]![column];
  if (cell === undefined || STATUSES.has(cell)) return;
  const message = cell === '' ? 'status is blank' : `status cannot be ${JSON.stringify(cell.slice(0, 40))}`;
  source.mistakes.add(at(source, row, column), message, 'published, derived or estimated');
}
