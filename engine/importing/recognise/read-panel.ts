import { createMistakeList } from '../../files/mistake-list.js';
import { throwMistakes } from '../../mistakes.js';
import { arrangeTable } from '../read/arrange-table.js';
import { counted, listCounts, listed } from '../read/counted.js';
import { findTable } from '../read/find-table.js';
import { type GuessList, optionText } from '../read/guess.js';
import type { ImportContext, TableContext } from '../read/import-context.js';
import type { ImportSettings } from '../read/settings.js';
import { cellPosition, type SourceTable } from '../read/source-table.js';
import { chooseRows } from './choose-rows.js';
import type { Columns } from './chosen-columns.js';
import { columnRoles } from './column-roles.js';
import { guessColumns } from './columns.js';
import { type Entries, readEntries } from './entries.js';
import type { Axis, Panel } from './panel.js';
import { sayWithheld } from './row-flags.js';
import { refuseUnitsInNames } from './units-in-names.js';

/** More cells than any table within reach holds: the columns were guessed wrongly. */
const MOST_CELLS = 40_000_000;

/**
 * Reads a table of somebody's own making as a panel of regions, industries and years. Throws a MistakesError with every mistake: what cannot
 * be found, cells that are no figures, rows that say the same thing twice.
 */
export function readPanel(source: SourceTable, settings: ImportSettings, guesses: GuessList): Panel {
  const mistakes = createMistakeList(source.file);
  const panel = tryPanel({ table: source, settings, guesses, mistakes });
  throwMistakes(mistakes.list());
  return panel!;
}

function tryPanel(given: ImportContext): Panel | undefined {
  const start: ImportContext = { ...given, table: arrangeTable(given.table, given.settings, given.guesses) };
  const whole = findTable(start.table, start.settings.headerRow, start.mistakes);
  const found = whole && chooseRows({ ...start, found: whole });
  if (!found) return undefined;
  const context: TableContext = { ...start, found };
  const columns = guessColumns(context);
  if (!columns) return undefined;
  sayAside(context);
  return panelOf(context, columns, readEntries(context, columns));
}

/** Says how many rows stand outside the table, quoting titles, where units and price bases often stand. */
function sayAside({ found: { aside, above }, guesses }: TableContext): void {
  if (aside === 0) return;
  const shown = above.filter((text) => text.length <= 100).slice(0, 3);
  const titles = shown.length === 0 ? '' : `; above it: ${shown.map((text) => `“${text}”`).join(', ')}`;
  guesses.note(`${counted(aside, 'row', 'rows')} outside the table left aside (titles, footnotes)${titles}`);
}

/** Puts the entries of a table into a panel; too many cells, too few years and figures that stand twice are mistakes. */
function panelOf(context: TableContext, columns: Columns, entries: Entries): Panel | undefined {
  const { table, found, mistakes } = context;
  const [regions, industries] = [entries.regions.axis(), entries.industries.axis()];
  refuseSize(context, regions, industries, entries.years.years);
  refuseUnitsInNames(context, columns.industry, industries.names);
  sayEntries(context, entries);
  sayDates(context, [...regions.names, ...industries.names]);
  if (mistakes.list().length > 0) return undefined;
  const filled = fillCells(context, columns, entries, regions, industries);
  return {
    file: table.file,
    regions,
    industries,
    ...filled,
    measure: columns.wideBy === null ? found.headings[columns.figures[0]!]! : null,
    unit: entries.rowUnits.unit ?? entries.headingUnits.unit ?? [...entries.currencies.keys()][0] ?? null,
    titles: [...found.above, ...(table.sheet === null ? [] : [table.sheet])],
    columns: columnRoles(context, columns),
    about: columns.others.flatMap(({ contents, figures }) => (contents.length === 1 && !figures ? contents : [])),
  };
}

/** Says which signs, flags and marks stand beside figures and years; figures in several currencies are a mistake. */
function sayEntries(context: TableContext, { signs, flags, currencies, years, withheld }: Entries): void {
  const { table, found, guesses, mistakes } = context;
  if (signs.size > 0) guesses.note(`no figure in ${listCounts(signs)}`);
  if (flags.size > 0)
    guesses.note(`flagged figures: ${listCounts(flags)}${flags.has('b') ? ' (b: break in the series)' : ''}`);
  if (years.marked.size > 0)
    guesses.note(`years with a mark, read as the year: ${listed([...years.marked], 8)}`, { option: '--years' });
  sayWithheld(context, withheld);
  if (currencies.size > 1)
    mistakes.add(
      cellPosition(table, found.header, 0),
      `figures in several currencies: ${listCounts(currencies)}`,
      'they cannot be added: choose rows with --where, or convert them',
    );
}

function refuseSize(
  { table, found, mistakes }: TableContext,
  regions: Axis,
  industries: Axis,
  years: readonly number[],
): void {
  const [R, I, Y] = [regions.names.length, industries.names.length, years.length];
  const header = cellPosition(table, found.header, 0);
  if (R * I * Y > MOST_CELLS) {
    const sizes = `${R} regions × ${I} industries × ${Y} years`;
    mistakes.add(header, `${sizes} are more cells than can be meant`, 'are the columns the right ones?');
  } else if (Y < 2) {
    const only = Y === 1 ? `only one year, ${years[0]}` : 'no year';
    mistakes.add(header, `${only}: growth needs two observed years or more`);
  }
}

function fillCells(context: TableContext, columns: Columns, entries: Entries, regions: Axis, industries: Axis) {
  const { table, mistakes } = context;
  const [R, I] = [regions.names.length, industries.names.length];
  const given = entries.years.years;
  const years = [...given].sort((a, b) => a - b);
  const place = given.map((year) => years.indexOf(year));
  const values = new Float64Array(R * I * years.length).fill(Number.NaN);
  const estimated = new Uint8Array(values.length);
  const rowOf = new Int32Array(values.length).fill(-1);
  let [twice, lastTwice] = [0, 0];
  for (let k = 0; k < entries.count; k++) {
    const [region, industry, year, row] = [entries.region[k]!, entries.industry[k]!, entries.year[k]!, entries.row[k]!];
    const cell = (place[year]! * R + region) * I + industry;
    if (rowOf[cell]! < 0) {
      rowOf[cell] = row;
      values[cell] = entries.value[k]!;
      estimated[cell] = entries.estimated[k]!;
      continue;
    }
    twice += 1;
    lastTwice = row;
    if (twice > 3) continue;
    const what = `${regions.names[region]}, ${industries.names[industry]}, ${given[year]}`;
    const hint = `first on line ${table.lineOf(rowOf[cell]!)}${distinguishing(columns)}`;
    mistakes.add(cellPosition(table, row, 0), `${what} stands twice`, hint);
  }
  if (twice > 3) mistakes.add(cellPosition(table, lastTwice, 0), `${twice} rows in all stand twice`);
  return { years, values, estimated };
}

/** The column that may tell rows apart that say the same: one that the import does not use. */
function distinguishing(columns: Columns): string {
  const several = columns.others.filter(
    ({ contents, figures }) => contents.length > 1 && !(figures && contents.length > 20),
  );
  const other = several.find((each) => each.contents.length <= 50);
  if (other === undefined) return '';
  const shown = other.contents.slice(0, 6).join(', ') + (other.contents.length > 6 ? ', …' : '');
  return `; column "${other.heading}" has ${shown}: choose one with --where "${other.heading}=${other.contents[0]}"`;
}

/** Says which names are dates: codes such as 10-12 that a spreadsheet program took for a day of October. */
function sayDates({ guesses }: TableContext, names: readonly string[]): void {
  for (const name of names) {
    const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(name) ?? /^(\d{1,2})-(\p{L}{3})$/u.exec(name) ?? [];
    if (month === undefined || day === undefined) continue;
    const [low, high] = [Number(month), Number(day)].sort((a, b) => a - b);
    const code = Number.isNaN(high) ? null : `${low}-${high}`;
    guesses.note(`"${name}" is a date: a code such as ${code ?? '10-12'} that a spreadsheet program made one of?`, {
      about: 'names',
      howSure: 'open',
      option: optionText('--rename', `${name}=${code ?? 'the code'}`),
    });
  }
}
