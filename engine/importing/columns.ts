import type { MistakeList } from '../files/mistake-list.js';
import { knownNames } from '../mistakes.js';
import { type DecimalMark, guessDecimalMark, readFigure, readYear } from './figures.js';
import type { FoundTable } from './find-table.js';
import type { Guess, ImportSettings, WideBy } from './settings.js';
import { cellPosition, isBlank, type SourceTable, tidyName } from './source-table.js';
import {
  type Role,
  saysOfItself,
  soundLikeIndustries,
  soundsLike,
  soundsLikeCode,
  soundsLikeNoAmount,
} from './vocabulary.js';

/** A dimension of the table: the column that names it and, where there is one, the column of its codes. */
export interface NamedColumn {
  readonly label: number;
  readonly code: number | null;
}

/** Which column is what. In a wide table the dimension named by `wideBy` stands in the headings of `figures`. */
export interface Columns {
  readonly region: NamedColumn | null;
  readonly industry: NamedColumn | null;
  readonly year: number | null;
  /** Columns of figures: one in a tidy table. */
  readonly figures: readonly number[];
  readonly wideBy: WideBy | null;
  readonly mark: DecimalMark;
  readonly guesses: readonly Guess[];
  /** Other columns with several contents, in whose hands it may lie that a row stands twice. */
  readonly others: readonly { readonly heading: string; readonly contents: readonly string[] }[];
}

/** Rows looked at to guess what a column holds. */
const SAMPLED = 5000;
/** Distinct contents remembered of a column. */
const DISTINCT = 2000;

interface Profile {
  readonly column: number;
  readonly heading: string;
  readonly names: ReadonlySet<string>;
  /** Shares of the cells that are not blank. */
  readonly numeric: number;
  readonly years: number;
  /** How many of the cells looked at are not blank. */
  readonly filled: number;
  readonly meanLength: number;
}

/**
 * Guesses which column holds regions, industries, years and figures, from headings and contents. Columns that the settings name are taken as
 * named. What cannot be found is a mistake.
 */
export function guessColumns(
  table: SourceTable,
  found: FoundTable,
  settings: ImportSettings,
  mistakes: MistakeList,
): Columns | undefined {
  const sample = sampleRows(found.body);
  const markGuess = guessMark(table, sample, found.headings.length);
  const mark = settings.decimalMark ?? markGuess.mark;
  const profiles = found.headings.map((heading, column) => profile(table, sample, column, heading, mark));
  const guesses: Guess[] = [];
  const say = (about: string, guess: string, option: string) => guesses.push({ about, guess, option });
  if (settings.decimalMark === undefined && (markGuess.unclear || mark === 'comma'))
    say('decimal mark', mark === 'comma' ? 'a comma' : 'a point; commas stand between thousands', '--decimal');

  const named = namedColumns(table, found, settings, mistakes);
  if (named === undefined) return undefined;
  const taken = new Set(Object.values(named));
  const free = (each: Profile) => !taken.has(each.column) && each.names.size > 0;

  const yearHeadings = profiles.filter((each) => free(each) && readYear(each.heading) !== undefined && isFigures(each));
  const byYears =
    settings.wideBy === 'years' ||
    (settings.wideBy === undefined && named.year === undefined && yearHeadings.length >= 2);
  const year = byYears ? undefined : (named.year ?? guessYear(profiles.filter(free)));
  const key = (each: Profile) => free(each) && each.column !== year && !(byYears && yearHeadings.includes(each));
  const groups = aliasGroups(
    table,
    sample,
    profiles.filter((each) => key(each) && isNaming(each)),
  );
  const pick = (role: 'region' | 'industry', without?: readonly Profile[]) =>
    pickGroup(role, named[role], groups, profiles, without);
  let region = settings.wideBy === 'regions' ? undefined : pick('region');
  let industry = settings.wideBy === 'industries' ? undefined : pick('industry', region);
  if (named.region === undefined && region !== undefined && region === industry) region = undefined;
  // Without any evidence the first column of names is taken for regions and the next for industries.
  const rest = () =>
    groups.filter((group) => group !== region && group !== industry && group.some((each) => each.names.size > 1));
  if (region === undefined && settings.wideBy !== 'regions') {
    const candidates = rest().filter((group) => !group.some((each) => soundsLike('industry', each.heading)));
    region = candidates[0];
  }
  const used = (group: readonly Profile[] | undefined) => group ?? [];
  const figuresLeft = profiles.filter(
    (each) =>
      key(each) &&
      isFigures(each) &&
      !used(region).includes(each) &&
      !used(industry).includes(each) &&
      each.names.size > 0,
  );
  if (industry === undefined && settings.wideBy !== 'industries') {
    const candidates = rest().filter((group) => !group.some((each) => soundsLike('region', each.heading)));
    industry = candidates[0];
  }

  const wideBy: WideBy | null = byYears
    ? 'years'
    : settings.wideBy !== undefined
      ? settings.wideBy
      : region !== undefined && industry !== undefined
        ? null
        : figuresLeft.length >= 2
          ? region === undefined
            ? 'regions'
            : 'industries'
          : null;
  const at = cellPosition(table, found.header, 0);
  const columns = `the columns are ${found.headings
    .filter((each) => each !== '')
    .slice(0, 12)
    .join(', ')}`;
  const missing = (what: string, option: string) =>
    mistakes.add(at, `no column of ${what} found`, `name it with ${option}; ${columns}`);
  if (region === undefined && wideBy !== 'regions') missing('regions', '--region-column');
  if (industry === undefined && wideBy !== 'industries') missing('industries', '--industry-column');
  if (year === undefined && wideBy !== 'years') missing('years', '--year-column');

  let figures: number[];
  if (wideBy === 'years') figures = yearHeadings.map((each) => each.column);
  else if (wideBy !== null) {
    figures = figuresLeft.filter((each) => each.heading !== '').map((each) => each.column);
    if (figures.length < 2) mistakes.add(at, `fewer than two columns of figures for ${wideBy}`, columns);
  } else {
    const value = named.value ?? guessValue(figuresLeft);
    if (value === undefined) missing('figures', '--value-column');
    figures = value === undefined ? [] : [value];
    if (value !== undefined && named.value === undefined) {
      const others = figuresLeft.filter((each) => each.column !== value).map((each) => each.heading);
      const more = others.length > 0 ? ` (other columns of figures: ${others.slice(0, 6).join(', ')})` : '';
      say('figures', `column "${found.headings[value]}"${more}`, '--value-column');
    }
  }
  if (mistakes.list().length > 0) return undefined;

  const resolve = (group: readonly Profile[] | undefined, given: number | undefined): NamedColumn | null => {
    if (group === undefined) return null;
    const label = given ?? labelOf(group).column;
    const code = group.find((each) => each.column !== label && looksLikeCodes(each)) ?? null;
    return { label, code: code?.column ?? null };
  };
  const result = {
    region: wideBy === 'regions' ? null : resolve(region, named.region),
    industry: wideBy === 'industries' ? null : resolve(industry, named.industry),
    year: wideBy === 'years' ? null : (year ?? null),
  };
  const headed = (column: number) =>
    found.headings[column] ? `"${found.headings[column]}"` : `${column + 1}, without a heading`;
  const shown = (column: NamedColumn) =>
    `column ${headed(column.label)}${column.code === null ? '' : `, codes in ${headed(column.code)}`}`;
  if (result.region && named.region === undefined) say('regions', shown(result.region), '--region-column');
  if (result.industry && named.industry === undefined) say('industries', shown(result.industry), '--industry-column');
  if (result.year !== null && named.year === undefined)
    say('years', `column "${found.headings[result.year]}"`, '--year-column');
  if (wideBy !== null && settings.wideBy === undefined) {
    const names = figures.map((column) => found.headings[column]!);
    say(wideBy, `in the headings: ${names[0]} … ${names.at(-1)} (${names.length} columns)`, '--wide-by');
  }
  const keys = [result.region?.label, result.region?.code, result.industry?.label, result.industry?.code, result.year];
  const others = profiles
    .filter((each) => !keys.includes(each.column) && !figures.includes(each.column) && each.names.size > 1)
    .filter((each) => each.numeric < 0.5 || each.names.size <= 20)
    .map((each) => ({ heading: each.heading, contents: [...each.names] }));
  return { ...result, figures, wideBy, mark, guesses, others };
}

function sampleRows(body: Int32Array): number[] {
  const step = Math.max(1, Math.ceil(body.length / SAMPLED));
  // A step that shares a factor with the length of a block of rows would see the same industry again and again.
  const stride = step === 1 ? 1 : step | 1;
  const rows: number[] = [];
  for (let k = 0; k < body.length; k += stride) rows.push(body[k]!);
  return rows;
}

function guessMark(table: SourceTable, sample: readonly number[], width: number) {
  const cells = function* () {
    for (const row of sample) for (let c = 0; c < width; c++) yield table.rows[row]![c];
  };
  return guessDecimalMark(cells());
}

function profile(
  table: SourceTable,
  sample: readonly number[],
  column: number,
  heading: string,
  mark: DecimalMark,
): Profile {
  const names = new Set<string>();
  let [numeric, years, blank, length] = [0, 0, 0, 0];
  for (const row of sample) {
    const cell = table.rows[row]![column];
    if (isBlank(cell)) {
      blank += 1;
      continue;
    }
    const figure = readFigure(cell, mark);
    if (figure.kind === 'number' || (figure.kind === 'missing' && numeric > 0)) numeric += 1;
    if (readYear(cell) !== undefined) years += 1;
    const name = tidyName(cell);
    length += name.length;
    if (names.size < DISTINCT) names.add(name);
  }
  const filled = Math.max(1, sample.length - blank);
  return {
    column,
    heading,
    names,
    numeric: numeric / filled,
    years: years / filled,
    filled: sample.length - blank,
    meanLength: length / filled,
  };
}

/** Mostly figures; a column quite without contents may be one, of an industry that is nowhere. */
function isFigures(each: Profile): boolean {
  return each.numeric >= 0.6;
}

function isNaming(each: Profile): boolean {
  if (each.numeric < 0.6) return true;
  // Numbers name things where a heading says so and they come again and again, as numbered codes do and figures do not.
  const comesAgain = each.names.size > 1 && each.names.size * 2 <= each.filled;
  const heard = soundsLike('region', each.heading) || soundsLike('industry', each.heading);
  return comesAgain && heard && !soundsLike('value', each.heading) && saysOfItself(each.heading) === null;
}

function looksLikeCodes(each: Profile): boolean {
  const names = [...each.names];
  const codes = names.filter(
    (name) => /^[\p{Lu}\d][\p{Lu}\d._\-–]*(?:\s*\([\d\-–, ]+\))?$|^total$/iu.test(name) && name.length <= 14,
  );
  return (
    codes.length >= names.length * 0.8 && (soundsLikeCode(each.heading) || names.some((name) => /\d|^[A-Z]/.test(name)))
  );
}

/** Columns that the settings name, by heading or number; a name that is none is a mistake. */
function namedColumns(
  table: SourceTable,
  found: FoundTable,
  settings: ImportSettings,
  mistakes: MistakeList,
): Partial<Record<Role, number>> | undefined {
  const named: Partial<Record<Role, number>> = {};
  const roles = [
    ['region', settings.regionColumn],
    ['industry', settings.industryColumn],
    ['year', settings.yearColumn],
    ['value', settings.valueColumn],
  ] as const;
  let right = true;
  for (const [role, name] of roles) {
    if (name === undefined) continue;
    const column = findColumn(found.headings, name);
    if (column !== undefined) named[role] = column;
    else {
      mistakes.add(
        cellPosition(table, found.header, 0),
        `no column "${name}"`,
        knownNames(
          name,
          found.headings.filter((each) => each !== ''),
        ),
      );
      right = false;
    }
  }
  return right ? named : undefined;
}

/**
 * The column with a heading, by exact spelling, then by spelling without regard to case, then by number from 1.
 *
 * @example
 * findColumn(['Region', 'Year'], 'year'); // → 1
 * findColumn(['Region', 'Year'], '1'); // → 0
 */
export function findColumn(headings: readonly string[], name: string): number | undefined {
  const tidy = tidyName(name);
  const exact = headings.indexOf(tidy);
  if (exact >= 0) return exact;
  const folded = headings.findIndex((heading) => heading.toLowerCase() === tidy.toLowerCase());
  if (folded >= 0) return folded;
  const number = /^\d{1,4}$/.test(tidy) ? Number(tidy) - 1 : -1;
  return number >= 0 && number < headings.length ? number : undefined;
}

function guessYear(profiles: readonly Profile[]): number | undefined {
  const scored = profiles
    .filter((each) => each.years >= 0.9)
    .map((each) => ({ each, score: (soundsLike('year', each.heading) ? 4 : 0) + (each.names.size > 1 ? 1 : 0) }));
  // Figures between 1000 and 2999 look like years too, but differ from row to row.
  const likely = scored.filter(({ each, score }) => score >= 4 || each.names.size <= 250);
  return likely.sort((a, b) => b.score - a.score || a.each.column - b.each.column)[0]?.each.column;
}

function guessValue(profiles: readonly Profile[]): number | undefined {
  const score = (each: Profile) =>
    (soundsLike('value', each.heading) ? 2 : 0) -
    (soundsLikeNoAmount(each.heading) ? 3 : 0) +
    (each.names.size > 1 ? 1 : 0);
  return [...profiles].sort((a, b) => score(b) - score(a) || b.column - a.column)[0]?.column;
}

/** Columns that name the same things, as codes and names do. */
function aliasGroups(table: SourceTable, sample: readonly number[], profiles: readonly Profile[]): Profile[][] {
  const groups: Profile[][] = [];
  for (const each of profiles) {
    const group = groups.find(([first]) => areAliases(table, sample, first!, each));
    if (group) group.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** Codes of which more than this part have a name of their own are codes of these names. */
const OWN_NAMES = 0.6;

/** Whether each content of one column goes with one of the other; some codes may share a name. */
function areAliases(table: SourceTable, sample: readonly number[], a: Profile, b: Profile): boolean {
  const [finer, coarser] = b.names.size > a.names.size ? [b, a] : [a, b];
  if (coarser.names.size < 2 || coarser.names.size < finer.names.size * OWN_NAMES) return false;
  if (coarser.names.size < finer.names.size && !looksLikeCodes(finer)) return false;
  const partner = new Map<string, string>();
  for (const row of sample) {
    const [x, y] = [tidyName(table.rows[row]![finer.column]), tidyName(table.rows[row]![coarser.column])];
    if (x === '' || y === '') continue;
    const known = partner.get(x);
    if (known === undefined) partner.set(x, y);
    else if (known !== y) return false;
  }
  return new Set(partner.values()).size === coarser.names.size;
}

/** The group of the column named, else the one with evidence for the role that tells most things apart. */
function pickGroup(
  role: 'region' | 'industry',
  named: number | undefined,
  groups: readonly Profile[][],
  profiles: readonly Profile[],
  without?: readonly Profile[],
): Profile[] | undefined {
  if (named !== undefined)
    return groups.find((group) => group.some((each) => each.column === named)) ?? [profiles[named]!];
  const other = role === 'region' ? 'industry' : 'region';
  const score = (group: readonly Profile[]) => {
    const heard = group.some((each) => soundsLike(role, each.heading)) ? 4 : 0;
    const against = group.some((each) => soundsLike(other, each.heading)) ? 2 : 0;
    const contents = group.some((each) => soundLikeIndustries([...each.names])) ? 3 : 0;
    return heard - against + (role === 'industry' ? contents : -contents);
  };
  return groups
    .filter((group) => group !== without && score(group) > 0 && group[0]!.names.size > 1)
    .sort((a, b) => b[0]!.names.size - a[0]!.names.size || score(b) - score(a))[0];
}

/** The names rather than the codes, where both are there. */
function labelOf(group: readonly Profile[]): Profile {
  const plain = (each: Profile) => (looksLikeCodes(each) && group.length > 1 ? 0 : 1000) + each.meanLength;
  return [...group].sort((a, b) => plain(b) - plain(a))[0]!;
}
