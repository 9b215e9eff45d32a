import { createMistakeList, type MistakeList } from '../files/mistake-list.js';
import { knownNames, type Mistake, throwMistakes } from '../mistakes.js';
import { type Columns, findColumn, guessColumns, type NamedColumn } from './columns.js';
import { type Figure, readFigure, readYear } from './figures.js';
import { type FoundTable, findTable } from './find-table.js';
import { ungroupHeadings } from './group-headings.js';
import type { Guess, ImportSettings } from './settings.js';
import { cellPosition, isBlank, type SourceCell, type SourceTable, tidyName } from './source-table.js';
import { leadingCode } from './vocabulary.js';

/** A dimension of a panel: its names in order of appearance, and their codes, empty where there are none. */
export interface Axis {
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

/** What a source table says, not yet judged: totals among the industries, gaps and negative figures included. */
export interface Panel {
  readonly file: string;
  readonly regions: Axis;
  readonly industries: Axis;
  /** Ascending. */
  readonly years: readonly number[];
  /** Years × regions × industries; NaN where there is no figure. */
  readonly values: Float64Array;
  /** 1 where the source flags the figure as estimated. */
  readonly estimated: Uint8Array;
  /** What the figures are called, such as the heading of their column; null where nothing says. */
  readonly measure: string | null;
  /** Unit, where a column of the table names one. */
  readonly unit: string | null;
  /** Titles above the table and the name of its sheet. */
  readonly titles: readonly string[];
  readonly guesses: readonly Guess[];
  readonly notes: readonly string[];
}

/** More cells than any table within reach holds: the columns were guessed wrongly. */
const MOST_CELLS = 40_000_000;
const LONGEST_NAME = 200;
const UNSAFE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a table of somebody's own making as a panel of regions, industries and years. Throws a MistakesError with every mistake: what cannot
 * be found, cells that are no figures, rows that say the same thing twice.
 */
export function readPanel(table: SourceTable, settings: ImportSettings): Panel {
  const mistakes = createMistakeList(table.file);
  const panel = tryPanel(table, settings, mistakes);
  const list: readonly Mistake[] = mistakes.list();
  throwMistakes(list);
  return panel!;
}

function tryPanel(source: SourceTable, settings: ImportSettings, mistakes: MistakeList): Panel | undefined {
  const ungrouped = settings.headerRow === undefined ? ungroupHeadings(source) : null;
  const table = ungrouped?.table ?? source;
  const whole = findTable(table, settings.headerRow, mistakes);
  const found = whole && chooseRows(table, whole, settings, mistakes);
  const columns = found && guessColumns(table, found, settings, mistakes);
  if (!found || !columns) return undefined;
  const reader = createReader(table, found, columns, settings, mistakes);
  readRows(found, columns, reader);
  const panel = reader.finish();
  if (panel === undefined || ungrouped === null) return panel;
  const { groups } = ungrouped;
  const note = `two rows of headings, the upper one read as a column: ${groups[0]} … ${groups.at(-1)} (${groups.length})`;
  return { ...panel, notes: [note, ...panel.notes] };
}

/** The rows that `where` asks for. */
function chooseRows(
  table: SourceTable,
  found: FoundTable,
  settings: ImportSettings,
  mistakes: MistakeList,
): FoundTable | undefined {
  let body = found.body;
  for (const { column: name, value } of settings.where) {
    const column = findColumn(found.headings, name);
    const at = cellPosition(table, found.header, 0);
    if (column === undefined) {
      mistakes.add(at, `--where: no column "${name}"`, knownNames(name, found.headings));
      return undefined;
    }
    const wanted = tidyName(value);
    const kept = body.filter((row) => tidyName(table.rows[row]![column]) === wanted);
    if (kept.length === 0) {
      const contents = new Set<string>();
      for (const row of body) if (contents.size < 200) contents.add(tidyName(table.rows[row]![column]));
      mistakes.add(at, `--where: no row with "${value}" in column "${name}"`, knownNames(value, [...contents]));
      return undefined;
    }
    body = kept;
  }
  return { ...found, body };
}

interface Reader {
  region(row: number): number;
  industry(row: number): number;
  year(row: number): number;
  heading(column: number): number;
  add(row: number, column: number, region: number, industry: number, year: number): void;
  finish(): Panel | undefined;
}

function readRows(found: FoundTable, columns: Columns, reader: Reader): void {
  const { wideBy, figures } = columns;
  const headings = figures.map((column) => (wideBy === null ? -1 : reader.heading(column)));
  for (const row of found.body) {
    const region = wideBy === 'regions' ? 0 : reader.region(row);
    const industry = wideBy === 'industries' ? 0 : reader.industry(row);
    const year = wideBy === 'years' ? 0 : reader.year(row);
    if (region < 0 || industry < 0 || year < 0) continue;
    for (let k = 0; k < figures.length; k++) {
      const heading = headings[k]!;
      if (wideBy === null) reader.add(row, figures[k]!, region, industry, year);
      else if (heading < 0) continue;
      else if (wideBy === 'years') reader.add(row, figures[k]!, region, industry, heading);
      else if (wideBy === 'industries') reader.add(row, figures[k]!, region, heading, year);
      else reader.add(row, figures[k]!, heading, industry, year);
    }
  }
}

/** Names of a column as numbers in order of appearance. */
interface Coder {
  code(row: number): number;
  /** Numbers a name that does not stand in a column. */
  name(text: string, row: number, column: number): number;
  axis(): Axis;
}

function createCoder(
  what: string,
  table: SourceTable,
  found: FoundTable,
  column: NamedColumn | null,
  mistakes: MistakeList,
  notes: string[],
): Coder {
  const numbers = new Map<string, number>();
  const raw = new Map<SourceCell, number>();
  const labels: string[] = [];
  const codes: string[] = [];
  const fills = column !== null && fillsDown(table, found, column.label);
  if (fills) notes.push(`blank ${what} cells were read as the one above them`);
  // Two things of one name, told apart by their codes, keep both.
  const ambiguous = column?.code == null ? new Set<string>() : ambiguousLabels(table, found, column.label, column.code);
  let last = -1;
  const add = (label: string, code: string, row: number, at: number): number => {
    const name = ambiguous.has(label) && code !== '' ? `${label} (${code})` : label;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const place = cellPosition(table, row, at);
    if (name.length > LONGEST_NAME) mistakes.add(place, `${what} is longer than ${LONGEST_NAME} characters`);
    else if (UNSAFE.has(name)) mistakes.add(place, `"${name}" cannot be used as ${what}`, 'rename it');
    else {
      const number = labels.push(name) - 1;
      codes.push(code !== '' ? code : leadingCode(label));
      numbers.set(name, number);
      return number;
    }
    return -1;
  };
  return {
    code(row) {
      const cell = table.rows[row]![column!.label];
      const simple = column!.code === null || ambiguous.size === 0;
      const known = simple && cell !== undefined ? raw.get(cell) : undefined;
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
      last = add(label, code, row, column!.label);
      if (simple && cell !== undefined) raw.set(cell, last);
      return last;
    },
    name: (text, row, at) => add(text, '', row, at),
    axis: () => ({ names: labels, codes }),
  };
}

/** Whether a column names each thing only once, in the first row of its block, as merged cells of a workbook do. */
function fillsDown(table: SourceTable, found: FoundTable, column: number): boolean {
  let blank = 0;
  for (const row of found.body) if (isBlank(table.rows[row]![column])) blank += 1;
  return blank >= found.body.length * 0.4 && !isBlank(table.rows[found.body[0]!]![column]);
}

function ambiguousLabels(table: SourceTable, found: FoundTable, label: number, code: number): Set<string> {
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

function createReader(
  table: SourceTable,
  found: FoundTable,
  columns: Columns,
  settings: ImportSettings,
  mistakes: MistakeList,
): Reader {
  const notes: string[] = [];
  if (found.aside > 0)
    notes.push(
      `${counted(found.aside, 'row', 'rows')} outside the table left aside (titles, footnotes)${quotedTitles(found.above)}`,
    );
  const regions = createCoder('region', table, found, columns.region, mistakes, notes);
  const industries = createCoder('industry', table, found, columns.industry, mistakes, notes);
  const years: number[] = [];
  const yearNumbers = new Map<number, number>();
  const rawYears = new Map<SourceCell, number>();
  const size = found.body.length * columns.figures.length;
  const entries = {
    region: new Int32Array(size),
    industry: new Int32Array(size),
    year: new Int32Array(size),
    row: new Int32Array(size),
    value: new Float64Array(size),
    estimated: new Uint8Array(size),
  };
  let count = 0;
  const signs = new Map<string, number>();
  const flags = new Map<string, number>();
  const { from, to } = settings.years ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const numberYear = (year: number): number => {
    if (year < from || year > to) return -1;
    let number = yearNumbers.get(year);
    if (number === undefined) {
      number = years.push(year) - 1;
      yearNumbers.set(year, number);
    }
    return number;
  };
  return {
    region: (row) => regions.code(row),
    industry: (row) => industries.code(row),
    year(row) {
      const cell = table.rows[row]![columns.year!] ?? null;
      const known = rawYears.get(cell);
      if (known !== undefined) return known;
      const year = readYear(cell);
      if (year === undefined) {
        const shown = JSON.stringify(tidyName(cell).slice(0, 40));
        mistakes.add(
          cellPosition(table, row, columns.year!),
          `${shown} is not a year`,
          'years such as 2011; not quarters or months',
        );
        return -1;
      }
      const number = numberYear(year);
      rawYears.set(cell, number);
      return number;
    },
    heading(column) {
      const text = found.headings[column]!;
      if (columns.wideBy === 'years') return numberYear(readYear(text)!);
      return (columns.wideBy === 'industries' ? industries : regions).name(text, found.header, column);
    },
    add(row, column, region, industry, year) {
      const figure: Figure = readFigure(table.rows[row]![column], columns.mark);
      if (figure.kind === 'text') {
        const shown = JSON.stringify(tidyName(table.rows[row]![column]).slice(0, 40));
        mistakes.add(cellPosition(table, row, column), `${shown} is not a number`, 'see --decimal for decimal commas');
        return;
      }
      if (figure.kind === 'missing') {
        const sign = figure.sign === '' ? 'blank' : `"${figure.sign}"`;
        signs.set(sign, (signs.get(sign) ?? 0) + 1);
      } else if (figure.flag !== '') flags.set(figure.flag, (flags.get(figure.flag) ?? 0) + 1);
      entries.region[count] = region;
      entries.industry[count] = industry;
      entries.year[count] = year;
      entries.row[count] = row;
      entries.value[count] = figure.kind === 'number' ? figure.value : Number.NaN;
      entries.estimated[count] = figure.kind === 'number' && figure.flag === 'e' ? 1 : 0;
      count += 1;
    },
    finish() {
      const [R, I] = [regions.axis(), industries.axis()];
      const ascending = [...years].sort((a, b) => a - b);
      const place = years.map((year) => ascending.indexOf(year));
      const cells = R.names.length * I.names.length * years.length;
      const header = cellPosition(table, found.header, 0);
      if (cells > MOST_CELLS) {
        const sizes = `${R.names.length} regions × ${I.names.length} industries × ${years.length} years`;
        mistakes.add(header, `${sizes} are more cells than can be meant`, 'are the columns the right ones?');
      } else if (years.length < 2) {
        const only = years.length === 1 ? `only one year, ${years[0]}` : 'no year';
        mistakes.add(header, `${only}: growth needs two observed years or more`);
      }
      if (mistakes.list().length > 0) return undefined;
      const values = new Float64Array(cells).fill(Number.NaN);
      const estimated = new Uint8Array(cells);
      const rowOf = new Int32Array(cells).fill(-1);
      let twice = 0;
      let lastTwice = 0;
      for (let k = 0; k < count; k++) {
        const cell =
          (place[entries.year[k]!]! * R.names.length + entries.region[k]!) * I.names.length + entries.industry[k]!;
        if (rowOf[cell]! >= 0) {
          twice += 1;
          lastTwice = entries.row[k]!;
          if (twice > 3) continue;
          const what = `${R.names[entries.region[k]!]}, ${I.names[entries.industry[k]!]}, ${years[entries.year[k]!]}`;
          mistakes.add(
            cellPosition(table, entries.row[k]!, 0),
            `${what} stands twice`,
            `first on line ${table.lineOf(rowOf[cell]!)}${distinguishing(columns)}`,
          );
          continue;
        }
        rowOf[cell] = entries.row[k]!;
        values[cell] = entries.value[k]!;
        estimated[cell] = entries.estimated[k]!;
      }
      if (twice > 3) mistakes.add(cellPosition(table, lastTwice, 0), `${twice} rows in all stand twice`);
      if (signs.size > 0) notes.push(`no figure in ${listCounts(signs)}`);
      if (flags.size > 0)
        notes.push(`flagged figures: ${listCounts(flags)}${flags.has('b') ? ' (b: break in the series)' : ''}`);
      return {
        file: table.file,
        regions: R,
        industries: I,
        years: ascending,
        values,
        estimated,
        measure: columns.wideBy === null ? found.headings[columns.figures[0]!]! : null,
        unit: unitOf(table, found),
        titles: [...found.above, ...(table.sheet === null ? [] : [table.sheet])],
        guesses: columns.guesses,
        notes,
      };
    },
  };
}

/** Titles in a note, where units and price bases often stand. */
function quotedTitles(above: readonly string[]): string {
  const shown = above.filter((text) => text.length <= 100).slice(0, 3);
  return shown.length === 0 ? '' : `; above it: ${shown.map((text) => `“${text}”`).join(', ')}`;
}

/** What may tell rows apart that say the same: a column that the import does not use. */
function distinguishing(columns: Columns): string {
  const other = columns.others.find((each) => each.contents.length <= 50);
  if (other === undefined) return '';
  const shown = other.contents.slice(0, 6).join(', ') + (other.contents.length > 6 ? ', …' : '');
  return `; column "${other.heading}" has ${shown}: choose one with --where "${other.heading}=${other.contents[0]}"`;
}

/** The only content of a column of units. */
function unitOf(table: SourceTable, found: FoundTable): string | null {
  const column = found.headings.findIndex((heading) =>
    /^(?:unit(?: of measure)?|units|einheit|unit[ée]|unidad|currency|单位|單位|単位)$/iu.test(heading),
  );
  if (column < 0) return null;
  const units = new Set<string>();
  for (const row of found.body) {
    units.add(tidyName(table.rows[row]![column]));
    if (units.size > 1) return null;
  }
  const [unit = ''] = units;
  return unit === '' ? null : unit;
}

function listCounts(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([sign, count]) => `${count} × ${sign}`)
    .join(', ');
}

/**
 * A number with its noun.
 *
 * @example
 * counted(1, 'row', 'rows'); // → '1 row'
 */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
