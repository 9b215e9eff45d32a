import { evenly } from '../figures/drawing/evenly.js';
import { escapeText, trueMinus } from '../figures/drawing/svg.js';
import type { TextCell, TextColumn, TextTable } from '../text/text-table.js';
import { paperBlocks } from './paper-blocks.js';

/**
 * A text as HTML: escaped, powers raised, with a true minus before numbers.
 *
 * @example
 * richText('10^8 yuan <b>'); // → '10<sup>8</sup> yuan &lt;b&gt;'
 */
export function richText(text: string): string {
  return trueMinus(escapeText(text)).replace(/\^(\d{1,2})\b/g, '<sup>$1</sup>');
}

/**
 * A sentence that begins with a capital, even where it begins with the name of a file.
 *
 * @example
 * sentence('coordinated brings more.'); // → 'Coordinated brings more.'
 */
export function sentence(text: string): string {
  return text.replace(/^[a-z](?=[a-z])/, (letter) => letter.toUpperCase());
}

/**
 * A table with headings that name its rows and columns; wide ones scroll in a frame of their own that the keyboard reaches, and stand on paper in
 * blocks of columns below each other.
 *
 * @param printed false for a table that is left out on paper
 */
export function htmlTable(table: TextTable, printed = true): string {
  const blocks = printed ? paperBlocks(table) : [];
  const paper = blocks.length < 2 ? '' : `<div class="on-paper">${blocks.map(tableElement).join('')}</div>`;
  const notes = (table.notes ?? []).map((note) => `<p class="note">${richText(note)}</p>`);
  return (
    `<div class="scroll${paper === '' ? '' : ' on-screen'}" tabindex="0" role="group" aria-label="${escapeText(table.title)}">${tableElement(table)}</div>` +
    `${paper}${notes.join('')}`
  );
}

function tableElement(table: TextTable): string {
  const keys = table.keys ?? 1;
  const head = `${groupRow(table.columns)}<tr>${table.columns.map((column) => headCell(column)).join('')}</tr>`;
  const rows = table.rows.filter((row) => row !== 'rule');
  const ruled = new Set<number>();
  let index = 0;
  for (const row of table.rows) {
    if (row === 'rule') ruled.add(index);
    else index += 1;
  }
  const body = rows.map((row, r) => {
    const cells = table.columns.map((column, c) => bodyCell(row[c] ?? '', column, c < keys));
    return `<tr${ruled.has(r) ? ' class="rule"' : ''}>${cells.join('')}</tr>`;
  });
  return `<table><caption><span>${richText(table.title)}</span></caption><thead>${head}</thead><tbody>${body.join('')}</tbody></table>`;
}

/** At most so many rows and columns of a series of a table, with a note on what is left out and where it is. */
export function shortened(table: TextTable, where: string, rows = 24, series = 21): TextTable {
  const places = table.columns.flatMap((column, c) => (column.series === true ? [c] : []));
  const kept = new Set(evenly(places.length, series).map((k) => places[k]!));
  const columns = table.columns.map((_, c) => c).filter((c) => table.columns[c]!.series !== true || kept.has(c));
  if (table.rows.length <= rows && columns.length === table.columns.length) return table;
  return {
    ...table,
    columns: columns.map((c) => table.columns[c]!),
    rows: table.rows.slice(0, rows).map((row) => (row === 'rule' ? row : columns.map((c) => row[c] ?? ''))),
    notes: [
      ...(table.notes ?? []),
      `Shortened from ${table.rows.length} rows and ${places.length} years; ${where} gives all.`,
    ],
  };
}

/** Something behind a line that opens it; open on paper. */
export function details(summary: string, content: string): string {
  return `<details><summary>${richText(summary)}</summary>${content}</details>`;
}

/** The same of what a picture shows already, or what files hold: it is left out on paper. */
export function aside(summary: string, content: string): string {
  return `<details class="aside"><summary>${richText(summary)}</summary>${content}</details>`;
}

function groupRow(columns: readonly TextColumn[]): string {
  if (columns.every((column) => column.group === undefined)) return '';
  const cells: string[] = [];
  for (let c = 0; c < columns.length; ) {
    const { group } = columns[c]!;
    let end = c + 1;
    while (end < columns.length && columns[end]!.group === group) end += 1;
    const span = end - c;
    cells.push(
      group === undefined
        ? `<td${span > 1 ? ` colspan="${span}"` : ''}></td>`
        : `<th scope="colgroup" colspan="${span}">${richText(group)}</th>`,
    );
    c = end;
  }
  return `<tr class="groups">${cells.join('')}</tr>`;
}

function headCell(column: TextColumn): string {
  const unit = column.unit === undefined ? '' : `<span class="unit">${richText(column.unit)}</span>`;
  if (column.heading === '' && unit === '') return '<td></td>';
  return `<th scope="col"${column.align === 'right' ? ' class="number"' : ''}>${richText(column.heading)} ${unit}</th>`;
}

function bodyCell(cell: TextCell, column: TextColumn, names: boolean): string {
  const { text, style } = typeof cell === 'string' ? { text: cell, style: null } : cell;
  const classes = [column.align === 'right' ? 'number' : '', style ?? ''].filter((each) => each !== '').join(' ');
  const attribute = classes === '' ? '' : ` class="${classes}"`;
  return names && text.trim() !== ''
    ? `<th scope="row"${attribute}>${richText(text)}</th>`
    : `<td${attribute}>${richText(text)}</td>`;
}
