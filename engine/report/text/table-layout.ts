import { sum } from '../../statistics/sum.js';
import type { TextColumn, TextTable } from './text-table.js';
import { displayWidth } from './text-width.js';

/** Spaces between columns. */
export const GAP = 2;
/** A name may be cut to this before years are left out, and to the second before the table is cut into blocks. */
const COMFORTABLE_TEXT = 32;
const SHORTEST_TEXT = 20;

/** The columns that are shown, their widths, and the blocks they go into where they do not fit side by side. */
export interface TableLayout {
  readonly chosen: readonly number[];
  /** Width of every column of the table, in characters. */
  readonly widths: readonly number[];
  readonly blocks: readonly (readonly number[])[];
}

/**
 * Fits a table into a width: first long names are cut a little, then columns of a series are left out, then the columns go into blocks below
 * each other.
 *
 * @param cellWidths for each column the width of its widest cell
 */
export function layOutTable(table: TextTable, cellWidths: readonly number[], width: number): TableLayout {
  const own = table.columns.map(({ heading, unit = '' }, c) =>
    Math.max(displayWidth(heading), displayWidth(unit), cellWidths[c]!, 1),
  );
  const natural = roomForGroups(table.columns, own, width);
  const chosen = chooseColumns(table.columns, natural, width);
  return { chosen, ...chooseBlocks(table, chosen, natural, width) };
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
function chooseColumns(columns: readonly TextColumn[], natural: readonly number[], width: number): number[] {
  const all = columns.map((_, c) => c);
  const least = natural.map((each, c) => (isText(columns[c]!) ? Math.min(each, COMFORTABLE_TEXT) : each));
  const series = all.filter((c) => columns[c]!.series === true);
  const fits = (chosen: readonly number[]) => total(chosen.map((c) => least[c]!)) <= width;
  if (series.length < 3 || fits(all)) return all;
  const ends = new Set([series[0]!, series.at(-1)!]);
  const number = (c: number, index: number) => {
    const heading = Number(columns[c]!.heading);
    return Number.isInteger(heading) ? heading : index;
  };
  for (const step of [2, 5, 10, 20, 25, 50, 100, 200, 500]) {
    const kept = new Set(series.filter((c, index) => ends.has(c) || number(c, index) % step === 0));
    const chosen = all.filter((c) => columns[c]!.series !== true || kept.has(c));
    if (fits(chosen)) return chosen;
  }
  return all.filter((c) => columns[c]!.series !== true || ends.has(c));
}

/** Widths of the columns and, where they do not fit side by side even with short names, the blocks they go into. */
function chooseBlocks(table: TextTable, chosen: readonly number[], natural: readonly number[], width: number) {
  const { columns } = table;
  const widths = [...natural];
  shorten(widths, columns, chosen, width);
  if (total(chosen.map((c) => widths[c]!)) <= width) return { widths, blocks: [chosen] };
  for (const c of chosen) widths[c] = isText(columns[c]!) ? Math.min(natural[c]!, COMFORTABLE_TEXT) : natural[c]!;
  const keys = chosen.slice(0, table.keys ?? 1);
  const others = chosen.slice(keys.length);
  const keyShare = Math.max(1, Math.floor(width / 2 / Math.max(1, keys.length)) - GAP);
  for (const c of keys) widths[c] = Math.min(widths[c]!, keyShare);
  const room = Math.max(1, width - total(keys.map((c) => widths[c]!)) - GAP);
  for (const c of others) widths[c] = Math.min(widths[c]!, room);
  return { widths, blocks: packBlocks(keys, others, widths, room) };
}

/** Makes the widest of the texts narrower, character by character, until the columns fit or all texts are short. */
function shorten(widths: number[], columns: readonly TextColumn[], chosen: readonly number[], width: number): void {
  for (let excess = total(chosen.map((c) => widths[c]!)) - width; excess > 0; excess--) {
    const shrinkable = chosen.filter((c) => isText(columns[c]!) && widths[c]! > SHORTEST_TEXT);
    const others = shrinkable.filter((c) => columns[c]!.whole !== true);
    const candidates = others.length > 0 ? others : shrinkable;
    if (candidates.length === 0) return;
    const widest = candidates.reduce((a, b) => (widths[b]! > widths[a]! ? b : a));
    widths[widest]! -= 1;
  }
}

/** Blocks that begin with the key columns and hold as many of the others as there is room for. */
function packBlocks(
  keys: readonly number[],
  others: readonly number[],
  widths: readonly number[],
  room: number,
): number[][] {
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
  return blocks.length === 0 ? [[...keys]] : blocks;
}

function isText(column: TextColumn): boolean {
  return column.align !== 'right';
}

/** Width of some columns side by side. */
export function total(widths: readonly number[]): number {
  return sum(widths) + GAP * Math.max(0, widths.length - 1);
}
