import { printable } from '../../files/hidden-characters.js';
import { cleanCell, drawBlock, paint, type Row } from './table-block.js';
import { layOutTable } from './table-layout.js';
import type { Layout, TextColumn, TextTable } from './text-table.js';
import { displayWidth, wrapWords } from './text-width.js';

/**
 * Draws a table for a terminal: title, headings with units, a thin rule, aligned cells, notes. Never wider than the layout: first long names are
 * cut a little, then years left out (a note says so), then the columns go into blocks below each other. Lines end in `\n`.
 *
 * @example
 * const columns = [{ heading: 'region' }, { heading: 'output', unit: '10^8 yuan', align: 'right' }];
 * renderTextTable({ title: 'Output', columns, rows: [['Jilin', '1,234']] }, { width: 80, colour: false }); // → 'Output\n\nregion     output\n        10^8 yuan\n─────────────────\nJilin       1,234\n'
 */
export function renderTextTable(table: TextTable, layout: Layout): string {
  const rows = table.rows.map((row): Row => (row === 'rule' ? row : row.map(cleanCell)));
  const cellWidths = table.columns.map((_, c) => widestCell(rows, c));
  const { chosen, widths, blocks } = layOutTable(table, cellWidths, layout.width);
  const lines = wrapWords(printable(table.title), layout.width).map((line) => paint(line, 'strong', layout));
  for (const [k, block] of blocks.entries()) {
    if (k > 0 || table.tight !== true) lines.push('');
    lines.push(...drawBlock(table.columns, rows, { block, widths }, layout));
  }
  const notes = [
    ...(table.notes ?? []),
    ...(chosen.length === table.columns.length ? [] : [leftOut(table.columns, chosen)]),
  ];
  if (notes.length > 0) lines.push('');
  for (const note of notes) {
    for (const line of wrapWords(printable(note), layout.width, '  ')) lines.push(paint(line, 'dim', layout));
  }
  return `${lines.join('\n')}\n`;
}

function widestCell(rows: readonly Row[], c: number): number {
  return rows.reduce((width, row) => (row === 'rule' ? width : Math.max(width, displayWidth(row[c]?.text ?? ''))), 0);
}

/** A note on the columns of a series that are not shown. */
function leftOut(columns: readonly TextColumn[], chosen: readonly number[]): string {
  const all = columns.filter((column) => column.series === true).length;
  const shown = chosen.filter((c) => columns[c]!.series === true).length;
  return `${shown} of ${all} columns shown; --format csv or json gives all.`;
}
