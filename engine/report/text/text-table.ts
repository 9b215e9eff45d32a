import { printable } from '../../files/hidden-characters.js';
import { displayWidth, pad, truncate, wrapWords } from './text-width.js';

/** How a terminal shows text. */
export interface Layout {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

export type TextStyle = 'strong' | 'dim' | 'good' | 'bad';

/** A cell, already formatted. */
export type TextCell = string | { readonly text: string; readonly style: TextStyle };

export interface TextColumn {
  readonly heading: string;
  /** Printed below the heading. */
  readonly unit?: string;
  /** Default left; numbers go right. */
  readonly align?: 'left' | 'right';
  /** Heading over this and the neighbouring columns of the same group. */
  readonly group?: string;
  /** One of a series such as years: of a table too wide, the first, the last and round ones between are shown. */
  readonly series?: boolean;
  /** Cut only where shortening the other texts does not make room. */
  readonly whole?: boolean;
}

export interface TextTable {
  /** What the table shows, with place, year, currency and price basis. */
  readonly title: string;
  readonly columns: readonly TextColumn[];
  /** Cells in the order of the columns; `rule` draws a line. */
  readonly rows: readonly (readonly TextCell[] | 'rule')[];
  /** What names a row: so many columns from the left, repeated where the table must be cut into blocks. Default 1. */
  readonly keys?: number;
  /** Lines of prose below, wrapped. */
  readonly notes?: readonly string[];
  /** Whether the headings follow the title at once, where a screen holds several tables. */
  readonly tight?: boolean;
}

const GAP = 2;
/** A name may be cut to this before years are left out, and to the second before the table is cut into blocks. */
const COMFORTABLE_TEXT = 32;
const SHORTEST_TEXT = 20;

/**
 * Draws a table for a terminal: title, headings with units, a thin rule, aligned cells, notes. Never wider than the layout: first long names are
 * cut a little, then years left out (a note says so), then the columns go into blocks below each other. Lines end in `\n`.
 *
 * @example
 * const columns = [{ heading: 'region' }, { heading: 'output', unit: '10^8 yuan', align: 'right' }];
 * renderTextTable({ title: 'Output', columns, rows: [['Jilin', '1,234']] }, { width: 80, colour: false }); // → 'Output\n\nregion     output\n        10^8 yuan\n─────────────────\nJilin       1,234\n'
 */
export function renderTextTable(table: TextTable, layout: Layout): string {
  const cells = table.rows.map((row) => (row === 'rule' ? row : row.map(cleanCell)));
  const own = table.columns.map((column, c) => naturalWidth(column, cells, c));
  const natural = roomForGroups(table.columns, own, layout.width);
  const { chosen, left } = chooseColumns(table.columns, natural, layout.width);
  const { widths, blocks } = chooseBlocks(table, chosen, natural, layout.width);
  const lines = wrapWords(printable(table.title), layout.width).map((line) => paint(line, 'strong', layout));
  for (const [k, block] of blocks.entries()) {
    if (k > 0 || table.tight !== true) lines.push('');
    lines.push(...drawBlock(table.columns, cells, block, widths, layout));
  }
  const notes = [...(table.notes ?? []), ...(left === 0 ? [] : [leftOut(table.columns, chosen)])];
  if (notes.length > 0) lines.push('');
  for (const note of notes) {
    for (const line of wrapWords(printable(note), layout.width, '  ')) lines.push(paint(line, 'dim', layout));
  }
  return `${lines.join('\n')}\n`;
}

/** Paints a text with the escape codes of a terminal, if the layout has colour. */
export function paint(text: string, style: TextStyle, layout: Layout): string {
  if (!layout.colour || text.trim() === '') return text;
  const [on, off] = { strong: [1, 22], dim: [2, 22], good: [32, 39], bad: [31, 39] }[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

interface Cell {
  readonly text: string;
  readonly style: TextStyle | null;
}
type Row = readonly Cell[] | 'rule';

function cleanCell(cell: TextCell): Cell {
  return typeof cell === 'string'
    ? { text: printable(cell), style: null }
    : { text: printable(cell.text), style: cell.style };
}

function naturalWidth(column: TextColumn, rows: readonly Row[], c: number): number {
  let width = Math.max(displayWidth(column.heading), displayWidth(column.unit ?? ''), 1);
  for (const row of rows) if (row !== 'rule') width = Math.max(width, displayWidth(row[c]?.text ?? ''));
  return width;
}

/** Widths with room for the headings over groups of columns, where the table then still fits. */
function roomForGroups(columns: readonly TextColumn[], own: readonly number[], width: number): readonly number[] {
  const widths = [...own];
  for (let c = 0; c < columns.length; ) {
    const { group } = columns[c]!;
    let end = c + 1;
    while (end < columns.length && columns[end]!.group === group) end += 1;
    const missing = displayWidth(group ?? '') - total(widths.slice(c, end));
    if (missing > 0) widths[end - 1]! += missing;
    c = end;
  }
  return total(widths) <= width ? widths : own;
}

/** All columns if they fit, with names cut to a comfortable length at worst; else fewer of a series. */
function chooseColumns(columns: readonly TextColumn[], natural: readonly number[], width: number) {
  const all = columns.map((_, c) => c);
  const least = natural.map((each, c) => (isText(columns[c]!) ? Math.min(each, COMFORTABLE_TEXT) : each));
  const series = all.filter((c) => columns[c]!.series === true);
  const fits = (chosen: readonly number[]) => total(chosen.map((c) => least[c]!)) <= width;
  if (series.length < 3 || fits(all)) return { chosen: all, left: 0 };
  const first = series[0]!;
  const last = series.at(-1)!;
  const number = (c: number, index: number) => {
    const heading = Number(columns[c]!.heading);
    return Number.isInteger(heading) ? heading : index;
  };
  for (const step of [2, 5, 10, 20, 25, 50, 100, 200, 500, Number.POSITIVE_INFINITY]) {
    const kept = new Set(series.filter((c, index) => c === first || c === last || number(c, index) % step === 0));
    const chosen = all.filter((c) => columns[c]!.series !== true || kept.has(c));
    if (fits(chosen) || step === Number.POSITIVE_INFINITY) return { chosen, left: all.length - chosen.length };
  }
  return { chosen: all, left: 0 };
}

/** Widths of the columns and, where they do not fit side by side even with short names, the blocks they go into. */
function chooseBlocks(table: TextTable, chosen: readonly number[], natural: readonly number[], width: number) {
  const widths = [...natural];
  const shrink = (which: readonly number[], floor: number) => {
    let excess = total(which.map((c) => widths[c]!)) - width;
    while (excess > 0) {
      const shrinkable = which.filter((c) => isText(table.columns[c]!) && widths[c]! > floor);
      const others = shrinkable.filter((c) => table.columns[c]!.whole !== true);
      const candidates = others.length > 0 ? others : shrinkable;
      if (candidates.length === 0) return;
      const widest = candidates.reduce((a, b) => (widths[b]! > widths[a]! ? b : a));
      widths[widest]! -= 1;
      excess -= 1;
    }
  };
  shrink(chosen, SHORTEST_TEXT);
  if (total(chosen.map((c) => widths[c]!)) <= width) return { widths, blocks: [chosen] };
  for (const c of chosen) widths[c] = isText(table.columns[c]!) ? Math.min(natural[c]!, COMFORTABLE_TEXT) : natural[c]!;
  const keys = chosen.slice(0, table.keys ?? 1);
  const others = chosen.slice(keys.length);
  const keyShare = Math.max(1, Math.floor(width / 2 / Math.max(1, keys.length)) - GAP);
  for (const c of keys) widths[c] = Math.min(widths[c]!, keyShare);
  const room = Math.max(1, width - total(keys.map((c) => widths[c]!)) - GAP);
  for (const c of others) widths[c] = Math.min(widths[c]!, room);
  const blocks: number[][] = [];
  let used = 0;
  for (const c of others) {
    const block = blocks.at(-1);
    if (block === undefined || used + GAP + widths[c]! > room) {
      blocks.push([...keys, c]);
      used = widths[c]!;
    } else {
      block.push(c);
      used += GAP + widths[c]!;
    }
  }
  return { widths, blocks: blocks.length === 0 ? [keys] : blocks };
}

function isText(column: TextColumn): boolean {
  return column.align !== 'right';
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
}

function drawBlock(
  columns: readonly TextColumn[],
  rows: readonly Row[],
  block: readonly number[],
  widths: readonly number[],
  layout: Layout,
): string[] {
  const rule = paint('─'.repeat(total(block.map((c) => widths[c]!))), 'dim', layout);
  const line = (cells: readonly Cell[]) =>
    block
      .map((c, index) => {
        const cell = cells[c] ?? { text: '', style: null };
        const text = pad(truncate(cell.text, widths[c]!), widths[c]!, columns[c]!.align ?? 'left');
        const shown = index === block.length - 1 ? text.trimEnd() : text;
        return cell.style === null ? shown : paint(shown, cell.style, layout);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const plain = (text: string): Cell => ({ text: printable(text), style: null });
  const lines: string[] = [];
  if (block.some((c) => columns[c]!.group !== undefined)) lines.push(groupLine(columns, block, widths));
  lines.push(line(columns.map((column) => plain(column.heading))));
  if (block.some((c) => columns[c]!.unit !== undefined)) {
    lines.push(line(columns.map((column) => ({ text: printable(column.unit ?? ''), style: 'dim' as const }))));
  }
  lines.push(rule);
  for (const row of rows) lines.push(row === 'rule' ? rule : line(row));
  return lines;
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

function leftOut(columns: readonly TextColumn[], chosen: readonly number[]): string {
  const all = columns.filter((column) => column.series === true).length;
  const shown = chosen.filter((c) => columns[c]!.series === true).length;
  return `${shown} of ${all} columns shown; --format csv or json gives all.`;
}
