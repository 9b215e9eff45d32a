import { knownNames } from '../mistakes.js';
import type { Account, AccountFigure } from './account.js';
import {
  at,
  type CaseTable,
  checkStatus,
  firstOn,
  type NumberRule,
  nameCell,
  numberCell,
  optionalNumberCell,
  yearCell,
  ZERO_OR_MORE,
} from './case-table.js';

export const ACCOUNT_COLUMNS = {
  required: ['account', 'unit', 'region', 'industry', 'year', 'per_output', 'yearly_change', 'status', 'source'],
};

const [ACCOUNT, UNIT, REGION, INDUSTRY, YEAR, PER_OUTPUT, YEARLY_CHANGE, STATUS] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

const CHANGE: NumberRule = { low: -0.5, high: 0.5, inclusive: true, words: 'between -0.5 and 0.5 a year' };

/** The names that rows may use. */
interface CaseNames {
  readonly regions: readonly string[];
  readonly industries: readonly string[];
}

/** A figure with the row that it was read from. */
interface ReadFigure extends AccountFigure {
  readonly row: number;
}

/** Reads the table of accounts; mistakes are added to the table's list. */
export function readAccounts(source: CaseTable, names: CaseNames): Account[] {
  const { table, mistakes } = source;
  const accounts = new Map<string, { unit: string; row: number; figures: ReadFigure[] }>();
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rows.length; row++) {
    const name = nameCell(source, row, ACCOUNT);
    const unit = nameCell(source, row, UNIT);
    const figure = readFigure(source, row, names);
    if (name === undefined || unit === undefined) continue;
    const account = accounts.get(name) ?? { unit, row, figures: [] };
    accounts.set(name, account);
    if (account.unit !== unit) {
      const message = `${name} is counted in "${unit}" here and in "${account.unit}" before`;
      mistakes.add(at(source, row, UNIT), message, firstOn(source, account.row));
    }
    if (figure === undefined) continue;
    const key = JSON.stringify([name, figure.region, figure.industry, figure.year]);
    const first = rows.get(key);
    if (first !== undefined) mistakes.add(at(source, row, ACCOUNT), 'stands twice', firstOn(source, first));
    else {
      rows.set(key, row);
      account.figures.push(figure);
    }
  }
  for (const { figures } of accounts.values()) reportOverlaps(source, figures, names);
  return [...accounts].map(([name, { unit, figures }]) => ({
    name,
    unit,
    figures: figures.map(({ row: _, ...figure }) => figure),
  }));
}

function readFigure(source: CaseTable, row: number, { regions, industries }: CaseNames): ReadFigure | undefined {
  const region = optionalName(source, row, REGION, regions);
  const industry = optionalName(source, row, INDUSTRY, industries);
  const year = source.table.rows[row]![YEAR] === '' ? null : yearCell(source, row, YEAR);
  const perOutput = numberCell(source, row, PER_OUTPUT, ZERO_OR_MORE);
  const yearlyChange = optionalNumberCell(source, row, YEARLY_CHANGE, CHANGE);
  checkStatus(source, row, STATUS);
  if (region === undefined || industry === undefined || year === undefined) return undefined;
  if (perOutput === undefined || yearlyChange === undefined) return undefined;
  return { region, industry, year, perOutput, yearlyChange: yearlyChange ?? 0, row };
}

/** Index of the name in a cell, null where it is blank, undefined with the mistake added where it is unknown. */
function optionalName(
  source: CaseTable,
  row: number,
  column: number,
  names: readonly string[],
): number | null | undefined {
  const name = source.table.rows[row]![column]!;
  if (name === '') return null;
  const index = names.indexOf(name);
  if (index >= 0) return index;
  const what = column === REGION ? 'region' : 'industry';
  source.mistakes.add(at(source, row, column), `unknown ${what} "${name}"`, knownNames(name, names));
  return undefined;
}

/** Reports rows for a whole region and rows for a whole industry that both cover a cell for which no row of its own decides. */
function reportOverlaps(source: CaseTable, figures: readonly ReadFigure[], { regions, industries }: CaseNames): void {
  const own = new Set(figures.map(({ region, industry }) => `${region},${industry}`));
  const wholeRegions = figures.filter(({ region, industry }) => region !== null && industry === null);
  const wholeIndustries = figures.filter(({ region, industry }) => region === null && industry !== null);
  for (const { region, row } of wholeRegions) {
    for (const { industry, row: other } of wholeIndustries) {
      if (own.has(`${region},${industry}`)) continue;
      const cell = `${regions[region!]}, ${industries[industry!]}`;
      source.mistakes.add(
        at(source, Math.max(row, other), ACCOUNT),
        `${cell} is covered by two rows`,
        `${firstOn(source, Math.min(row, other))}; add a row for ${cell} itself`,
      );
    }
  }
}
