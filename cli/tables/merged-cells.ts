import { MERGED } from '../../engine/importing/read/figures.js';
import { guessHeader } from '../../engine/importing/read/find-table.js';
import { isBlank, type SourceCell } from '../../engine/importing/read/source-table.js';
import { readYear } from '../../engine/importing/read/years.js';
import type { MergedRange, SheetCells } from './sheet-cells.js';

/**
 * Rows of a sheet in which merged cells below the headings are resolved: a name or a year that is merged downwards stands in every row it covers;
 * one figure merged over several cells becomes a text that is no figure, in each of them, since nobody can tell what part of it is whose.
 */
export function resolveMerged({ rows, merged }: SheetCells): readonly (readonly SourceCell[])[] {
  const header = guessHeader(rows) ?? 0;
  const below = merged.filter(({ top }) => top > header);
  for (const range of below) {
    const first = rows[range.top]?.[range.left];
    if (isBlank(first)) continue;
    const figure = isFigure(first!) && !isLabelColumn(below, rows.length - header, range);
    for (let row = range.top; row <= Math.min(range.bottom, rows.length - 1); row++) {
      const cells = rows[row]!;
      for (let column = range.left; column <= (figure ? range.right : range.left); column++) {
        while (cells.length <= column) cells.push(null);
        cells[column] = figure ? `${MERGED}${first}` : first!;
      }
    }
  }
  return rows;
}

function isFigure(cell: SourceCell): boolean {
  if (readYear(cell) !== undefined) return false;
  return typeof cell === 'number' || /^[-+(]?[\d.,\s]+\)?$/.test(cell ?? '');
}

/** True where merged cells fill most of a column, as codes beside names do. */
function isLabelColumn(merged: readonly MergedRange[], rows: number, { left, right }: MergedRange): boolean {
  if (left !== right) return false;
  const covered = merged.filter((each) => each.left === left && each.right === left);
  return covered.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0) >= rows * 0.4;
}
