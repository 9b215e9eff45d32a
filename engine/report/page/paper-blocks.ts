import { textWidth } from '../figures/drawing/text-measure.js';
import type { TextCell, TextTable } from '../text/text-table.js';

/** Between the margins of A4, in CSS pixels, and how tables are set there. */
const PAPER = { room: 688, size: 9.4, gap: 10 };
/** Prose and names break into lines, so that they ask for no more than this. */
const MOST_OF_PROSE = { text: 84, name: 170 };

/**
 * A table in blocks of columns that each fit a sheet of A4, what names the rows being repeated in each; one block where it fits as it is.
 *
 * @example
 * paperBlocks({ title: 'Output', columns: [{ heading: 'region' }, { heading: '2030', align: 'right' }], rows: [['Jilin', '1,234']] }).length; // → 1
 */
export function paperBlocks(table: TextTable): TextTable[] {
  const keys = table.keys ?? 1;
  const widths = table.columns.map((column, c) => {
    const texts = [column.heading, column.unit ?? '', ...table.rows.map((row) => textOf(row === 'rule' ? '' : row[c]))];
    const widest = Math.max(...texts.map((text) => textWidth(text, PAPER.size)));
    const most = column.align === 'right' ? Number.POSITIVE_INFINITY : MOST_OF_PROSE[c < keys ? 'name' : 'text'];
    return Math.min(widest, most) + PAPER.gap;
  });
  const names = table.columns.slice(0, keys).map((_, c) => c);
  const start = names.reduce((sum, c) => sum + widths[c]!, 0);
  const blocks: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (let c = keys; c < table.columns.length; c++) {
    if (used + widths[c]! > PAPER.room) {
      blocks.push([]);
      used = start;
    }
    blocks.at(-1)!.push(c);
    used += widths[c]!;
  }
  if (blocks.length < 2) return [table];
  // Blocks of about as many columns each, so that the last is no sliver.
  const each = Math.ceil((table.columns.length - keys) / blocks.length);
  const even = blocks.map((_, b) => table.columns.map((_, c) => c).slice(keys + b * each, keys + (b + 1) * each));
  const fits = even.every((block) => start + block.reduce((sum, c) => sum + widths[c]!, 0) <= PAPER.room);
  return (fits ? even : blocks)
    .filter((block) => block.length > 0)
    .map((block, b) => {
      const chosen = [...names, ...block];
      return {
        ...table,
        title: b === 0 ? table.title : `${table.title} (continued)`,
        columns: chosen.map((c) => table.columns[c]!),
        rows: table.rows.map((row) => (row === 'rule' ? row : chosen.map((c) => row[c] ?? ''))),
      };
    });
}

function textOf(cell: TextCell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
}
