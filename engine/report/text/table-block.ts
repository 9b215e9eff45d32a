import { printable } from '../../files/hidden-characters.js';
import { GAP, total } from './table-layout.js';
import type { Layout, TextCell, TextColumn, TextStyle } from './text-table.js';
import { displayWidth, pad, truncate } from './text-width.js';

/** A cell without characters that could steer the terminal. */
export interface Cell {
  readonly text: string;
  readonly style: TextStyle | null;
}
/** A row of cells, or a line across. */
export type Row = readonly Cell[] | 'rule';

/** Replaces the control characters of a cell. */
export function cleanCell(cell: TextCell): Cell {
  return typeof cell === 'string'
    ? { text: printable(cell), style: null }
    : { text: printable(cell.text), style: cell.style };
}

/** Columns that stand side by side, by index, and the widths of all columns. */
interface Block {
  readonly block: readonly number[];
  readonly widths: readonly number[];
}

/** Lines of a block: headings over groups, headings, units, a rule, then the rows. */
export function drawBlock(
  columns: readonly TextColumn[],
  rows: readonly Row[],
  { block, widths }: Block,
  layout: Layout,
): string[] {
  const rule = paint('─'.repeat(total(block.map((c) => widths[c]!))), 'dim', layout);
  const line = (cells: readonly Cell[]) => cellLine(columns, cells, { block, widths }, layout);
  const lines: string[] = [];
  if (block.some((c) => columns[c]!.group !== undefined)) lines.push(groupLine(columns, block, widths));
  lines.push(line(columns.map(({ heading }) => ({ text: printable(heading), style: null }))));
  if (block.some((c) => columns[c]!.unit !== undefined)) {
    lines.push(line(columns.map(({ unit = '' }) => ({ text: printable(unit), style: 'dim' }))));
  }
  lines.push(rule);
  for (const row of rows) lines.push(row === 'rule' ? rule : line(row));
  return lines;
}

/** One line of cells, each cut and filled to the width of its column. */
function cellLine(
  columns: readonly TextColumn[],
  cells: readonly Cell[],
  { block, widths }: Block,
  layout: Layout,
): string {
  return block
    .map((c, index) => {
      const cell = cells[c] ?? { text: '', style: null };
      const text = pad(truncate(cell.text, widths[c]!), widths[c]!, columns[c]!.align ?? 'left');
      const shown = index === block.length - 1 ? text.trimEnd() : text;
      return cell.style === null ? shown : paint(shown, cell.style, layout);
    })
    .join(' '.repeat(GAP))
    .trimEnd();
}

/** Headings over groups of columns, each followed by a rule over the rest of its columns. */
function groupLine(columns: readonly TextColumn[], block: readonly number[], widths: readonly number[]): string {
  let text = '';
  for (let index = 0; index < block.length; ) {
    const group = columns[block[index]!]!.group;
    let end = index + 1;
    while (end < block.length && columns[block[end]!]!.group === group) end += 1;
    const span = total(block.slice(index, end).map((c) => widths[c]!));
    const heading = truncate(printable(group ?? ''), span);
    const rest = span - displayWidth(heading);
    text += group === undefined || rest < 2 ? pad(heading, span, 'left') : `${heading} ${'─'.repeat(rest - 1)}`;
    text += ' '.repeat(GAP);
    index = end;
  }
  return text.trimEnd();
}

/** Paints a text with the escape codes of a terminal, if the layout has colour. */
export function paint(text: string, style: TextStyle, layout: Layout): string {
  if (!layout.colour || text.trim() === '') return text;
  const [on, off] = { strong: [1, 22], dim: [2, 22], good: [32, 39], bad: [31, 39] }[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
