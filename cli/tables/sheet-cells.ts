import type { SourceCell } from '../../engine/importing/read/source-table.js';
import { dateOf } from './number-formats.js';
import { readXml } from './xml.js';

/** Texts and formats that cells of all sheets refer to. */
export interface SharedCells {
  readonly texts: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** Cells that are one, rows and columns from 0, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The cells of a sheet and which of them are merged. */
export interface SheetCells {
  readonly rows: SourceCell[][];
  readonly merged: readonly MergedRange[];
}

/** Beyond this a sheet has no cells that anybody wrote. */
const MOST_COLUMNS = 16_384;

/** A cell while it is read. */
interface OpenCell {
  type: string;
  style: number;
  value: string;
  formula: string | null;
}

/**
 * Reads the cells of a sheet. Numbers of a date's format become dates in ISO form, errors their sign (`#REF!`), formulas without a stored result
 * a text that begins with `=`. Cells without a reference follow the one before.
 */
export function readSheetCells(bytes: Uint8Array, shared: SharedCells): SheetCells {
  const rows: SourceCell[][] = [];
  const merged: MergedRange[] = [];
  let [row, column] = [-1, -1];
  let cell: OpenCell | null = null;
  let into: 'value' | 'formula' | null = null;
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes().r ?? row + 2) - 1;
        column = -1;
      } else if (name === 'c') {
        const { r, t = 'n', s = '-1' } = attributes();
        const at = r === undefined ? null : placeOf(r);
        column = at?.column ?? column + 1;
        if (at !== null) row = at.row;
        cell = { type: t, style: Number(s), value: '', formula: null };
      } else if (cell !== null && name === 'f') {
        cell.formula = '';
        into = 'formula';
      } else if (cell !== null && (name === 'v' || name === 't')) into = 'value';
      else if (name === 'rPh') into = null;
      else if (name === 'mergeCell') merged.push(...rangeOf(attributes().ref ?? ''));
    },
    text(text) {
      if (cell === null || into === null) return;
      if (into === 'value') cell.value += text;
      else cell.formula = `${cell.formula}${text}`;
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') into = null;
      if (name !== 'c' || cell === null) return;
      if (column < MOST_COLUMNS) put(rows, row, column, contentOf(cell, shared));
      cell = null;
    },
  });
  for (let k = 0; k < rows.length; k++) rows[k] ??= [];
  return { rows, merged };
}

function put(rows: SourceCell[][], row: number, column: number, content: SourceCell): void {
  if (content === null) return;
  rows[row] ??= [];
  const cells = rows[row]!;
  while (cells.length < column) cells.push(null);
  cells[column] = content;
}

function contentOf({ type, style, value, formula }: OpenCell, { texts, dates, from1904 }: SharedCells): SourceCell {
  if (value === '' && type !== 'inlineStr') return formula === null ? null : `=${formula}`;
  if (type === 's') return texts[Number(value)] ?? null;
  if (type === 'b') return String(value === '1');
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return dates.has(style) && number > 0 && number < 2_958_466 ? dateOf(number, from1904) : number;
}

/**
 * Row and column of a reference, from 0; null where it is none.
 *
 * @example
 * placeOf('AB12'); // → { row: 11, column: 27 }
 */
export function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function rangeOf(reference: string): MergedRange[] {
  const [from, to] = reference.split(':').map(placeOf);
  if (!from || !to) return [];
  return [{ top: from.row, left: from.column, bottom: to.row, right: to.column }];
}
